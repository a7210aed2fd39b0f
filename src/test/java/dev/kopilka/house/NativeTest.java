package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * What a native executable must be told in advance is told: every resource that we load by name.
 */
class NativeTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Path METADATA =
      RESOURCES.resolve("META-INF/native-image/dev.kopilka/kopilka/reachability-metadata.json");

  @Test
  void everyResourceIsInTheMetadata() throws Exception {
    var globs = new ArrayList<String>();
    for (var resource :
        JsonMapper.builder().build().readTree(METADATA.toFile()).path("resources")) {
      globs.add(resource.path("glob").asText());
    }
    assertTrue(!globs.isEmpty(), METADATA + " lists no resources");
    var offences = new ArrayList<Offence>();
    for (Path file : House.files(RESOURCES.resolve("dev"), "")) {
      var name = RESOURCES.relativize(file);
      if (Files.isRegularFile(file) && globs.stream().noneMatch(glob -> matches(glob, name))) {
        offences.add(
            new Offence(file, 1, "not in " + METADATA.getFileName(), "add its folder as a glob"));
      }
    }
    Offence.none(offences);
  }

  private static boolean matches(String glob, Path name) {
    return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(name);
  }
}
