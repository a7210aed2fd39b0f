package dev.kopilka.program;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.program.tree.Findings;
import dev.kopilka.program.tree.Paths;
import dev.kopilka.program.tree.Trees;
import dev.kopilka.program.yaml.ProgrammeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped programmes are sound, and say the same in both languages. */
class ExampleTest {
  @ParameterizedTest
  @EnumSource
  void everyExamplePassesTheCheckInBothLanguages(Example example) {
    for (var language : new String[] {"en", "ru"}) {
      var programme = ProgrammeReader.read(example.word(), example.file(language));
      assertEquals(example.word(), programme.code());
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyNamesDifferBetweenLanguages(Example example) {
    assertEquals(rules(example, "en"), rules(example, "ru"));
  }

  @ParameterizedTest
  @EnumSource
  void theFolderOfExamplesHoldsTheSameFiles(Example example) throws IOException {
    for (var language : new String[] {"en", "ru"}) {
      var copy = Path.of("examples/programmes", example.word() + "_" + language + ".yaml");
      assertArrayEquals(example.file(language), Files.readAllBytes(copy), copy.toString());
    }
  }

  private static Map<String, String> rules(Example example, String language) {
    var findings = new Findings(example.word());
    var lines = new TreeMap<>(Paths.of(Trees.read(example.file(language), findings)));
    lines.keySet().removeIf(path -> path.matches(".*\\.(name|signatory|action)"));
    return lines;
  }
}
