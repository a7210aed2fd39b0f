package dev.kopilka.command.report;

import dev.kopilka.program.Programme;
import dev.kopilka.program.steering.Goal;
import dev.kopilka.program.steering.Indicator;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.report.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What indicators of a programme are counted in, and how they are written. */
public final class Units {
  private final Basics basics;

  public Units(Programme programme) {
    this.basics = Basics.of(programme);
  }

  /** The code of the currency for money; a word for everything else. */
  public Object word(Indicator indicator) {
    return indicator.unit() == Indicator.Unit.MONEY
        ? basics.currency()
        : indicator.unit();
  }

  /** A value of the goal with the decimals that its facts have. */
  public BigDecimal shown(Goal goal, Goal.Point point) {
    return point.value().setScale(Kpi.decimals(goal.indicator(), basics), RoundingMode.HALF_UP);
  }
}
