package dev.kopilka.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.program.segment.RfmTerms.Ties;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassesTest {
  private static long[] numbers(String text) {
    return Arrays.stream(text.strip().split(" +")).mapToLong(Long::parseLong).toArray();
  }

  private static String text(byte[] classes) {
    var text = new StringBuilder();
    for (var one : classes) text.append(one).append(' ');
    return text.toString().strip();
  }

  /** Borders in fifths; what R says to {@code quantile(x, 1:4/5, type = 7)}, times five. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7                    | 35 35 35 35
          0 1                  | 1 2 3 4
          1 2 3 4 5            | 9 13 17 21
          5 4 3 2 1            | 9 13 17 21
          1 2 3 4 5 6          | 10 15 20 25
          10 20 30 40          | 80 110 140 170
          -30 -20 -10 0        | -120 -90 -60 -30
          1 1 1 1 1 9          | 5 5 5 5
          3 3 5 8 8 8 13 21    | 19 37 40 55
          """)
  void quantilesMoveLinearlyBetweenNeighbours(String values, String borders) {
    assertArrayEquals(numbers(borders), Classes.borders(numbers(values)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          with_smaller | 1 2 3 4 5 6   | 1 1 2 3 4 5
          with_larger  | 1 2 3 4 5 6   | 1 2 3 4 5 5
          plus_one     | 1 2 3 4 5 6   | 1 1 2 3 4 5
          apart        | 1 2 3 4 5 6   | 1 1 2 3 4 5
          with_smaller | 10 20 30 40   | 1 2 4 5
          plus_one     | 10 16 17 40   | 1 2 2 5
          with_smaller | 10 16 17 40   | 1 2 4 5
          with_smaller | 5 5 5 5 5 5   | 1 1 1 1 1 1
          with_larger  | 5 5 5 5 5 5   | 5 5 5 5 5 5
          plus_one     | 5 5 5 5 5 5   | 1 1 1 1 1 1
          apart        | 5 5 5 5 5 5   | 1 1 2 3 4 5
          apart        | 9 1 9 1 9 1 9 | 2 1 3 1 4 2 5
          apart        | 3 1 2         | 3 1 2
          apart        | 9223372036854775807 -9000000000000000000 0 5 5 7 | 5 1 1 2 3 4
          with_smaller | 4             | 1
          apart        | 4             | 1
          """)
  void theRuleForTiesSaysWhereABorderBelongs(String ties, String values, String classes) {
    var rule = Ties.valueOf(ties.toUpperCase(java.util.Locale.ROOT));
    assertEquals(classes, text(new Classes(rule, 1).quintiles(numbers(values))));
  }

  @ParameterizedTest
  @CsvSource({
    "with_smaller, 1 1 2 2 3 5",
    "with_larger,  1 2 2 3 4 5",
    "plus_one,     1 1 1 2 3 5"
  })
  void edgesFollowTheSameRules(String ties, String classes) {
    var rule = new Classes(Ties.valueOf(ties.strip().toUpperCase(java.util.Locale.ROOT)), 2);
    var values = numbers("9 10 11 20 30 42");
    assertEquals(classes, text(rule.edges(List.of(10L, 20L, 30L, 40L), values)));
  }

  /** Whatever the numbers, equal groups differ by one at most and never put less above more. */
  @Test
  void equalGroupsAreEqual() {
    var random = new java.util.Random(20261122);
    for (var round = 0; round < 200; round++) {
      var values = random.longs(1 + random.nextInt(60), -5, 6).toArray();
      var classes = new Classes(Ties.APART, 1).quintiles(values);
      var sizes =
          Arrays.stream(numbers(text(classes)))
              .boxed()
              .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
      var least = values.length / 5;
      for (var size : sizes.values()) assertEquals(true, size == least || size == least + 1);
      for (var i = 0; i < values.length; i++) {
        for (var j = 0; j < i; j++) {
          if (values[j] <= values[i]) assertEquals(true, classes[j] <= classes[i]);
        }
      }
    }
  }

  /** Against the library's sort, which is stable: few bits and many, numbers below zero, any number of them. */
  @Test
  void equalValuesKeepTheirOrder() {
    for (var seed = 1L; seed <= 300; seed++) {
      var random = new Random(seed);
      var bits = 1 + random.nextInt(63);
      var from = random.nextLong();
      var values = new long[random.nextInt(400)];
      for (var i = 0; i < values.length; i++) values[i] = from + (random.nextLong() >>> bits);
      var expected =
          IntStream.range(0, values.length)
              .boxed()
              .sorted(Comparator.comparingLong(i -> values[i]))
              .mapToInt(i -> i)
              .toArray();
      assertArrayEquals(expected, Classes.order(values), "seed " + seed);
    }
  }

  @Test
  void nobodyIsNoTrouble() {
    for (var ties : Ties.values()) {
      assertEquals(0, new Classes(ties, 1).quintiles(new long[0]).length);
    }
  }
}
