package dev.kopilka.segment.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.program.lifecycle.ClubTerms;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.segment.lifecycle.Life.Contract;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random lives, day by day, against a second telling: each stage by a condition of its own, in words
 * of the calendar. Exactly one holds on every day, and it is the stage that is told.
 */
class EveryDayTest {
  private static final LocalDate START = LocalDate.of(2024, 1, 30);
  private static final int DAYS = 800;
  private static final int LIVES = 150;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aShopsMemberIsInExactlyOneStage(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < LIVES; i++) {
      var terms =
          new ShopTerms(
              random.nextBoolean() ? Period.ofMonths(1) : Period.ofDays(20 + random.nextInt(80)),
              Period.ofMonths(4 + random.nextInt(12)));
      check(Naive.random(random), terms, Naive::shop);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aClubsMemberIsInExactlyOneStage(long seed) {
    var random = new Random(seed);
    for (var i = 0; i < LIVES; i++) {
      check(Naive.random(random), ClubStagingTest.TERMS, Naive::club);
    }
  }

  private interface Telling<T> {
    EnumSet<Stage> on(Naive naive, LocalDate day, T terms);
  }

  private static <T extends LifecycleTerms> void check(Naive naive, T terms, Telling<T> telling) {
    for (var i = 0; i < DAYS; i++) {
      var day = START.plusDays(i);
      var told = Staging.on(day, terms).stage(naive.life);
      var all = day.isBefore(naive.enrolled) ? EnumSet.noneOf(Stage.class) : telling.on(naive, day, terms);
      assertEquals(all.isEmpty() ? 0 : 1, all.size(), day + ": " + all + " " + naive);
      assertEquals(all.stream().findFirst(), told, day + " " + naive);
    }
  }

  /** A life twice: as the product keeps it, and as plain lists. */
  private record Naive(
      Life life,
      LocalDate enrolled,
      LocalDate left,
      List<LocalDate> done,
      List<LocalDate> trained,
      List<LocalDate> shown,
      List<LocalDate[]> contracts,
      List<LocalDate[]> lessons) {

    static Naive random(Random random) {
      var life = new Life();
      var enrolled = START.plusDays(random.nextInt(200));
      life.begin(1, "1001", number(enrolled));
      var left = random.nextInt(4) == 0 ? enrolled.plusDays(random.nextInt(DAYS)) : LocalDate.MAX;
      if (!left.equals(LocalDate.MAX)) life.leave(number(left));
      var naive =
          new Naive(
              life,
              enrolled,
              left,
              days(random, enrolled, random.nextInt(random.nextBoolean() ? 4 : 40)),
              days(random, enrolled, random.nextInt(4)),
              days(random, enrolled, random.nextInt(6)),
              contracts(random, enrolled, random.nextInt(4)),
              contracts(random, enrolled, random.nextInt(2)));
      for (var day : naive.done) {
        life.purchases.add(number(day));
        life.visits.add(number(day));
      }
      for (var day : naive.trained) life.trainings.add(number(day));
      for (var day : naive.shown) life.starters.add(number(day));
      for (var one : naive.contracts) life.memberships.add(contract(one));
      for (var one : naive.lessons) life.lessons.add(contract(one));
      return naive;
    }

    private static Contract contract(LocalDate[] days) {
      return new Contract(number(days[0]), number(days[1]), number(days[2]));
    }

    /** In no order, some of them twice. */
    private static List<LocalDate> days(Random random, LocalDate from, int count) {
      return random.ints(count, 0, DAYS).mapToObj(from::plusDays).toList();
    }

    /** Known, first and last day. */
    private static List<LocalDate[]> contracts(Random random, LocalDate from, int count) {
      return random
          .ints(count, 0, DAYS)
          .mapToObj(from::plusDays)
          .map(
              known -> {
                var first = known.plusDays(random.nextInt(40));
                return new LocalDate[] {known, first, first.plusDays(random.nextInt(400))};
              })
          .toList();
    }

    private static int number(LocalDate day) {
      return (int) day.toEpochDay();
    }

    /** Whether one of the days lies after the first and not after the last of these. */
    private static boolean any(List<LocalDate> days, LocalDate after, LocalDate upTo) {
      return days.stream().anyMatch(day -> day.isAfter(after) && !day.isAfter(upTo));
    }

    EnumSet<Stage> shop(LocalDate day, ShopTerms terms) {
      var term = day.minus(terms.active());
      var gone = !left.isAfter(day);
      var now = !gone && any(done, term, day);
      var earlier = any(done, LocalDate.MIN, term);
      var before = any(done, day.minus(terms.active().multipliedBy(2)), term);
      var warm = any(done, day.minus(terms.lost()), day) || enrolled.isAfter(day.minus(terms.lost()));
      var all = EnumSet.noneOf(Stage.class);
      if (now && !earlier) all.add(Stage.NEW);
      if (now && before) all.add(Stage.RETAINED);
      if (now && earlier && !before) all.add(Stage.REACTIVATED);
      if (!gone && !now && warm) all.add(Stage.DORMANT);
      if (gone || !now && !warm) all.add(Stage.LOST);
      return all;
    }

    EnumSet<Stage> club(LocalDate day, ClubTerms terms) {
      var spans = terms.spans();
      var known = contracts.stream().filter(one -> !one[0].isAfter(day)).toList();
      var begun = known.stream().filter(one -> !one[1].isAfter(day)).map(one -> one[1]).toList();
      var renewed = begun.stream().distinct().count() > 1;
      var began = begun.stream().max(LocalDate::compareTo);
      var end = known.stream().map(one -> one[2]).max(LocalDate::compareTo);
      var since = known.isEmpty() ? enrolled : began.orElse(day);
      var seen = any(done, day.minus(spans.inactive()), day) || since.isAfter(day.minus(spans.inactive()));
      var gone = !left.isAfter(day);
      var forgotten = day.minus(spans.inactive()).minus(spans.lost());
      var lost =
          gone
              || end.isPresent() && end.get().plus(spans.lost()).isBefore(day)
              || end.isEmpty() && !any(done, forgotten, day) && !enrolled.isAfter(forgotten);
      var ending = !lost && end.isPresent() && !end.get().minus(spans.renewal()).isAfter(day.minusDays(1));
      var here = !lost && !ending;
      var trains =
          any(trained, day.minus(terms.training().within()), day)
              || lessons.stream()
                  .anyMatch(
                      one ->
                          !one[0].isAfter(day) && !one[1].isAfter(day) && !one[2].isBefore(day));
      var waits = here && !known.isEmpty() && begun.isEmpty();
      var comes = here && !waits && seen && !trains;
      var young = since.isAfter(day.minus(spans.fresh()));
      var starter =
          shown.stream().filter(one -> !one.isAfter(day)).count() >= terms.starter().count();
      var all = EnumSet.noneOf(Stage.class);
      if (lost) all.add(Stage.LOST);
      if (ending) all.add(Stage.UP_FOR_RENEWAL);
      if (here && !waits && !seen) all.add(Stage.INACTIVE);
      if (here && !waits && seen && trains) all.add(Stage.IN_PERSONAL_TRAINING);
      if (comes && !young) all.add(Stage.ACTIVE);
      if (comes && young && renewed) all.add(Stage.NEW_RENEWED);
      if (comes && young && !renewed && starter) all.add(Stage.STARTER_PACK_DONE);
      if (waits || comes && young && !renewed && !starter) all.add(Stage.NEW);
      return all;
    }
  }
}
