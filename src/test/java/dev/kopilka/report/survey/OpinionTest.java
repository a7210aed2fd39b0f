package dev.kopilka.report.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kopilka.report.survey.Opinion.Counts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What groups of answers say, against published figures. */
class OpinionTest {
  private static final Confidence USUAL = Confidence.of("95", false);
  private static final Confidence WALD = Confidence.of("95", true);

  /** The cases of the R package NPS, tests/testthat/test_01_basics.R. */
  static Stream<JsonNode> published() throws IOException {
    var file = Path.of("src/test/resources/dev/kopilka/report/survey/nps.json");
    var cases = new ObjectMapper().readTree(file.toFile()).get("cases");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  private static Opinion of(Measure measure, Iterable<JsonNode> scores) {
    var counts = new long[3];
    for (var score : scores) counts[1 - measure.read(score.asText()).orElseThrow()]++;
    return opinion(measure.kind(), counts[0], counts[1], counts[2]);
  }

  private static Opinion opinion(Measure.Kind kind, long positive, long neutral, long negative) {
    var counts = new Counts(positive, neutral, negative);
    return new Opinion("nps", "", kind, counts, 0, Trend.of(kind, Map.of(0, counts)));
  }

  @ParameterizedTest
  @MethodSource("published")
  void npsAndItsErrorAreThoseOfThePackage(JsonNode published) {
    var opinion = of(Measure.NPS, published.get("scores"));
    assertEquals(
        published.get("nps").asDouble(), opinion.score().orElseThrow().doubleValue(), 0.005);
    assertEquals(
        published.get("standard_error").asDouble() * 100,
        opinion.standardError().orElseThrow().doubleValue(),
        0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, false", "0, true", "10, true", "10.5, false", "6.99, true", "'', false",
  })
  void aScoreOutsideOfTheScaleSaysNothing(String score, boolean counts) {
    assertEquals(counts, Measure.NPS.read(score).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"8.9, 0", "9, 1", "7, 0", "6.9, -1"})
  void theEdgesOfNps(String score, int said) {
    assertEquals(said, Measure.NPS.read(score).orElseThrow());
  }

  /** Wilson's interval for 7 of 10: 0.3968 to 0.8922 (Brown, Cai, DasGupta 2001 give the formula). */
  @Test
  void theIntervalOfAShareIsWilsons() {
    var opinion = opinion(Measure.Kind.CSAT, 7, 0, 3);
    assertEquals(Optional.of(new BigDecimal("70.00")), opinion.score());
    assertEquals(Optional.of(new BigDecimal("39.68")), opinion.low(USUAL));
    assertEquals(Optional.of(new BigDecimal("89.22")), opinion.high(USUAL));
    assertEquals(Optional.of(new BigDecimal("41.60")), opinion.low(WALD));
    assertEquals(Optional.of(new BigDecimal("98.40")), opinion.high(WALD));
  }

  /** By hand: 50.75 and 20.75 of 103, so 29.13 with an error of 7.69 points. */
  @Test
  void theIntervalOfNpsIsTheAdjustedOne() {
    var opinion = opinion(Measure.Kind.NPS, 50, 30, 20);
    assertEquals(Optional.of(new BigDecimal("30.00")), opinion.score());
    assertEquals(Optional.of(new BigDecimal("14.05")), opinion.low(USUAL));
    assertEquals(Optional.of(new BigDecimal("44.20")), opinion.high(USUAL));
  }

  @Test
  void anIntervalEndsWhereScoresEnd() {
    assertEquals(
        Optional.of(new BigDecimal("100.00")), opinion(Measure.Kind.NPS, 2, 0, 0).high(USUAL));
    assertEquals(Optional.of(new BigDecimal("0.00")), opinion(Measure.Kind.CSAT, 0, 0, 3).low(WALD));
  }

  @Test
  void noAnswersSayNothing() {
    var nothing = opinion(Measure.Kind.NPS, 0, 0, 0);
    assertEquals(Optional.empty(), nothing.score());
    assertEquals(Optional.empty(), nothing.low(USUAL));
    assertEquals(Optional.empty(), nothing.change(opinion(Measure.Kind.NPS, 1, 0, 0)));
  }

  @ParameterizedTest
  @CsvSource({"60, 40, 20.00, true", "52, 48, 4.00, false", "40, 60, -20.00, true"})
  void aChangeIsSureWhenItIsMoreThanChance(long now, long then, String change, boolean isSure) {
    var later = opinion(Measure.Kind.CSAT, now, 0, 100 - now);
    var earlier = opinion(Measure.Kind.CSAT, then, 0, 100 - then);
    assertEquals(Optional.of(new BigDecimal(change)), later.change(earlier));
    assertEquals(Optional.of(isSure), later.isSure(earlier, USUAL));
  }
}
