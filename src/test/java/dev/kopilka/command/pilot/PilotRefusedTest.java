package dev.kopilka.command.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands of a pilot say no to, and what they cannot read. */
class PilotRefusedTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final int MEMBERS = 40;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void deal() {
    shop = new Shop(folder, Shop.PROGRAMME);
    for (var i = 1; i <= MEMBERS; i++) shop.enrol("M-" + (100 + i), LocalDate.of(2026, 9, 5));
    for (var line :
        new String[] {
          "pilot assign letter --salt s --from 2026-11-01",
          "pilot finish letter --decision promote --note good"
        }) {
      assertEquals(Exit.DONE, shop.at(DAY).type(line).exit(), line);
    }
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pilot show lettr                                     | NOT_FOUND     | PILOT_NOT_FOUND",
        "pilot result nothing                                 | NOT_FOUND     | PILOT_NOT_FOUND",
        "pilot finish nothing --decision stop --note x        | NOT_FOUND     | PILOT_NOT_FOUND",
        "pilot finish letter --decision stop --note ~         | BAD_INPUT     | NOTE_MALFORMED",
        "pilot finish letter --decision stop --note other     | REFUSED       | PILOT_FINISHED",
        "pilot show --members                                 | USAGE         | OPTION_NEEDS",
        "pilot assign a/b                                     | BAD_INPUT     | PILOT_CODE_MALFORMED",
        "pilot assign n --arms one                            | BAD_INPUT     | ARMS_MALFORMED",
        "pilot assign n --share 0%                            | BAD_INPUT     | PILOT_SHARE_IMPOSSIBLE",
        "pilot assign n --share half                          | BAD_INPUT     | ARGUMENT_NOT_SHARE",
        "pilot assign n --strata attr.a,attr.b                | BAD_INPUT     | STRATA_MALFORMED",
        "pilot assign n nowhere.csv                           | BAD_INPUT     | FILE_NOT_FOUND",
        "pilot assign n x.csv --segment app                   | USAGE         | OPTIONS_EXCLUDE",
        "pilot result                                         | USAGE         | OPTION_MISSING",
        "pilot result letter --measure margin                 | USAGE         | OPTION_MISSING",
        "pilot result letter --measure mean                   | USAGE         | OPTION_NEEDS",
        "pilot result letter --interval welch                 | USAGE         | OPTIONS_EXCLUDE",
        "pilot result letter --before tomorrow                | BAD_INPUT     | ARGUMENT_NOT_PERIOD",
        "pilot result letter --from 2026-12-01                | BAD_INPUT     | DAYS_REVERSED",
        "pilot result letter --draws 5 --interval bootstrap   | BAD_INPUT     | NUMBER_OUT_OF_RANGE",
        "pilot result letter --ratio 100%                     | BAD_INPUT     | SHARE_OUT_OF_RANGE",
        "pilot result letter --measure spend --exact          | BAD_INPUT     | EXACT_TOO_MANY",
        "pilot plan --size 1                                  | USAGE         | OPTION_MISSING",
        "pilot plan --baseline 20% --size 1                   | BAD_INPUT     | NUMBER_OUT_OF_RANGE",
        "pilot plan --baseline 99% --size 5                   | BAD_INPUT     | PLAN_SHOWS_NOTHING",
        "pilot plan --measure mean --deviation 0 --effect 1   | BAD_INPUT     | PLAN_OF_NOTHING",
        "pilot plan --measure mean --deviation x --effect 1   | BAD_INPUT     | ARGUMENT_NOT_NUMBER",
      })
  void whatCannotBeDoneIsSaid(String line, String exit, String code) {
    var typed = shop.at(DAY).type(line.replace("~", "\u0001") + " -o json");
    assertEquals(Exit.valueOf(exit), typed.exit(), typed.err());
    assertTrue(typed.err().contains("\"" + code + "\""), typed.err());
  }
}
