package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands that a reader is told to type are those that the project itself runs. */
class FrontDoorTest {
  private static final Pattern TARGET = Pattern.compile("(?m)^([a-z-]+):.*$");

  @Test
  void ciRunsWhatTheReadmeTells() {
    var ci = Path.of(".ci/run");
    assertTrue(Files.isExecutable(ci), ".ci/run must be executable");
    var told = House.text(ci).lines().filter(line -> line.startsWith("make ")).toList();
    assertEquals(1, told.size(), ".ci/run makes one target and nothing else: " + told);
    for (String readme : new String[] {"README.md", "README.ru.md"}) {
      assertTrue(
          House.text(Path.of(readme)).contains(told.getFirst()),
          () ->
              readme + " must tell its readers to run `" + told.getFirst() + "`, as .ci/run does");
    }
  }

  @Test
  void readersAreToldOnlyTargetsThatExist() {
    var targets = targets();
    for (String readme : new String[] {"README.md", "README.ru.md"}) {
      var told =
          Pattern.compile("`make ([a-z-]+)|^make ([a-z-]+)", Pattern.MULTILINE)
              .matcher(House.text(Path.of(readme)))
              .results()
              .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      told.removeAll(targets);
      assertTrue(told.isEmpty(), () -> readme + " names targets that the Makefile lacks: " + told);
    }
  }

  @Test
  void everyTargetExplainsItself() {
    for (String target : targets()) {
      assertTrue(
          Pattern.compile("(?m)^" + target + ":.*## \\S")
              .matcher(House.text(Path.of("Makefile")))
              .find(),
          () -> "Makefile: " + target + " lacks its help after ##");
    }
  }

  private static TreeSet<String> targets() {
    return TARGET
        .matcher(House.text(Path.of("Makefile")))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
