package dev.kopilka.house.docs;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** What is generated and committed says what the commands say today. */
class GeneratedFilesTest {
  @Test
  void areCurrent() throws Exception {
    var stale = new ArrayList<Path>();
    for (var generated : Generated.all()) {
      var file = generated.file();
      if (!Files.exists(file) || !Files.readString(file).equals(generated.text())) stale.add(file);
    }
    if (!stale.isEmpty()) fail("run `make docs` and commit, these are not current: " + stale);
  }

  @Test
  void nothingIsLeftOfCommandsThatAreGone() throws Exception {
    var wanted = new HashSet<Path>();
    for (var generated : Generated.all()) wanted.add(generated.file());
    var left = new ArrayList<Path>();
    for (var folder : new String[] {"completions", "src/docs/man"}) {
      if (!Files.exists(Path.of(folder))) continue;
      try (var files = Files.walk(Path.of(folder))) {
        files
            .filter(file -> Files.isRegularFile(file) && !wanted.contains(file))
            .forEach(left::add);
      }
    }
    if (!left.isEmpty()) fail("delete what no command makes any more: " + left);
  }
}
