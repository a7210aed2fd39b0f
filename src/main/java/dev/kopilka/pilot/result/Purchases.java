package dev.kopilka.pilot.result;

import dev.kopilka.model.EventKind;
import dev.kopilka.pilot.Pilot;
import dev.kopilka.program.Programme;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Asked;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.MemberRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the members of a pilot bought. */
public final class Purchases {
  private final Programme programme;
  private final Sought sought;

  /** What of a member's purchases is the outcome. */
  public enum Measure {
    /** Whether there was any. */
    CONVERSION,
    /** Money, less returns. */
    SPEND,
    /** A stated share of that money. */
    MARGIN
  }

  /**
   * Which purchases.
   *
   * @param from the first moment that counts
   * @param until the last one
   * @param before the first moment of the time before; {@code from} where none is asked for
   * @param margin the share of money that is margin; NaN where none is stated
   */
  public record Sought(
      Measure measure, Instant from, Instant until, Instant before, double margin) {}

  public Purchases(Programme programme, Sought sought) {
    this.programme = programme;
    this.sought = sought;
  }

  /**
   * What was gathered.
   *
   * @param arms with all their members, the control first
   * @param inSeveral people with cards in more than one arm
   */
  public record Gathered(List<Arm> arms, long inSeveral) {}

  /** Members are those who were dealt, whatever became of them; people with several cards are one. */
  public Gathered gather(Unit unit, Pilot pilot, Wish wish) {
    var arms = new ArrayList<Arm>();
    for (var arm : pilot.arms().list()) {
      arms.add(new Arm(arm.name(), arm.weight(), wish.keeps()));
    }
    var people = new People(new MemberRows(unit).merged());
    question(unit, "pilot_outcomes")
        .with("pilot", pilot.code())
        .each(
            row -> {
              var bought =
                  new Bought(row.number(3), row.number(4), row.number(5), row.number(6), 0);
              var arm = (int) row.number(2);
              if (people.have(row.number(1))) people.deal(row.number(1), arm, bought);
              else take(bought, arms.get(arm));
            });
    var points = new long[arms.size()];
    if (!Double.isNaN(sought.margin)) readPoints(unit, pilot, points, people);
    if (!people.isEmpty()) question(unit, "pilot_cards").each(row -> readCard(row, people));
    people.each(
        (bought, arm) -> {
          take(bought, arms.get(arm));
          points[arm] = Math.addExact(points[arm], bought.points());
        });
    for (var i = 0; i < points.length; i++) arms.get(i).costs(worth(points[i]));
    return new Gathered(arms, people.inSeveral());
  }

  private Asked question(Unit unit, String name) {
    return new Reports(unit)
        .ask(name)
        .with("from", sought.from.toEpochMilli())
        .with("until", sought.until.toEpochMilli())
        .with("before", sought.before.toEpochMilli());
  }

  private void readPoints(Unit unit, Pilot pilot, long[] points, People people) {
    question(unit, "pilot_points")
        .with("pilot", pilot.code())
        .each(
            row -> {
              var arm = (int) row.number(2);
              if (people.have(row.number(1))) {
                people.add(row.number(1), Bought.points(row.number(3)));
              } else points[arm] = Math.addExact(points[arm], row.number(3));
            });
  }

  /** What cards that were dealt did is known already. */
  private void readCard(Row row, People people) {
    if (people.isDealt(row.number(1))) return;
    var kind = (int) row.number(2);
    var bought =
        kind == 0
            ? Bought.points(row.number(4))
            : Bought.event(
                EventKind.of(kind), row.number(4), row.number(3) < sought.from.toEpochMilli());
    people.add(row.number(1), bought);
  }

  private void take(Bought bought, Arm arm) {
    arm.add(
        outcome(bought.purchases(), money(bought.spend())),
        outcome(bought.purchasesBefore(), money(bought.spendBefore())));
    if (!Double.isNaN(sought.margin)) arm.addMargin(money(bought.spend()) * sought.margin);
  }

  private double outcome(long purchases, double spend) {
    return switch (sought.measure) {
      case CONVERSION -> purchases > 0 ? 1 : 0;
      case SPEND -> spend;
      case MARGIN -> spend * sought.margin;
    };
  }

  private double money(long minor) {
    return minor / Math.pow(10, programme.currencyScale());
  }

  private double worth(long points) {
    return programme.moneyOf(points).movePointLeft(programme.currencyScale()).doubleValue();
  }
}
