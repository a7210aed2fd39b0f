package dev.kopilka.segment.portrait;

import dev.kopilka.segment.portrait.Line.Measure;
import dev.kopilka.segment.portrait.count.Cells.Cell;
import dev.kopilka.segment.portrait.count.Cells;
import dev.kopilka.segment.portrait.count.Count.Group;
import dev.kopilka.segment.portrait.count.Count;
import dev.kopilka.segment.portrait.count.Effect;
import dev.kopilka.segment.portrait.count.Means;
import dev.kopilka.segment.portrait.count.Shares;
import dev.kopilka.segment.portrait.count.Sparing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts what was counted on paper, line by line. */
final class Drawing {
  static final String YES = "yes";
  static final String NO = "no";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int SHARE_DECIMALS = 4;
  private static final int PERCENT_SCALE = 2;
  private static final int MEAN_DECIMALS = 2;

  private final Sitting.Terms terms;
  private final Sparing sparing;
  private final List<Line> lines = new ArrayList<>();

  /** The value of a member who does, or does not. */
  static String word(boolean is) {
    return is ? YES : NO;
  }

  Drawing(Sitting.Terms terms) {
    this.terms = terms;
    this.sparing = new Sparing(terms.least(), terms.top());
  }

  List<Line> lines() {
    return lines;
  }

  /** What a partition divides. */
  enum Of {
    MEMBERS,
    /** Receipts, or also visits: how often somebody was there. */
    TIMES
  }

  /** Where a line stands: its part of the portrait and its trait. */
  record Place(Section section, String trait) {}

  void partition(Place place, Cells cells, Of of, List<String> order) {
    var whole = cells.whole();
    for (var cell : sparing.partition(cells, order, of == Of.MEMBERS)) {
      var members = of == Of.MEMBERS ? membersOf(cell) : knownMembersOf(cell);
      share(place, named(cell), whole, new Beside(members, h(cell.count(), whole)));
    }
  }

  /**
   * Shares of money. Its units are not independent of each other, so the effect is that of the
   * members' own shares; of values put together nobody knows these.
   */
  void money(Place place, Cells cells, Shares own) {
    for (var cell : sparing.partition(cells, List.of(), false)) {
      var members = knownMembersOf(cell);
      Optional<Effect> effect =
          members.isEmpty()
              ? Optional.empty()
              : own.effect(cell.value(), terms.isAgainstRest());
      share(place, named(cell), cells.whole(), new Beside(members, effect));
    }
  }

  private static OptionalLong membersOf(Cell cell) {
    return OptionalLong.of(cell.count().members(Group.SEGMENT));
  }

  /** Where a member may have several values, nobody knows how many have one of those put together. */
  private static OptionalLong knownMembersOf(Cell cell) {
    return cell.value().equals(Sparing.OTHER) ? OptionalLong.empty() : membersOf(cell);
  }

  private Optional<Effect> h(Count part, Count whole) {
    var own = whole.units(Group.SEGMENT);
    var all = others(whole);
    if (own <= 0 || all <= 0) return Optional.empty();
    return Optional.of(
        Effect.h((double) part.units(Group.SEGMENT) / own, (double) others(part) / all));
  }

  /** The units of those whom the segment is compared with. */
  private long others(Count count) {
    return terms.isAgainstRest() ? count.units(Group.REST) : count.units();
  }

  void flags(Place place, Cells cells) {
    for (var cell : sparing.flags(cells)) {
      share(place, named(cell), cells.whole());
    }
  }

  private static Cell named(Cell cell) {
    return cell.value().isEmpty() ? new Cell(Sparing.UNKNOWN, cell.count()) : cell;
  }

  /** Of a partition into yes and no the share of yes, without a value of its own. */
  void yes(Place place, Cells cells, Of of) {
    for (var cell : sparing.partition(cells, List.of(YES, NO), of == Of.MEMBERS)) {
      if (!cell.value().equals(YES)) continue;
      share(place, new Cell("", cell.count()), cells.whole());
    }
  }

  /** What stands beside a share: how many of the segment it is about, and the effect. */
  private record Beside(OptionalLong members, Optional<Effect> effect) {}

  private void share(Place place, Cell cell, Count whole) {
    share(place, cell, whole, new Beside(membersOf(cell), h(cell.count(), whole)));
  }

  private void share(Place place, Cell cell, Count whole, Beside beside) {
    var all = others(whole);
    var ownAll = whole.units(Group.SEGMENT);
    if (ownAll <= 0 || all <= 0) return;
    var part = others(cell.count());
    var own = cell.count().units(Group.SEGMENT);
    lines.add(
        new Line(
            place.section,
            place.trait,
            cell.value(),
            Measure.SHARE,
            beside.members,
            ratio(own, ownAll),
            ratio(part, all),
            index(product(own, all), product(part, ownAll)),
            beside.effect));
  }

  private static BigDecimal ratio(long part, long whole) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal product(long one, long other) {
    return BigDecimal.valueOf(one).multiply(BigDecimal.valueOf(other));
  }

  /** Of what is not rounded yet. */
  private static Optional<BigDecimal> index(BigDecimal own, BigDecimal others) {
    if (others.signum() <= 0) return Optional.empty();
    return Optional.of(own.multiply(HUNDRED).divide(others, 0, RoundingMode.HALF_UP));
  }

  /** The share of the base that the segment is. */
  void size(Count members) {
    if (members.members() == 0) return;
    lines.add(
        new Line(
            Section.DEMOGRAPHICS,
            "members",
            "",
            Measure.SHARE,
            OptionalLong.of(members.members(Group.SEGMENT)),
            ratio(members.members(Group.SEGMENT), members.members()),
            ratio(1, 1),
            Optional.empty(),
            Optional.empty()));
  }

  /**
   * A mean.
   *
   * @param scale the numbers are units of {@code 10^-scale}
   */
  void mean(Place place, Means means, int scale) {
    mean(place, "", means, new Unit(Measure.MEAN, scale, Math.max(scale, MEAN_DECIMALS)));
  }

  /** The mean score of a survey, whose answers were taken in hundredths. */
  void survey(Place place, String survey, Means scores) {
    mean(place, survey, scores, new Unit(Measure.MEAN, PERCENT_SCALE, PERCENT_SCALE));
  }

  /** The share of promoters less that of detractors; each answer is 1, 0 or -1. */
  void nps(Place place, String survey, Means answers) {
    mean(place, survey, answers, new Unit(Measure.SCORE, -PERCENT_SCALE, PERCENT_SCALE));
  }

  private record Unit(Measure measure, int scale, int decimals) {}

  private void mean(Place place, String value, Means means, Unit unit) {
    var own = means.of(Group.SEGMENT);
    var rest = means.of(Group.REST);
    var other = terms.isAgainstRest() ? rest : own.plus(rest);
    if (sparing.isSmall(means.members()) || own.count() == 0 || other.count() == 0) return;
    lines.add(
        new Line(
            place.section,
            place.trait,
            value,
            unit.measure,
            OptionalLong.of(means.members().members(Group.SEGMENT)),
            own.mean(unit.scale, unit.decimals),
            other.mean(unit.scale, unit.decimals),
            unit.measure == Measure.SCORE
                ? Optional.empty()
                : index(product(own.sum(), other.count()), product(other.sum(), own.count())),
            Effect.d(own, other)));
  }
}
