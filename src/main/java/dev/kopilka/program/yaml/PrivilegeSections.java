package dev.kopilka.program.yaml;

import dev.kopilka.program.earn.Validity;
import dev.kopilka.program.privilege.Discount;
import dev.kopilka.program.privilege.Discount.BySpend;
import dev.kopilka.program.privilege.Discount.ByTier;
import dev.kopilka.program.privilege.Discount.Step;
import dev.kopilka.program.privilege.Reward;
import dev.kopilka.program.tree.Ascending;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The sections {@code rewards} and {@code discounts}: what points and spending bring. */
final class PrivilegeSections {
  private static final Form<Set<String>> CATEGORIES = Texts.set(Texts.TEXT);

  private final Declared declared;

  PrivilegeSections(Declared declared) {
    this.declared = declared;
  }

  Form<List<Reward>> rewards() {
    return Coded.list(Form.section(this::reward));
  }

  Form<List<Discount>> discounts() {
    return Coded.list(Form.section(this::discount));
  }

  private Supplier<Reward> reward(Section section) {
    var code = section.need("code", Texts.CODE);
    var name = section.maybe("name", Texts.TEXT);
    var cost = section.need("cost", Numbers.positive(Numbers.points(declared.pointScale())));
    var stock = section.maybeLong("stock", Numbers.COUNT);
    var tiers = section.or("tier", tiers(), Set.of());
    var consents = section.or("consent", Texts.set(Texts.CODE), Set.of());
    var valid = section.or("valid", TermSections.VALID, Validity.ALWAYS);
    var supplier = section.or("supplier", Texts.CODE, "");
    var moneyCost = section.maybeLong("money_cost", Numbers.money(declared.moneyScale()));
    return () ->
        new Reward(
            code.get(),
            name.get().orElse(code.get()),
            cost.get(),
            stock.get(),
            tiers.get(),
            consents.get(),
            valid.get(),
            supplier.get(),
            moneyCost.get());
  }

  private Form<Set<String>> tiers() {
    return Texts.set(Texts.reference("tiers", declared.tiers()));
  }

  private enum By {
    TIER,
    SPEND
  }

  /** What only the other kind of discount holds is an unknown key of this kind. */
  private Supplier<Discount> discount(Section section) {
    var by = section.maybe("by", Texts.choice(List.of(By.values()))).get();
    var code = section.need("code", Texts.CODE);
    var categories = section.or("category", CATEGORIES, Set.of());
    if (by.isEmpty()) {
      section.leave(List.of("tier", "percent", "steps"));
      return section.need("by", Form.never());
    }
    return switch (by.get()) {
      case TIER -> {
        var tiers = section.need("tier", tiers());
        var rate = section.need("percent", Numbers.RATE);
        yield () -> new ByTier(code.get(), tiers.get(), rate.get(), categories.get());
      }
      case SPEND -> {
        var steps = section.need("steps", steps());
        yield () -> new BySpend(code.get(), steps.get(), categories.get());
      }
    };
  }

  private Form<List<Step>> steps() {
    Form<Step> step =
        Form.section(
            section -> {
              var from = section.need("from", Numbers.money(declared.moneyScale()));
              var rate = section.need("percent", Numbers.RATE);
              return () -> new Step(from.get(), rate.get());
            });
    return Ascending.list(Texts.some(Form.list(step)), Step::from);
  }
}
