package dev.kopilka.pilot.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopilka.pilot.measure.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes and powers against R's {@code power.prop.test} and {@code power.t.test}. */
class PlanTest {
  private static final JsonNode POWER = Published.of("pilot-reference", "power");
  private static final Plan SHARES = new SharePlan(0.5, 0.25, 0.05);
  private static final Plan MEANS = new MeanPlan(1, 1, 0.05);

  @Test
  void sharesAreThoseOfTheHelpPage() {
    assertEquals(POWER.get("prop_n50_p50_p75").asDouble(), SHARES.power(50), 1e-10);
    // R looks for the size with a tolerance of 1e-4 of its own.
    assertEquals(POWER.get("prop_p50_p75_power90_n").asDouble(), SHARES.size(0.9), 1e-3);
    assertEquals(POWER.at("/published/prop_power").asDouble(), SHARES.power(50), 5e-3);
    assertEquals(POWER.at("/published/prop_n").asDouble(), SHARES.size(0.9), 5e-2);
  }

  @Test
  void meansAreThoseOfTheHelpPage() {
    assertEquals(POWER.get("t_n20_delta1_power").asDouble(), MEANS.power(20), 1e-10);
    assertEquals(POWER.get("t_power90_delta1_n").asDouble(), MEANS.size(0.9), 1e-4);
    assertEquals(POWER.at("/published/t_power").asDouble(), MEANS.power(20), 5e-8);
    assertEquals(POWER.at("/published/t_n").asDouble(), MEANS.size(0.9), 5e-5);
  }

  @ParameterizedTest
  @CsvSource({"d1, 1e-2", "d7, 1e-2"})
  void thePlayersNeededAreThoseOfTheRecomputation(String day, double tolerance) {
    var expected = Published.of("cookie-cats", "recomputed_in_R", day);
    var plan =
        new SharePlan(
            expected.get("rate_control").asDouble(), expected.get("difference").asDouble(), 0.05);
    assertEquals(expected.get("n_per_group_80pct_power").asDouble(), plan.size(0.8), tolerance);
  }

  @Test
  void sizePowerAndEffectLeadToEachOther() {
    assertEquals(0.25, SHARES.effect(SHARES.size(0.9), 0.9), 1e-9);
    assertEquals(1, MEANS.effect(MEANS.size(0.9), 0.9), 1e-6);
    assertEquals(-0.1, new SharePlan(0.5, -0.1, 0.01).effect(
        new SharePlan(0.5, -0.1, 0.01).size(0.8), 0.8), 1e-9);
    assertEquals(-3, new MeanPlan(20, -3, 0.01).effect(new MeanPlan(20, -3, 0.01).size(0.8), 0.8),
        1e-5);
  }

  @Test
  void tooFewShowNoEffectAtAll() {
    assertTrue(Double.isNaN(new SharePlan(0.99, 0.001, 0.05).effect(10, 0.9)));
    assertTrue(Double.isNaN(MEANS.effect(1, 0.9)));
  }

  /** A tiny effect: the series and the approximation for many degrees have to meet. */
  @Test
  void aMillionMembersAreCountedToo() {
    var plan = new MeanPlan(250, 1, 0.05);
    var size = plan.size(0.8);
    // By the normal distribution: 2 (1.959964 + 0.841621)^2 250^2.
    assertEquals(2 * Math.pow(1.959963985 + 0.841621234, 2) * 250 * 250, size, 2);
    assertEquals(0.8, plan.power(size), 1e-6);
  }
}
