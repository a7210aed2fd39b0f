package dev.kopilka.report.liability;

import dev.kopilka.report.liability.LotStories.Leaving;
import dev.kopilka.report.liability.LotStories.Why;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/**
 * How much of the redemptions the order of drawing decided. Points that were drawn while the member
 * could have spent younger ones too were drawn because they lapse first: the younger ones wait until
 * the older are gone. Then what is redeemed of one period depends on what is left of those before it,
 * while both estimates take periods and ages to be independent.
 */
public final class Queue {
  /** More than a tenth is worth a warning. */
  private static final BigDecimal MUCH = new BigDecimal("0.1");

  private static final int DECIMALS = 4;

  private final LongUnaryOperator origin;
  private long drawn;
  private long queued;

  /**
   * @param origin what lots are told apart by, from the earning day
   */
  Queue(LongUnaryOperator origin) {
    this.origin = origin;
  }

  void leaves(StoryLot lot, Leaving leaving) {
    if (leaving.why() != Why.REDEEMED) return;
    drawn += leaving.points();
    if (leaving.youngest() <= lot.earnedOn()) return;
    if (origin.applyAsLong(leaving.youngest()) > origin.applyAsLong(lot.earnedOn())) {
      queued += leaving.points();
    }
  }

  /** The part of the redeemed points that were drawn so; nothing where nothing was redeemed. */
  public Optional<BigDecimal> share() {
    if (drawn == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(queued)
            .divide(BigDecimal.valueOf(drawn), DECIMALS, RoundingMode.HALF_UP));
  }

  public boolean isMuch() {
    return share().orElse(BigDecimal.ZERO).compareTo(MUCH) > 0;
  }
}
