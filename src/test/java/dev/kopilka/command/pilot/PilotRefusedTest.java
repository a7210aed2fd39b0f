package dev.kopilka.command.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a pilot ends, and what its commands say no to. */
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
        "pilot result                                         | USAGE         | ARGUMENT_MISSING",
        "pilot result letter --measure margin                 | USAGE         | OPTION_MISSING",
        "pilot result letter --measure mean                   | USAGE         | OPTION_NEEDS",
        "pilot result letter --interval welch                 | USAGE         | OPTIONS_EXCLUDE",
        "pilot result letter --before tomorrow                | BAD_INPUT     | ARGUMENT_NOT_PERIOD",
        "pilot result letter --before P999999999Y             | BAD_INPUT     | ARGUMENT_NOT_PERIOD",
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

  private static Typed done(String line) {
    var typed = shop.at(DAY).type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  @Test
  void aDecisionIsWrittenDownOnce() {
    done("pilot assign ended --salt s");
    var row = new String[] {"pilot", "finish", "ended", "--decision", "stop", "--note", "Costs too much", "-o", "csv"};
    var rehearsed = shop.at(DAY).run(with(row, "--dry-run"));
    assertTrue(done("pilot show -o csv --columns pilot,status").out().contains("ended,running"));
    var first = shop.at(DAY).run(row);
    assertEquals(Exit.DONE, first.exit(), first.err());
    assertEquals(rehearsed.out(), first.out());
    assertTrue(first.out().contains("ended,stop,Costs too much,"), first.out());
    // Later, and by somebody else: the first decision is the answer.
    var again = shop.at(DAY.plusDays(1)).with("KOPILKA_ACTOR", "other").run(row);
    assertEquals(first.out(), again.out());
    row[6] = "Another reason";
    var other = shop.at(DAY).run(row);
    assertEquals(Exit.REFUSED, other.exit());
    assertTrue(other.err().contains("has ended with another decision: stop"), other.err());
    assertTrue(done("audit log -o csv").out().contains("pilot finish,ended,decision=stop"));
  }

  private static String[] with(String[] words, String more) {
    var longer = Arrays.copyOf(words, words.length + 1);
    longer[words.length] = more;
    return longer;
  }

  @Test
  void theStoreKeepsPilotsAsTheyWereWritten() {
    for (var sql :
        List.of(
            "update pilot set salt = ''",
            "delete from pilot",
            "update pilot_member set arm = 1",
            "delete from pilot_member")) {
      var bug = assertThrows(RuntimeException.class, () -> shop.write(unit -> {
        unit.run(sql);
        return true;
      }));
      assertTrue(String.valueOf(bug.getMessage()).contains("KOPILKA_APPEND_ONLY"), bug.toString());
    }
  }
}
