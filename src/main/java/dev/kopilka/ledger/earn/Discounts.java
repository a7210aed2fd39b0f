package dev.kopilka.ledger.earn;

import dev.kopilka.model.Facts;
import dev.kopilka.model.Line;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.Programme;
import dev.kopilka.program.privilege.Discount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The discount that a programme gives on a receipt: the best one, they do not add up. */
public final class Discounts {
  private Discounts() {}

  /**
   * Money that is taken off, in minor units, rounded down.
   *
   * @param spend money that the member has spent before this receipt
   */
  public static long of(Programme programme, Facts facts, String tier, long spend) {
    var best = 0L;
    for (var discount : programme.discounts()) {
      var money = BigDecimal.valueOf(amount(facts, discount.categories()));
      var rate = rate(discount, tier, spend);
      best = Math.max(best, Decimals.round(money.multiply(rate), RoundingMode.DOWN));
    }
    return best;
  }

  private static BigDecimal rate(Discount discount, String tier, long spend) {
    return switch (discount) {
      case Discount.ByTier byTier -> byTier.tiers().contains(tier) ? byTier.rate() : BigDecimal.ZERO;
      case Discount.BySpend bySpend -> {
        var rate = BigDecimal.ZERO;
        for (var step : bySpend.steps()) if (step.from() <= spend) rate = step.rate();
        yield rate;
      }
    };
  }

  private static long amount(Facts facts, Set<String> categories) {
    if (facts.lines().isEmpty()) return categories.isEmpty() ? facts.amount() : 0;
    var sum = 0L;
    for (var line : facts.lines()) {
      if (categories.isEmpty() || categories.contains(line.category())) sum += line.amount();
    }
    return Math.max(0, sum);
  }

  /** The receipt as it is paid when the discount is taken off its lines. */
  public static Facts taken(Facts facts, long discount) {
    var left = facts.withAmount(facts.amount() - discount).withDiscount(discount);
    if (facts.lines().isEmpty()) return left;
    var amounts = facts.lines().stream().map(line -> Math.max(0, line.amount())).toList();
    var parts = Split.of(discount, amounts);
    var lines = new ArrayList<Line>();
    for (var i = 0; i < amounts.size(); i++) lines.add(less(facts.lines().get(i), parts.get(i)));
    return left.withLines(List.copyOf(lines));
  }

  private static Line less(Line line, long discount) {
    return new Line(line.category(), line.sku(), line.quantity(), line.amount() - discount);
  }
}
