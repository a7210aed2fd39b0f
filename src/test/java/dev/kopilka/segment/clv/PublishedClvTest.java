package dev.kopilka.segment.clv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopilka.segment.clv.ClvTerms.Prospect;
import dev.kopilka.segment.clv.estimate.BgNbd;
import dev.kopilka.segment.clv.estimate.BuyingFit;
import dev.kopilka.segment.clv.estimate.Histories;
import dev.kopilka.segment.clv.estimate.Histories.Span;
import dev.kopilka.segment.clv.estimate.Patterns;
import dev.kopilka.segment.clv.estimate.SpendingFit;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The figures of Fader, Hardie and Lee (2005), Fader and Hardie (2013), and R; without a ledger. */
class PublishedClvTest {
  private static JsonNode expected;
  private static Histories buyers;
  private static Patterns patterns;
  private static BuyingFit.Found buying;
  private static SpendingFit.Found spending;

  @BeforeAll
  static void fit() throws IOException {
    expected = Cdnow.expected();
    var end = (int) Cdnow.END.toEpochDay();
    var gathering = new Gathering(new Span(0, end, (int) Cdnow.LAST.toEpochDay()));
    var byCustomer = new TreeMap<String, Purchases>();
    for (var sale : Cdnow.sales()) {
      byCustomer
          .computeIfAbsent(sale.customer(), _ -> new Purchases())
          .buy((int) sale.day().toEpochDay(), sale.cents());
    }
    var codes = List.copyOf(byCustomer.keySet());
    for (var i = 0; i < codes.size(); i++) gathering.take(i, byCustomer.get(codes.get(i)));
    buyers = gathering.sorted(number -> codes.get((int) number));
    patterns = Patterns.of(buyers);
    buying = BuyingFit.of(patterns);
    spending = SpendingFit.of(buyers, 100).orElseThrow();
  }

  private static double relative() {
    return expected.path("tolerances").path("parameters_relative").asDouble();
  }

  private static double absolute() {
    return expected.path("tolerances").path("loglik_absolute").asDouble();
  }

  private static void near(JsonNode wanted, double found) {
    var number = wanted.asDouble();
    assertEquals(number, found, Math.abs(number) * relative());
  }

  private static void parameters(JsonNode wanted) {
    near(wanted.path("r"), buying.model().r());
    near(wanted.path("alpha"), buying.model().alpha());
    near(wanted.path("a"), buying.model().a());
    near(wanted.path("b"), buying.model().b());
  }

  private static void spendParameters(JsonNode wanted) {
    near(wanted.path("p"), spending.model().p());
    near(wanted.path("q"), spending.model().q());
    near(wanted.path("gamma"), spending.model().gamma());
  }

  @Test
  void countsWhatTheSourceCounts() {
    var data = expected.path("data");
    assertEquals(data.path("customers").asLong(), buyers.size());
    assertEquals(data.path("customers_with_repeat").asLong(), buyers.repeatBuyers());
    assertEquals(data.path("holdout_purchase_days").asLong(), buyers.occasionsLater());
    var repeats = 0L;
    for (var x : buyers.repeats()) repeats += x;
    assertEquals(data.path("repeat_purchase_days_calibration").asLong(), repeats);
  }

  @Test
  void theParametersOfBuyingAreThePublishedOnes() {
    parameters(expected.path("published").path("bgnbd"));
    parameters(expected.path("published").path("bgnbd_more_digits"));
    parameters(expected.path("recomputed_in_R").path("bgnbd"));
    // The published -9582.4 has one decimal: half a unit of it comes on top.
    var published = expected.path("published");
    assertEquals(published.path("bgnbd_loglik").asDouble(), buying.maximum().value(), 0.05);
    assertEquals(
        published.path("bgnbd_more_digits_loglik").asDouble(),
        buying.maximum().value(),
        absolute());
    assertEquals(
        expected.path("recomputed_in_R").path("bgnbd_loglik").asDouble(),
        buying.maximum().value(),
        absolute());
    assertTrue(buying.maximum().isSettled() && !buying.maximum().isAtEdge());
  }

