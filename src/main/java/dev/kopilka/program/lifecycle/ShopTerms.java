package dev.kopilka.program.lifecycle;

import java.time.Period;
import java.util.List;

/**
 * Stages by purchases alone.
 *
 * @param active who bought so long ago or less is active
 * @param lost who has not bought for so long is lost
 */
public record ShopTerms(Period active, Period lost) implements LifecycleTerms {
  public static final ShopTerms USUAL = new ShopTerms(Period.ofMonths(1), Period.ofMonths(12));

  @Override
  public List<Stage> stages() {
    return Stage.SHOP;
  }

  @Override
  public boolean isVisit(String activity) {
    return false;
  }
}
