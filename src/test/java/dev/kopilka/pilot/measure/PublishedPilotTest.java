package dev.kopilka.pilot.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two arms against the figures of R's help pages, of Efron and Tibshirani, and of two notebooks. */
class PublishedPilotTest {
  /** Recomputed figures have twelve digits. */
  private static final double EXACT = 1e-10;

  private static void near(JsonNode expected, String name, double found) {
    assertEquals(expected.required(name).asDouble(), found, EXACT, name);
  }

  private static void near(JsonNode pair, Interval found) {
    assertEquals(pair.get(0).asDouble(), found.low(), EXACT);
    assertEquals(pair.get(1).asDouble(), found.high(), EXACT);
  }

  private static Mean sleep(String group) {
    return Published.mean(Published.numbers(Published.of("pilot-reference", "welch_sleep", group)));
  }

  @Test
  void sleepIsThatOfTheHelpPage() {
    var welch = new Welch(sleep("group1"), sleep("group2"));
    var recomputed = Published.of("pilot-reference", "welch_sleep", "recomputed");
    near(recomputed, "t", welch.t());
    near(recomputed, "df", welch.degrees());
    near(recomputed, "p", welch.p());
    near(recomputed, "ci_low", welch.interval(0.95).low());
    near(recomputed, "ci_high", welch.interval(0.95).high());
    var published = Published.of("pilot-reference", "welch_sleep", "published");
    assertEquals(published.get("t").asDouble(), welch.t(), 5e-5);
    assertEquals(published.get("df").asDouble(), welch.degrees(), 5e-4);
    assertEquals(published.get("p").asDouble(), welch.p(), 5e-6);
    assertEquals(published.get("ci_low").asDouble(), welch.interval(0.95).low(), 5e-8);
    assertEquals(published.get("mean2").asDouble(), welch.control().value(), 5e-3);
  }

  private static double[] mice(String arm) {
    return Published.numbers(Published.of("pilot-reference", "mouse", arm));
  }

  @Test
  void miceLiveAsLongAsInTheBook() {
    var welch = new Welch(Published.mean(mice("treatment")), Published.mean(mice("control")));
    var recomputed = Published.of("pilot-reference", "mouse", "recomputed");
    near(recomputed, "difference", welch.difference());
    near(recomputed, "se_difference", welch.error());
    near(recomputed.get("welch"), "t", welch.t());
    near(recomputed.get("welch"), "df", welch.degrees());
    near(recomputed.get("welch"), "p", welch.p());
    near(recomputed, "ideal_bootstrap_se_treatment", Bootstrap.endlessError(welch.treatment()));
    near(recomputed, "ideal_bootstrap_se_control", Bootstrap.endlessError(welch.control()));
    var published = Published.of("pilot-reference", "mouse", "published");
    assertEquals(published.get("mean_treatment").asDouble(), welch.treatment().value(), 5e-3);
    assertEquals(published.get("mean_control").asDouble(), welch.control().value(), 5e-3);
    // The book cuts where it might round: 30.6349 is 30.63, and 28.9361 is 28.93.
    assertEquals(published.get("difference").asDouble(), welch.difference(), 1e-2);
    assertEquals(published.get("se_difference").asDouble(), welch.error(), 1e-2);
  }

  @Test
  void allWaysToDealTheMiceAreCounted() {
    var recomputed = Published.of("pilot-reference", "mouse", "recomputed");
    var ways = Permutations.of(mice("treatment"), mice("control"));
    assertEquals(recomputed.get("exact_permutations").asLong(), ways.all());
    near(recomputed, "exact_one_sided_p", ways.oneSided());
    near(recomputed, "exact_two_sided_p", ways.twoSided());
    // The book's 1,000 draws said 0.132; their own error is 0.011.
    var published = Published.of("pilot-reference", "mouse", "published");
    assertEquals(published.get("permutation_asl_1000_draws").asDouble(), ways.oneSided(), 0.022);
  }

  /** 10,000 draws: their error is below a hundredth of the error that they tell. */
  @Test
  void drawsScatterAsTheMeansDo() {
    var draws = Bootstrap.of(mice("treatment"), mice("control"), 1, 10_000);
    var spread = Published.mean(draws.sorted());
    var error = Math.hypot(23.3635234373, 13.3488592732);
    assertEquals(error, spread.deviation(), 0.03 * error);
    assertEquals(30.6349206349, spread.value(), 0.03 * error);
  }

