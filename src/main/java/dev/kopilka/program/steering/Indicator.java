package dev.kopilka.program.steering;

import java.util.Locale;

/** A figure that the programme is measured by, in the order in which reports show them. */
public enum Indicator {
  MEMBERS(Unit.COUNT, true),
  ENROLLED(Unit.COUNT),
  LEFT(Unit.COUNT),
  LEAVING_RATE(Unit.SHARE),
  ACTIVE(Unit.COUNT),
  ACTIVE_RATE(Unit.SHARE),
  BUYERS(Unit.COUNT),
  PURCHASES(Unit.COUNT),
  PURCHASES_PER_BUYER(Unit.RATIO),
  REVENUE(Unit.MONEY),
  REVENUE_PER_BUYER(Unit.MONEY),
  AVERAGE_RECEIPT(Unit.MONEY),
  REPEAT_RATE(Unit.SHARE),
  ISSUED(Unit.POINTS),
  REDEEMED(Unit.POINTS),
  EXPIRED(Unit.POINTS),
  ADJUSTED(Unit.POINTS),
  OUTSTANDING(Unit.POINTS, true),
  REDEMPTION_RATE(Unit.SHARE),
  EXPIRY_RATE(Unit.SHARE),
  REDEEMERS(Unit.COUNT),
  REDEEMER_RATE(Unit.SHARE);

  /** What the figure is counted in. */
  public enum Unit {
    COUNT,
    /** The programme's currency. */
    MONEY,
    POINTS,
    /** A part of a whole: 0.25 is a quarter. A programme file writes it as {@code 25%}. */
    SHARE,
    /** So many of one thing for each other thing. */
    RATIO
  }

  private final Unit unit;
  private final boolean isOfDay;

  Indicator(Unit unit) {
    this(unit, false);
  }

  Indicator(Unit unit, boolean isOfDay) {
    this.unit = unit;
    this.isOfDay = isOfDay;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether it stands at the end of a day; otherwise it counts what happened within some days. */
  public boolean isOfDay() {
    return isOfDay;
  }

  /** The word that programme files and reports have for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