  @Test
  void theParametersOfSpendAreThePublishedOnes() {
    spendParameters(expected.path("published").path("gammagamma"));
    spendParameters(expected.path("recomputed_in_R").path("gammagamma"));
    assertEquals(
        expected.path("published").path("gammagamma_loglik").asDouble(),
        spending.logLikelihood(),
        absolute());
    assertEquals(
        expected.path("recomputed_in_R").path("gammagamma_loglik").asDouble(),
        spending.logLikelihood(),
        absolute());
  }

  /** The fit takes the likelihood apart by days and counts; the formula as printed must agree. */
  @Test
  void theFastLikelihoodIsTheOneOfTheFormula() {
    var sum = 0.0;
    for (var i = 0; i < buyers.size(); i++) {
      sum +=
          buying
              .model()
              .logLikelihood(buyers.repeats()[i], buyers.recency()[i] / 7.0, buyers.age()[i] / 7.0);
    }
    assertEquals(sum, buying.maximum().value(), 1e-6);
  }

  @Test
  void whatIsToBeExpectedIsWhatThePublishedNoteExpects() {
    var one = expected.path("published").path("conditional_expectation");
    var found =
        buying
            .model()
            .expected(
                one.path("x").asInt(),
                one.path("t_x").asDouble(),
                one.path("T").asDouble(),
                one.path("t").asDouble());
    assertEquals(one.path("value").asDouble(), found, 0.001);
    near(
        expected.path("recomputed_in_R").path("conditional_expectation_x2"),
        buying.model().expected(2, 213 / 7.0, 272 / 7.0, 39));
    var fresh = expected.path("published").path("expected_for_new_customer");
    for (var i = 0; i < fresh.path("value").size(); i++) {
      var weeks = buying.model().expectedOfNew(fresh.path("t_weeks").path(i).asDouble());
      assertEquals(
          fresh.path("value").path(i).asDouble(), weeks, fresh.path("tolerance").asDouble());
      near(expected.path("recomputed_in_R").path("new_customer").path(i), weeks);
    }
  }

  @Test
  void chancesOfCountsAreThePublishedOnes() {
    var published = expected.path("published").path("pmf_at_published_parameters");
    var model = new BgNbd(0.243, 4.414, 0.793, 2.426);
    near(published.path("p_10_by_2_weeks"), model.probability(10, 2));
    near(published.path("p_0_by_39_weeks"), model.probability(0, 39));
    for (var i = 0; i < 10; i++) {
      near(published.path("p_11_to_20_by_30_weeks").path(i), model.probability(11 + i, 30));
    }
  }

  @Test
  void spendOfTheFirstTenIsThePublishedOne() {
    var published = expected.path("published").path("expected_spend_first_10_customers");
    for (var i = 0; i < 10; i++) {
      var x = buyers.repeats()[i];
      var mean = x == 0 ? 0 : buyers.meanSpend(i) / 100;
      var found = spending.model().expected(x, mean).orElseThrow();
      assertEquals(
          published.path("value").path(i).asDouble(), found, published.path("tolerance").asDouble());
      near(expected.path("recomputed_in_R").path("spend_first_10").path(i), found);
    }
  }

  @Test
  void sumsOfTheSampleAreThoseOfR() throws IOException {
    var sums = expected.path("recomputed_in_R");
    near(sums.path("sum_exp_39w"), patterns.expected(buying.model(), 39));
    near(sums.path("sum_exp_52w"), patterns.expected(buying.model(), 52));
    var alive = 0.0;
    for (var i = 0; i < buyers.size(); i++) {
      alive +=
          buying
              .model()
              .alive(buyers.repeats()[i], buyers.recency()[i] / 7.0, buyers.age()[i] / 7.0);
    }
    near(sums.path("mean_p_alive"), alive / buyers.size());
    var value = 0.0;
    for (var row : new Clv(buyers, new Prospect(52, 0, 1), 2)) {
      value += row.value().orElseThrow().doubleValue();
    }
    near(sums.path("sum_clv_52w_undiscounted"), value);
    var quality = new Quality(buyers, java.util.Optional.of(buying), java.util.Optional.of(spending));
    near(sums.path("cor_frequency_monetary"), quality.correlation().orElseThrow());
    assertEquals(List.of(), quality.warnings(quality.frequencies(patterns), List.of()));
  }