  @Test
  void theSameSeedGivesTheSameDraws() {
    var one = Bootstrap.of(mice("treatment"), mice("control"), 7, 500).interval(0.9);
    assertEquals(one, Bootstrap.of(mice("treatment"), mice("control"), 7, 500).interval(0.9));
    assertTrue(
        !one.equals(Bootstrap.of(mice("treatment"), mice("control"), 8, 500).interval(0.9)));
  }

  @Test
  void fourGroupsOfSmokersAreThoseOfTheHelpPage() {
    var smokers = Published.of("pilot-reference", "proportions", "smokers");
    var shares = new Share[4];
    for (var i = 0; i < shares.length; i++) {
      shares[i] = new Share(smokers.get("events").get(i).asLong(), smokers.get("n").get(i).asLong());
    }
    var alike = ChiSquare.ofShares(shares);
    assertEquals(smokers.at("/published/chisq").asDouble(), alike.value(), 0.05);
    assertEquals(smokers.at("/published/df").asInt(), alike.degrees());
    assertEquals(smokers.at("/published/p").asDouble(), alike.p(), 5e-7);
    near(smokers.get("recomputed"), "chisq", alike.value());
    near(smokers.get("recomputed"), "p", alike.p());
  }

  @Test
  void theLadyTastesHerTea() {
    var tea = new TwoShares(new Share(3, 4), new Share(1, 4));
    var expected = Published.of("pilot-reference", "proportions", "tea");
    assertEquals(expected.at("/published/p_greater").asDouble(), tea.fisherGreater(), 5e-5);
    near(expected.get("recomputed"), "p_greater", tea.fisherGreater());
    near(expected.get("recomputed"), "p_two_sided", tea.fisher());
    assertTrue(tea.isSmall());
  }

  @Test
  void quantilesAreThoseOfTypeSeven() {
    var expected = Published.of("pilot-reference", "quantiles");
    var data = Published.numbers(expected.get("data"));
    var found = new double[expected.get("p").size()];
    for (var i = 0; i < found.length; i++) {
      found[i] = Quantiles.of(data, expected.get("p").get(i).asDouble());
    }
    assertArrayEquals(Published.numbers(expected.get("type7")), found, EXACT);
  }

  private static Share share(JsonNode arm) {
    return new Share(arm.get("events").asLong(), arm.get("n").asLong());
  }

  @ParameterizedTest
  @ValueSource(strings = {"d1", "d7"})
  void returningPlayersAreThoseOfTheNotebooks(String day) {
    var expected = Published.of("cookie-cats", "recomputed_in_R", day);
    var two = new TwoShares(share(expected.get("treatment")), share(expected.get("control")));
    near(expected, "difference", two.difference());
    near(expected, "relative_lift", two.difference() / two.control().rate());
    near(expected, "z_pooled", two.z());
    near(expected, "p_pooled", two.pooled());
    near(expected.get("wald_ci"), two.wald(0.95));
    near(expected.get("newcombe_ci"), two.newcombe(0.95));
    near(expected.get("wilson_treatment"), two.treatment().wilson(0.95));
    near(expected.get("wilson_control"), two.control().wilson(0.95));
    // Without correction the square of z is the statistic of the table.
    var alike = ChiSquare.ofShares(two.treatment(), two.control());
    assertEquals(expected.get("chisq_no_correction").asDouble(), alike.value(), 1e-9);
    near(expected, "p_chisq_no_correction", alike.p());
    assertEquals(expected.get("p_fisher").asDouble(), two.fisher(), 1e-8);
    assertTrue(!two.isSmall());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 20, 63, 1_000_003})
  void whereNobodyOrEverybodyDidItTheIntervalEndsThere(long all) {
    assertEquals(0, new Share(0, all).wilson(0.95).low());
    assertEquals(1, new Share(all, all).wilson(0.95).high());
  }

  @Test
  void theSizesOfTheArmsAreNotWhatTheyWereMeantToBe() {
    var expected = Published.of("cookie-cats", "recomputed_in_R", "sample_ratio");
    var check = ChiSquare.ofSizes(new long[] {44_700, 45_489}, new long[] {1, 1});
    near(expected, "chisq", check.value());
    near(expected, "p", check.p());
    assertEquals(0, ChiSquare.ofSizes(new long[] {30, 60}, new long[] {1, 2}).value());
  }
}
