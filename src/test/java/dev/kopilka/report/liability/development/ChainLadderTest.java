package dev.kopilka.report.liability.development;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Mack (1993) on the data of Taylor and Ashe, and where the method ends. */
class ChainLadderTest {
  private static Triangle triangle;
  private static JsonNode expected;

  @BeforeAll
  static void read() throws IOException {
    triangle = TaylorAshe.triangle();
    var file = TaylorAshe.FOLDER.resolve("expected.json").toFile();
    expected = JsonMapper.builder().build().readTree(file);
  }

  @Test
  void theTableOfMack1993IsMet() {
    var ladder = ChainLadder.of(triangle, LastSigma.MACK);
    var published = expected.get("published");
    for (var i = 0; i < published.get("origin").size(); i++) {
      var origin = ladder.origins().get(published.get("origin").get(i).asInt() - 1);
      var message = "origin " + (i + 2);
      assertEquals(
          published.get("reserve_thousands").get(i).asLong(),
          Math.round(origin.expected() / 1_000),
          message);
      assertEquals(
          published.get("se_percent").get(i).asLong(),
          Math.round(100 * origin.error() / origin.expected()),
          message);
    }
    var total = ladder.total();
    assertEquals(published.get("total_reserve").asLong(), Math.round(total.expected()));
    assertEquals(published.get("total_se").asLong(), Math.round(total.error()));
    assertEquals(13, Math.round(100 * total.error() / total.expected()));
  }

  @ParameterizedTest
  @EnumSource(LastSigma.class)
  void bothRulesForTheLastSigmaAreMetToTheLastDigits(LastSigma rule) {
    var ladder = ChainLadder.of(triangle, rule);
    var part =
        expected.get("recomputed_last_sigma_" + rule.name().toLowerCase(java.util.Locale.ROOT));
    var relative = expected.get("tolerance").get("se_relative").asDouble();
    var absolute = expected.get("tolerance").get("ultimate").asDouble();
    for (var i = 0; i < ladder.steps().size(); i++) {
      var step = ladder.steps().get(i);
      near(part.get("f").get(i), step.factor(), relative);
      near(part.get("f_se").get(i), step.error(), relative);
      near(part.get("sigma").get(i), step.sigma(), relative);
    }
    for (var i = 0; i < ladder.origins().size(); i++) {
      var origin = ladder.origins().get(i);
      assertEquals(part.get("latest").get(i).asDouble(), origin.latest());
      assertEquals(part.get("ultimate").get(i).asDouble(), origin.ultimate(), absolute);
      near(part.get("process_se").get(i), origin.process(), relative);
      near(part.get("parameter_se").get(i), origin.parameter(), relative);
      near(part.get("mack_se").get(i), origin.error(), relative);
    }
    var total = part.get("total");
    assertEquals(total.get("ultimate").asDouble(), ladder.total().ultimate(), absolute);
    near(total.get("mack_se"), ladder.total().error(), relative);
  }

  private static void near(JsonNode expected, double found, double relative) {
    assertEquals(expected.asDouble(), found, Math.abs(expected.asDouble()) * relative);
  }

  private static Triangle triangle(double[]... rows) {
    var names = new ArrayList<String>();
    for (var i = 0; i < rows.length; i++) names.add("p" + i);
    return new Triangle(names, List.of(rows));
  }

  @ParameterizedTest
  @EnumSource(LastSigma.class)
  void whatMovesNoMoreHasNoSpread(LastSigma rule) {
    var still =
        triangle(
            new double[] {10, 20, 20, 20, 20},
            new double[] {10, 30, 30, 30},
            new double[] {20, 30, 30},
            new double[] {10, 20},
            new double[] {10});
    var ladder = ChainLadder.of(still, rule);
    assertEquals(0, ladder.steps().getLast().sigma());
    assertEquals(20, ladder.origins().get(3).ultimate());
    assertEquals(0, ladder.origins().get(3).error());
    assertEquals(20, ladder.origins().get(4).ultimate());
  }

  @ParameterizedTest
  @CsvSource({"16,4,1", "4,16,4", "9,9,9", "0,4,0", "4,0,0"})
  void macksLastSigmaFallsAsItFellAndNeverRises(double before, double last, double then) {
    assertEquals(then, LastSigma.MACK.squared(new double[] {100, before, last}));
  }

  @Test
  void theLogarithmOfSigmaGoesStraightOn() {
    assertEquals(1, LastSigma.LOGLINEAR.squared(new double[] {64, 16, 4}), 1e-12);
    assertEquals(1, LastSigma.LOGLINEAR.squared(new double[] {64, 0, 4}), 1e-12);
    assertEquals(4, LastSigma.LOGLINEAR.squared(new double[] {0, 0, 4}));
  }

  @Test
  void aCellWithoutRedemptionsIsNamedAndNotDividedBy() {
    var hollow =
        triangle(
            new double[] {10, 20, 20, 20},
            new double[] {10, 30, 30},
            new double[] {0, 30},
            new double[] {10});
    assertEquals(new Triangle.Cell(2, 0), hollow.hollow().orElseThrow());
    assertThrows(IllegalArgumentException.class, () -> ChainLadder.of(hollow, LastSigma.MACK));
  }

  @Test
  void aTriangleIsCutByItsDiagonal() {
    assertThrows(
        IllegalArgumentException.class,
        () -> triangle(new double[] {1, 2, 3}, new double[] {1, 2}, new double[] {1}));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            triangle(
                new double[] {1, 2, 3, 4},
                new double[] {1, 2, 3, 4},
                new double[] {1, 2},
                new double[] {1}));
  }
}