  @Test
  void everyOneOfTheCustomersIsAsInR() throws IOException {
    var customers = Cdnow.customers();
    assertEquals(2357, customers.size());
    var model = buying.model();
    for (var i = 0; i < customers.size(); i++) {
      var customer = customers.get(i);
      assertEquals(customer.code(), buyers.codes()[i]);
      var x = buyers.repeats()[i];
      var recency = buyers.recency()[i] / 7.0;
      var age = buyers.age()[i] / 7.0;
      var mean = x == 0 ? 0 : buyers.meanSpend(i) / 100;
      assertEquals(customer.x(), x, customer.code());
      assertEquals(customer.recency(), recency, 1e-6, customer.code());
      assertEquals(customer.age(), age, 1e-6, customer.code());
      assertEquals(customer.mean(), mean, 1e-6, customer.code());
      assertEquals(customer.later(), buyers.later()[i], customer.code());
      var spend = spending.model().expected(x, mean).orElseThrow();
      var year = model.expected(x, recency, age, 52);
      var found =
          new double[] {
            model.alive(x, recency, age), model.expected(x, recency, age, 39), year, spend,
            year * spend
          };
      for (var j = 0; j < found.length; j++) {
        var wanted = customer.expected()[j];
        var name = customer.code() + " " + Cdnow.Customer.NAMES.get(j);
        assertEquals(wanted, found[j], Math.abs(wanted) * relative(), name);
      }
    }
  }

  /**
   * Week by week from the formula itself (Fader, Hardie and Lee 2005, equation 10), with a series of
   * its own: a week more or less of interest would be 0.18 percent.
   */
  @Test
  void interestIsTakenAtTheEndOfEachWeek() {
    var clv = new Clv(buyers, new Prospect(52, 0.1, 1), 2);
    var model = clv.fit().buying().orElseThrow();
    var compared = 0;
    for (var i = 0; i < buyers.size(); i++) {
      var row = clv.get(i);
      var value = row.value().orElseThrow().doubleValue();
      if (value < 100) continue;
      var whole = expected(model, i, 52);
      var worth = 0.0;
      for (var week = 1; week <= 52; week++) {
        var more = expected(model, i, week) - expected(model, i, week - 1);
        worth += more / Math.pow(1.1, week / 52.0);
      }
      assertEquals(value * worth / whole, row.discountedValue().orElseThrow().doubleValue(), 0.02);
      compared++;
    }
    assertTrue(compared > 50, "" + compared);
  }

  private static double expected(Fit.Buying model, int buyer, double weeks) {
    var x = buyers.repeats()[buyer];
    var recency = buyers.recency()[buyer] / 7.0;
    var age = buyers.age()[buyer] / 7.0;
    var r = model.r().doubleValue();
    var alpha = model.alpha().doubleValue();
    var a = model.a().doubleValue();
    var b = model.b().doubleValue();
    var z = weeks / (alpha + age + weeks);
    var term = 1.0;
    var series = 1.0;
    for (var n = 0; n < 2000; n++) {
      term *= (r + x + n) * (b + x + n) / ((a + b + x - 1 + n) * (n + 1)) * z;
      series += term;
    }
    var lives = 1 - Math.pow((alpha + age) / (alpha + age + weeks), r + x) * series;
    var dead = x == 0 ? 0 : a / (b + x - 1) * Math.pow((alpha + age) / (alpha + recency), r + x);
    return (a + b + x - 1) / (a - 1) * lives / (1 + dead);
  }
}
