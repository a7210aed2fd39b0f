package dev.kopilka.command.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import dev.kopilka.pilot.measure.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others published, from their files, as a user types it. */
class PilotFilesTest {
  private static final String CATS =
      "pilot result --file examples/data/cookie-cats/cookie_cats.csv.gz --arm version"
          + " --arms gate_30,gate_40 -o json ";

  /** Seven digits are printed. */
  private static final double DIGITS = 1e-6;

  private static JsonNode rows(Typed typed) throws IOException {
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    return new ObjectMapper().readTree(typed.out());
  }

  private static void near(JsonNode expected, JsonNode row, String column) {
    var figure = expected.asDouble();
    assertEquals(figure, row.get(column).asDouble(), DIGITS * Math.abs(figure), column);
  }

  /** With such sizes nothing is compared. */
  @Test
  void catsWereNotDealtAsTheyWereMeantToBe() throws IOException {
    var typed = Typed.anywhere().type(CATS + "--outcome retention_1");
    assertEquals(Exit.CHECK_FAILED, typed.exit());
    assertTrue(typed.err().contains("\"PILOT_RATIO\""), typed.err());
    assertTrue(typed.err().contains("6.902405") && typed.err().contains("0.008607988"), typed.err());
    var rows = new ObjectMapper().readTree(typed.out());
    assertEquals(44_700, rows.get(0).get("members").asLong());
    assertEquals(45_489, rows.get(1).get("members").asLong());
    for (var row : rows) {
      for (var column : new String[] {"difference", "p", "p_holm", "verdict"}) {
        assertTrue(row.get(column).isNull(), column);
      }
    }
  }

  @Test
  void catsThatReturnAreThoseOfTheNotebooks() throws IOException {
    for (var day : new String[] {"1", "7"}) {
      var expected = Published.of("cookie-cats", "recomputed_in_R", "d" + day);
      var line = CATS + "--ratio 0.1% --outcome retention_" + day;
      var typed = Typed.anywhere().type(line);
      assertTrue(typed.err().contains("Warning: sizes of the arms"), typed.err());
      var row = rows(typed).get(1);
      near(expected.get("rate_treatment"), row, "mean");
      near(expected.get("difference"), row, "difference");
      near(expected.get("relative_lift"), row, "lift");
      near(expected.get("newcombe_ci").get(0), row, "difference_low");
      near(expected.get("newcombe_ci").get(1), row, "difference_high");
      near(expected.get("wilson_treatment").get(0), row, "low");
      near(expected.get("z_pooled"), row, "statistic");
      near(expected.get("p_pooled"), row, "p");
      assertEquals(day.equals("1") ? "not_shown" : "lower", row.get("verdict").asText());
      var wald = rows(Typed.anywhere().type(line + " --interval wald")).get(1);
      near(expected.get("wald_ci").get(0), wald, "difference_low");
      near(expected.get("wald_ci").get(1), wald, "difference_high");
      var exact = rows(Typed.anywhere().type(line + " --exact")).get(1);
      near(expected.get("p_fisher"), exact, "p");
    }
  }

  @Test
  void roundsArePlayedAsInTheReports() throws IOException {
    for (var log : new boolean[] {false, true}) {
      var expected = Published.of("cookie-cats", "recomputed_in_R", log ? "log1p_rounds" : "rounds");
      var line = CATS + "--ratio 0.1% --measure mean --outcome sum_gamerounds" + (log ? " --log" : "");
      var rows = rows(Typed.anywhere().type(line));
      near(expected.at("/mean/control"), rows.get(0), "mean");
      near(expected.at("/sd/control"), rows.get(0), "deviation");
      near(expected.at("/mean/treatment"), rows.get(1), "mean");
      near(expected.get("difference"), rows.get(1), "difference");
      near(expected.at("/welch/t"), rows.get(1), "statistic");
      near(expected.at("/welch/p"), rows.get(1), "p");
      near(expected.at("/welch/ci/0"), rows.get(1), "difference_low");
      near(expected.at("/welch/ci/1"), rows.get(1), "difference_high");
    }
  }

  @TempDir Path folder;

