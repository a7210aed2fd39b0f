package dev.kopilka.audit.explain;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.earn.Give;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a rule came to the points that it gave, and where the rounding went. */
final class Reckoning {
  /** Digits of an exact result that are shown: enough to see what was cut off. */
  private static final int SHOWN = 4;

  private final EarnRule rule;
  private final Entry entry;
  private final Figures figures;
  private final Optional<Long> base;

  private Reckoning(EarnRule rule, Entry entry, Event event, Figures figures) {
    this.rule = rule;
    this.entry = entry;
    this.figures = figures;
    this.base = base(event);
  }

  static List<Phrase> of(EarnRule rule, Entry entry, Event event, Figures figures) {
    return new Reckoning(rule, entry, event, figures).phrases();
  }

  /**
   * The money that earned, where it is certain without dividing what points paid among lines; the
   * division belongs to posting.
   */
  private Optional<Long> base(Event event) {
    var terms = figures.programme().earningBase();
    var facts = event.facts();
    var discount = terms.netOfDiscount() ? 0 : facts.discount();
    var paid = terms.excludePartPaidWithPoints() ? facts.points() : 0;
    var categories = rule.when().categories();
    if (facts.lines().isEmpty()) {
      var worth = Decimals.round(figures.programme().moneyOf(paid), RoundingMode.DOWN);
      return Optional.of(Math.max(0, facts.amount() + discount - worth));
    }
    if (discount != 0 || paid != 0) return Optional.empty();
    var sum = 0L;
    for (var line : facts.lines()) {
      var counts = categories.isEmpty() || categories.contains(line.category());
      if (counts && !terms.excludeCategories().contains(line.category())) {
        sum += Math.max(0, line.amount());
      }
    }
    return Optional.of(sum);
  }

  private List<Phrase> phrases() {
    return switch (rule.give()) {
      case Give.Per per -> per(per);
      case Give.Percent percent -> percent(percent);
      case Give.Fixed fixed -> cut(Phrase.of("fixed"), fixed.points());
      case Give.Multiply multiply ->
          List.of(Phrase.of("multiply").with("factor", multiply.factor()));
    };
  }

  private List<Phrase> per(Give.Per per) {
    var phrase =
        Phrase.of("per")
            .with("give", figures.points(per.points()))
            .with("per", figures.money(per.perAmount()));
    if (base.isEmpty()) return List.of(phrase);
    var steps = base.get() / per.perAmount();
    var rest = base.get() % per.perAmount();
    var told =
        phrase
            .with("base", figures.money(base.get()))
            .with("steps", steps)
            .with("rest", rest == 0 ? "" : figures.money(rest));
    return cut(told, Math.multiplyExact(steps, per.points()));
  }

  private List<Phrase> percent(Give.Percent percent) {
    var rate = percent.rate().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    var phrase = Phrase.of("percent").with("percent", rate);
    if (base.isEmpty()) return List.of(phrase);
    var programme = figures.programme();
    var money = BigDecimal.valueOf(base.get()).multiply(percent.rate());
    var scale = programme.points().scale();
    var exact =
        money
            .divide(programme.moneyOf(1), SHOWN, RoundingMode.DOWN)
            .movePointLeft(scale)
            .stripTrailingZeros()
            .toPlainString();
    var full = money.divide(programme.moneyOf(1), 0, programme.rounding()).longValueExact();
    return cut(
        phrase
            .with("base", figures.money(base.get()))
            .with("exact", exact)
            .with("whole", figures.points(full)),
        full);
  }

  /** Says so where a cap or a budget left less than the rule would give. */
  private List<Phrase> cut(Phrase phrase, long full) {
    var phrases = new ArrayList<>(List.of(phrase));
    if (entry.points() < full) {
      phrases.add(
          Phrase.of("cut")
              .with("points", figures.points(entry.points()))
              .with("full", figures.points(full)));
    }
    return phrases;
  }
}
