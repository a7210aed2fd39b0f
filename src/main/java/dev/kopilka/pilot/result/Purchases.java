package dev.kopilka.pilot.result;

import dev.kopilka.pilot.Pilot;
import dev.kopilka.program.Programme;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Gathers what the members of a pilot bought. */
public final class Purchases {
  private final Programme programme;
  private final Asked asked;

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
  public record Asked(
      Measure measure, Instant from, Instant until, Instant before, double margin) {}

  public Purchases(Programme programme, Asked asked) {
    this.programme = programme;
    this.asked = asked;
  }

  /** The pilot's arms with all their members, the control first. */
  public List<Arm> gather(Unit unit, Pilot pilot, Wish wish) {
    var arms = new ArrayList<Arm>();
    for (var arm : pilot.arms().list()) {
      arms.add(new Arm(arm.name(), arm.weight(), wish.keeps()));
    }
    var reports = new Reports(unit);
    reports
        .ask("pilot_outcomes")
        .with("pilot", pilot.code())
        .with("from", asked.from.toEpochMilli())
        .with("until", asked.until.toEpochMilli())
        .with("before", asked.before.toEpochMilli())
        .each(row -> take(row, arms.get((int) row.number(1))));
    if (Double.isNaN(asked.margin)) return arms;
    reports
        .ask("pilot_points")
        .with("pilot", pilot.code())
        .with("from", asked.from.toEpochMilli())
        .with("until", asked.until.toEpochMilli())
        .each(row -> arms.get((int) row.number(1)).costs(worth(row.number(2))));
    return arms;
  }

  private void take(Row row, Arm arm) {
    arm.add(
        outcome(row.number(2), money(row.number(3))), outcome(row.number(4), money(row.number(5))));
    if (!Double.isNaN(asked.margin)) arm.addMargin(money(row.number(3)) * asked.margin);
  }

  private double outcome(long purchases, double spend) {
    return switch (asked.measure) {
      case CONVERSION -> purchases > 0 ? 1 : 0;
      case SPEND -> spend;
      case MARGIN -> spend * asked.margin;
    };
  }

  private double money(long minor) {
    return minor / Math.pow(10, programme.currencyScale());
  }

  private double worth(long points) {
    return programme.moneyOf(points).movePointLeft(programme.currencyScale()).doubleValue();
  }
}