  private Typed result(String text, String more) throws IOException {
    var file = Files.writeString(folder.resolve("f.csv"), text);
    return Typed.anywhere().type("pilot result --arm a --outcome o --file " + file + " " + more);
  }

  @Test
  void aFileThatDoesNotFitIsToldByLineAndColumn() throws IOException {
    var wrong = result("a,o\ncontrol,1\nletter,2\nletter,0\n", "");
    assertEquals(Exit.BAD_INPUT, wrong.exit());
    assertTrue(wrong.err().contains("f.csv:3:8: error[OUTCOME_NOT_YES_OR_NO]: \"2\""), wrong.err());
    wrong = result("a,x\ncontrol,1\n", "");
    assertTrue(wrong.err().contains("f.csv:1:1: error[FILE_LACKS_COLUMN]"), wrong.err());
    wrong = result("a,o\nold,1\nnew,1\n", "-o json");
    assertTrue(wrong.err().contains("CONTROL_UNTOLD"), wrong.err());
    wrong = result("a,o\nold,1\nnew,1\n", "--arms old,newer -o json");
    assertTrue(wrong.err().contains("OUTCOME_OF_NO_ARM"), wrong.err());
    wrong = result("a,o\ncontrol,1\nletter,1\nletter,0\n", "-o json");
    assertEquals(Exit.CHECK_FAILED, wrong.exit());
    assertTrue(wrong.err().contains("PILOT_ARM_EMPTY"), wrong.err());
    wrong = result("a,o\ncontrol,1e3\nletter,1\n", "--measure mean -o json");
    assertTrue(wrong.err().contains("OUTCOME_NOT_NUMBER"), wrong.err());
  }

  @Test
  void numbersOfARussianTableAreReadToo() throws IOException {
    var typed = result("a;o\ncontrol;1,5\ncontrol;2,5\nletter;3\nletter;4,25\n", "--measure mean -o csv --columns arm,mean");
    assertEquals("arm,mean\ncontrol,2\nletter,3.625\n", typed.out(), typed.err());
  }

  /** What is compared is the outcome less its slope over the time before, reckoned here row by row. */
  @Test
  void theTimeBeforeIsReadFromTheFileToo() throws IOException {
    double[][] before = {{1, 2, 4, 7}, {2, 3, 3, 6, 8}};
    double[][] after = {{3, 5, 6, 11}, {5, 6, 8, 10, 15}};
    var text = new StringBuilder("a,o,b\n");
    for (var arm = 0; arm < 2; arm++) {
      for (var i = 0; i < before[arm].length; i++) {
        text.append(arm == 0 ? "control," : "letter,");
        text.append(after[arm][i]).append(',').append(before[arm][i]).append('\n');
      }
    }
    var theta =
        (products(before[0], after[0]) + products(before[1], after[1]))
            / (products(before[0], before[0]) + products(before[1], before[1]));
    var plain = 0.0;
    var adjusted = 0.0;
    double[] means = new double[2];
    for (var arm = 0; arm < 2; arm++) {
      var n = after[arm].length;
      double[] less = new double[n];
      for (var i = 0; i < n; i++) less[i] = after[arm][i] - theta * before[arm][i];
      plain += products(after[arm], after[arm]) / (n - 1) / n;
      adjusted += products(less, less) / (n - 1) / n;
      means[arm] = Arrays.stream(less).average().orElseThrow();
    }
    var typed = result(text.toString(), "--measure mean --before b -o json");
    var letter = rows(typed).get(1);
    assertEquals(1 - adjusted / plain, letter.get("variance_gained").asDouble(), DIGITS);
    assertEquals(means[1] - means[0], letter.get("cuped_difference").asDouble(), DIGITS);
    assertTrue(letter.get("variance_gained").asDouble() > 0.9, typed.out());
  }

  /** Of deviations from the means. */
  private static double products(double[] one, double[] other) {
    var mean = Arrays.stream(one).average().orElseThrow();
    var otherMean = Arrays.stream(other).average().orElseThrow();
    var sum = 0.0;
    for (var i = 0; i < one.length; i++) sum += (one[i] - mean) * (other[i] - otherMean);
    return sum;
  }
}
