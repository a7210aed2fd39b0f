package dev.kopilka.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each room says what it is for, and nothing stands in the hall that the design does not list. */
class RoomsTest {
  /** The top level of the design, section 8; what tools put there is ignored by git. */
  private static final Set<String> HALL =
      Set.of(
          ".ci",
          ".gitignore",
          "CHANGELOG.md",
          "LICENSE",
          "Makefile",
          "NOTICE",
          "README.md",
          "README.ru.md",
          "cli",
          "completions",
          "examples",
          "pom.xml",
          "src");

  private static final Set<String> BUILT_OR_LOCAL = Set.of(".git", "target", ".idea", ".vscode");

  @Test
  void everyRoomHasADoorplate() {
    Offence.none(
        House.main().stream()
            .map(source -> source.file().getParent())
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .filter(room -> !Files.exists(room.resolve("package-info.java")))
            .map(room ->
                new Offence(
                    room, 1, "no package-info.java", "ten lines: its doors, promises, refusals"))
            .toList());
  }

  @Test
  void theHallIsAsTheDesignListsIt() throws Exception {
    var offences = new ArrayList<Offence>();
    try (var entries = Files.list(Path.of(""))) {
      entries
          .map(Path::toString)
          .filter(name ->
              !HALL.contains(name) && !BUILT_OR_LOCAL.contains(name) && !name.endsWith(".iml"))
          .forEach(name ->
              offences.add(
                  offence(
                      name, "not on the list", "put it into src/ or ask for the list to grow")));
    }
    HALL.stream()
        .filter(name -> !Files.exists(Path.of(name)))
        .sorted()
        .forEach(
            name -> offences.add(offence(name, "missing", "the design, section 8, promises it")));
    Offence.none(offences);
  }

  @Test
  void noFileNamesAMachineOrARegistry() {
    var words =
        List.of(
            "repo." + "maven.apache.org",
            "repo1." + "maven.org",
            "registry." + "npmjs.org",
            "/work" + "/",
            "/root" + "/");
    var offences = new ArrayList<Offence>();
    for (Path file : textFiles()) {
      var text = House.text(file);
      for (String word : words) {
        var at = text.indexOf(word);
        if (at >= 0) {
          var line = 1 + (int) text.substring(0, at).lines().count();
          offences.add(
              new Offence(file, line, word, "a clone knows neither our machines nor our registry"));
        }
      }
    }
    Offence.none(offences);
  }

  private static List<Path> textFiles() {
    var files =
        new ArrayList<Path>(List.of(Path.of("pom.xml"), Path.of("Makefile"), Path.of(".ci/run")));
    for (String ending :
        List.of(".java", ".xml", ".sh", ".md", ".yaml", ".sql", ".properties", ".json")) {
      files.addAll(House.files(Path.of("src"), ending));
      files.addAll(House.files(Path.of("examples"), ending));
    }
    files.addAll(House.files(Path.of("cli"), ""));
    files.addAll(House.files(Path.of("src/build"), ""));
    files.removeIf(file -> !Files.isRegularFile(file));
    return files;
  }

  private static Offence offence(String name, String what, String remedy) {
    return new Offence(Path.of(name), 1, what, remedy);
  }
}
