package dev.kopilka.program.privilege;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Money off a purchase; of several that apply the ledger takes the best. */
public sealed interface Discount {
  String code();

  /** Lines of these categories only; empty when of any. */
  Set<String> categories();

  /** A rate, 5 % being 0.05, for members of the named tiers. */
  record ByTier(String code, Set<String> tiers, BigDecimal rate, Set<String> categories)
      implements Discount {
    public ByTier {
      checkRate(rate);
      tiers = Collections.unmodifiableSet(new TreeSet<>(tiers));
      categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }
  }

  /** A rate that grows with the money a member has spent in all; steps ascend. */
  record BySpend(String code, List<Step> steps, Set<String> categories) implements Discount {
    public BySpend {
      steps = List.copyOf(steps);
      for (var i = 1; i < steps.size(); i++) {
        if (steps.get(i).from() <= steps.get(i - 1).from())
          throw new IllegalArgumentException("steps of " + code + " do not ascend");
      }
      categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }
  }

  /** From so many minor units spent, this rate. */
  record Step(long from, BigDecimal rate) {
    public Step {
      checkRate(rate);
    }
  }

  private static void checkRate(BigDecimal rate) {
    if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) > 0)
      throw new IllegalArgumentException("rate: " + rate);
  }
}
