package dev.kopilka.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.command.Surroundings;
import dev.kopilka.model.value.Exit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hepl                            | kopilka: There is no command `kopilka hepl`.
          completion                      | kopilka: SHELL is missing.
          completion pwsh                 | kopilka: SHELL: "pwsh" is not one of the words that it takes.
          completion bash zsh             | kopilka: Did not expect "zsh" here.
          completion --colour bash        | kopilka: There is no option --colour here.
          completion bash --lang          | kopilka: --lang needs a value.
          completion bash --quiet=yes     | kopilka: --quiet takes no value.
          completion bash -o xml          | kopilka: --output: "xml" is not one of the words that it takes.
          completion bash --profile shop  | kopilka: There is no profile shop.
          help nothing                    | kopilka: There is no help on "nothing".
          help exit-codes --columns nam   | kopilka: There is no column nam here.
          """)
  void whatCannotBeUnderstoodIsUsage(String line, String message) {
    var typed = Typed.anywhere().type(line);
    assertEquals(Exit.USAGE, typed.exit());
    assertEquals(message, typed.err().lines().findFirst().orElse(""));
    assertEquals("", typed.out());
  }

  /** Runs a command line whose answer would go to a terminal. */
  private static String onATerminal(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var none = new ByteArrayInputStream(new byte[0]);
    var clock = Clock.systemUTC();
    var around = new Surroundings(Map.of("NO_COLOR", "1"), none, out, err, true, true, clock);
    var exit = Session.run(around, List.of(words));
    var said = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    return exit.code() + " " + said;
  }

  @Test
  void aFileOfItsOwnIsNotSentToATerminal() {
    assertEquals(
        """
        2 kopilka: An answer as xlsx is a file, and here it would go to the terminal.
          Send it to a file: `kopilka … -o xlsx > answer.xlsx`.
        """,
        onATerminal("help", "exit-codes", "-o", "xlsx"));
    assertTrue(onATerminal("init", "-o", "html").startsWith("2 kopilka: An answer as html"));
    // A page of help is text whatever the profile says of answers.
    assertTrue(onATerminal("init", "--help", "-o", "html").startsWith("0 Create an empty ledger."));
  }

  @Test
  void suggestsTheNearestWord() {
    assertTrue(Typed.anywhere().type("hlep").err().contains("Did you mean `kopilka help`?"));
    assertTrue(Typed.anywhere().type("help exit-codes --outptu json").err().contains("--output?"));
  }

  @Test
  void commonOptionsStandAnywhere() {
    var after = Typed.anywhere().type("help exit-codes -o csv --columns code");
    var before = Typed.anywhere().type("-ocsv --columns=code help exit-codes");
    assertEquals(after, before);
    assertEquals("code\n0\n1\n2\n", after.out().substring(0, 11));
  }

  @Test
  void aVariableGivesWayToAnOption() {
    var russian = Typed.anywhere().with("KOPILKA_LANG", "ru");
    assertTrue(russian.type("hlep").err().contains("Нет команды"));
    assertTrue(russian.type("--lang en hlep").err().contains("There is no command"));
  }

  @Test
  void speaksTheLanguageOfTheLocale() {
    var forced = Typed.anywhere().with("LC_ALL", "C.UTF-8");
    assertTrue(forced.with("KOPILKA_LOCALE", "ru_RU.KOI8-R").type("x").err().contains("Нет"));
    assertTrue(forced.type("x").err().contains("There is no"));
  }

  @Test
  void anErrorIsAnObjectForScripts() {
    assertEquals(
        "{\"error\":{\"code\":\"COMMAND_UNKNOWN\",\"message\":\"There is no command `kopilka"
            + " hlep`.\",\"hint\":\"Did you mean `kopilka help`?\",\"details\":"
            + "{\"command\":\"hlep\",\"nearest\":\"help\",\"known\":",
        Typed.anywhere().type("hlep -o json").err().split("\\[")[0]);
  }

  @Test
  void controlCharactersOfArgumentsDoNotReachTheTerminal() {
    assertTrue(
        Typed.anywhere().run("x\u001b[31m\nkopilka: done").err().contains("x\\u001b[31m\\n"));
  }

  @Test
  void aReaderThatWentAwayIsSuccess() {
    assertEquals(Exit.DONE, intoBroken("Broken pipe"));
  }

  @Test
  void aFullDiskIsStorage() {
    assertEquals(Exit.STORAGE, intoBroken("No space left on device"));
  }

  @Test
  void anErrorThatNobodyHearsIsStillAnExitCode() {
    for (var format : List.of("table", "json")) {
      var around =
          new Surroundings(
              Map.of(),
              new ByteArrayInputStream(new byte[0]),
              new ByteArrayOutputStream(),
              broken("Bad file descriptor"),
              false,
              false,
              Clock.systemUTC());
      assertEquals(Exit.USAGE, Session.run(around, List.of("hlep", "-o", format)));
    }
  }

  private static OutputStream broken(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private static Exit intoBroken(String message) {
    var around =
        new Surroundings(
            Map.of(),
            new ByteArrayInputStream(new byte[0]),
            broken(message),
            new ByteArrayOutputStream(),
            false,
            false,
            Clock.systemUTC());
    return Session.run(around, List.of("--help"));
  }
}
