package dev.kopilka.report;

import dev.kopilka.program.Programme;
import java.math.BigDecimal;

/** What points are worth in money, exactly: as many decimals as it takes, the same for all. */
public final class Worth {
  private final Programme programme;
  private final int decimals;

  public Worth(Programme programme) {
    this.programme = programme;
    var value = programme.points().value().stripTrailingZeros().scale();
    var exact = programme.points().scale() + Math.max(0, value);
    this.decimals = Math.max(programme.currencyScale(), exact);
  }

  /** Money in units of the currency. */
  public BigDecimal of(long points) {
    var minor = programme.moneyOf(points);
    return minor.movePointLeft(programme.currencyScale()).stripTrailingZeros().setScale(decimals);
  }

  /** Money of one whole point, as the programme writes it. */
  public BigDecimal ofOne() {
    return programme.points().value();
  }
}
