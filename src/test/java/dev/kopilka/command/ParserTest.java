package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  private static final Command ADJUST =
      new Command() {
        @Override
        public void declare(Syntax syntax) {
          syntax.argument("MEMBER");
          syntax.argument("NOTE").optional().many();
          syntax.option("--points", "POINTS").required();
          syntax.option("--reason", "CODE").defaultsTo("other").among("gift", "other");
          syntax.option("--tag", "TEXT").repeatable();
          syntax.flag("--reveal");
        }

        @Override
        public Exit run(Desk desk, Given given) {
          return Exit.DONE;
        }
      };

  private static Given parsed(String... words) {
    return Parser.parse(Syntax.of("accrue adjust", ADJUST), List.of(words));
  }

  @Test
  void keepsEverythingAsItWasTyped() {
    var given =
        parsed("0012", "--points", "-50", "--tag", "a,b", "--tag=c d", "с", "днём", "--reveal");
    assertEquals("0012", given.text("MEMBER"));
    assertEquals(-50, given.wholeNumber("--points"));
    assertEquals(List.of("a,b", "c d"), given.list("--tag"));
    assertEquals(List.of("с", "днём"), given.list("NOTE"));
    assertTrue(given.flag("--reveal"));
    assertEquals("other", given.text("--reason"));
  }

  @Test
  void whatFollowsTwoDashesIsNoOption() {
    assertEquals("--reveal", parsed("--points", "5", "--", "--reveal").text("MEMBER"));
    assertFalse(parsed("--points", "5", "--", "--reveal").flag("--reveal"));
  }

  @Test
  void anAtSignIsNoFile() throws Exception {
    var file = Path.of("target/ivan");
    Files.writeString(file, "--reveal");
    assertEquals("@target/ivan", parsed("@target/ivan", "--points", "5").text("MEMBER"));
    assertFalse(parsed("@target/ivan", "--points", "5").flag("--reveal"));
  }

  @Test
  void aDollarSignIsNoVariable() {
    assertEquals("${sys:user.name}", parsed("${sys:user.name}", "--points", "5").text("MEMBER"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --points 5                          | ARGUMENT_MISSING    | MEMBER
          1                                   | OPTION_MISSING      | --points
          1 --points                          | OPTION_NEEDS_VALUE  | --points
          1 --points --reveal                 | OPTION_NEEDS_VALUE  | --points
          1 --points 5 --points 6             | OPTION_TWICE        | --points
          1 --points 5 --reason gifts         | VALUE_NOT_AMONG     | --reason
          1 --point 5                         | OPTION_UNKNOWN      | --points
          1 --points 5 --reveal=yes           | FLAG_TAKES_NO_VALUE | --reveal
          """)
  void namesWhatIsWrong(String line, String code, String word) {
    var trouble = assertThrows(Trouble.Usage.class, () -> parsed(line.split(" ")));
    assertEquals(code, trouble.problem().code());
    assertTrue(trouble.problem().details().containsValue(word), trouble::getMessage);
  }

  @Test
  void optionsAreNotAbbreviated() {
    assertEquals(
        "OPTION_UNKNOWN",
        assertThrows(Trouble.Usage.class, () -> parsed("1", "--poi", "5")).problem().code());
  }
}
