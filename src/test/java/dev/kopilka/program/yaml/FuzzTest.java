package dev.kopilka.program.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.kopilka.model.value.Trouble.BadInput;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a file, it is read or refused with a place; nothing else is thrown. */
class FuzzTest {
  private static final String LEGAL = MalformedTest.resource("legal.yaml");
  private static final String ALPHABET = "0159-.%:,[]{}&*!|>'\"#~\t \n@`?aPDMY\\я\u0007";
  private static final int ROUNDS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void damagedFilesAreReadOrRefusedAndNothingElse(long seed) {
    var random = new Random(seed);
    for (var round = 0; round < ROUNDS; round++) {
      var text = new StringBuilder(LEGAL);
      for (var edits = random.nextInt(3); edits >= 0; edits--) damage(text, random);
      check(text.toString(), "seed " + seed + ", round " + round);
    }
  }

  private static void damage(StringBuilder text, Random random) {
    var at = random.nextInt(text.length());
    var length = Math.min(random.nextInt(12), text.length() - at);
    switch (random.nextInt(5)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      case 2 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      case 3 -> text.delete(at, at + length);
      default -> text.insert(random.nextInt(text.length()), text.substring(at, at + length));
    }
  }

  private static void check(String text, String which) {
    try {
      ProgrammeReader.read("p.yaml", text);
    } catch (BadInput refused) {
      for (var finding : refused.findings()) {
        var place = finding.place();
        var lines = text.lines().count() + 1;
        assertTrue(place.line() >= 1 && place.line() <= lines, which + ": " + place);
        assertTrue(place.column() >= 1, which + ": " + place);
      }
    } catch (RuntimeException other) {
      fail(which + "\n" + text, other);
    }
  }
}
