package dev.kopilka.model.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.account.History.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums by day against the parts that they are made of, whatever the order those came in. */
class HistoryTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 2, 20);

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theSumsOfAnyDaysAreThoseOfTheirParts(long seed) {
    var random = new Random(seed);
    var parts = new ArrayList<Day>();
    for (var i = random.nextInt(40); i > 0; i--) parts.add(part(random));
    var cut = random.nextInt(parts.size() + 1);
    var one = new History(parts.subList(0, cut));
    var history = one.and(new History(parts.subList(cut, parts.size())));

    var from = FIRST.plusDays(random.nextInt(14) - 2);
    var to = from.plusDays(random.nextInt(14) - 2);
    var meant = parts.stream().filter(day -> isWithin(day.date(), from, to)).toList();
    assertEquals(sum(meant, Day::spend), history.spend(from, to));
    assertEquals(sum(meant, Day::visits), history.visits(from, to));
    assertEquals(sum(meant, Day::points), history.points(from, to));
    assertEquals(
        sum(meant, day -> day.given().getOrDefault("a", 0L)), history.given("a", from, to));
    assertEquals(
        meant.stream().map(Day::date).distinct().sorted().toList(),
        history.days(from, to).stream().map(Day::date).toList());
  }

  /** A card with any number of purchases is not slower than one that is used once a day. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsKeptGrowsWithTheDaysAlone(long seed) {
    var random = new Random(seed);
    var history = History.NONE;
    for (var i = 0; i < 300; i++) history = history.and(new History(List.of(part(random))));
    assertEquals(10, history.days().size());
  }

  private static Day part(Random random) {
    var date = FIRST.plusDays(random.nextInt(10));
    return random.nextBoolean()
        ? Day.gift(date, random.nextBoolean() ? "a" : "b", random.nextInt(50) - 20L)
        : Day.occasion(date, random.nextInt(900) - 300L, random.nextInt(3) - 1L);
  }

  private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static long sum(List<Day> days, ToLongFunction<Day> what) {
    return days.stream().mapToLong(what).sum();
  }
}
