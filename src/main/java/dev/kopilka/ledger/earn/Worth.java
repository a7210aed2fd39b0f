package dev.kopilka.ledger.earn;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.Programme;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What points are worth in money and money in points, by the programme's value of a point. */
public final class Worth {
  private Worth() {}

  /** Money of so many points in minor units, rounded down: nobody pays with what is not there. */
  public static long money(Programme programme, long points) {
    return Decimals.round(programme.moneyOf(points), RoundingMode.DOWN);
  }

  /** Points that so much money (exact, in minor units) is worth, rounded once. */
  static long points(Programme programme, BigDecimal money, RoundingMode rounding) {
    return money.divide(programme.moneyOf(1), 0, rounding).longValueExact();
  }

  /** The most points that may pay a receipt of this amount. */
  public static long mostFor(Programme programme, long amount) {
    var money = BigDecimal.valueOf(amount).multiply(programme.points().maxShare());
    return points(programme, money, RoundingMode.DOWN);
  }
}
