package dev.kopilka.command.pilot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Statistics as they are shown: seven digits that mean something, as many as R prints. */
public final class Figures {
  private static final MathContext DIGITS = new MathContext(7, RoundingMode.HALF_EVEN);

  /** Large figures are money more often than not. */
  private static final int DECIMALS = 2;

  private Figures() {}

  /** The figure, or nothing where it is none. */
  public static Optional<BigDecimal> of(double figure) {
    if (!Double.isFinite(figure)) return Optional.empty();
    var exact = BigDecimal.valueOf(figure);
    var rounded = exact.round(DIGITS);
    if (rounded.scale() < DECIMALS) rounded = exact.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    rounded = rounded.stripTrailingZeros();
    return Optional.of(rounded.scale() < 0 ? rounded.setScale(0) : rounded);
  }
}
