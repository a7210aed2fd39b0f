package dev.kopilka.program.yaml.steering;

import dev.kopilka.program.steering.ChannelCost;
import dev.kopilka.program.steering.Goal;
import dev.kopilka.program.steering.Partner;
import dev.kopilka.program.steering.StaffTerms;
import dev.kopilka.program.steering.Steering;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The sections {@code goals}, {@code partners}, {@code channel_costs} and {@code staff}. */
public final class SteeringSections {
  private final int moneyScale;
  private final int pointScale;

  /**
   * Reads sections of a file.
   *
   * @param moneyScale decimals of its currency
   * @param pointScale decimals of its points
   */
  public SteeringSections(int moneyScale, int pointScale) {
    this.moneyScale = moneyScale;
    this.pointScale = pointScale;
  }

  /** Asks the root of the file for them. */
  public Supplier<Steering> in(Section root) {
    var goals = or(root, "goals", this::goals, List.<Goal>of());
    var partners = or(root, "partners", () -> Coded.list(PARTNER), List.<Partner>of());
    var costs =
        or(root, "channel_costs", () -> Coded.list(channelCost()), List.<ChannelCost>of());
    var staff = or(root, "staff", () -> new StaffSection(moneyScale).form(), StaffTerms.USUAL);
    return () ->
        new Steering(
            goals.get(),
            byCode(partners.get(), Partner::code),
            byCode(costs.get(), ChannelCost::code),
            staff.get());
  }

  /** Most commands read the programme, few programmes have all sections: those are not set up. */
  private static <T> Supplier<T> or(Section root, String key, Supplier<Form<T>> form, T otherwise) {
    if (root.has(key)) return root.or(key, form.get(), otherwise);
    root.leave(List.of(key));
    return () -> otherwise;
  }

  private Form<List<Goal>> goals() {
    return Coded.list(new GoalSection(moneyScale, pointScale).form());
  }

  static <T> Map<String, T> byCode(List<T> items, Function<T, String> code) {
    var map = new LinkedHashMap<String, T>();
    for (var item : items) map.put(code.apply(item), item);
    return map;
  }

  private static final Form<Partner.Settlement> SETTLEMENT =
      Form.section(
          section -> {
            var issued = section.or("pays_per_issued", Numbers.DECIMAL, BigDecimal.ZERO);
            var redeemed = section.or("gets_per_redeemed", Numbers.DECIMAL, BigDecimal.ZERO);
            var revenue = section.or("pays_of_revenue", Numbers.SHARE, BigDecimal.ZERO);
            return () -> new Partner.Settlement(issued.get(), redeemed.get(), revenue.get());
          });

  private static final Form<Partner> PARTNER_TERMS =
      Form.section(
          section -> {
            var code = section.need("code", Texts.CODE);
            var name = section.maybe("name", Texts.TEXT);
            var settlement = section.maybe("settlement", SETTLEMENT);
            return () ->
                new Partner(code.get(), name.get().orElse(code.get()), settlement.get());
          });

  private static final Form<Partner> PARTNER_CODE =
      Texts.CODE.as(code -> new Partner(code, code, Optional.empty()));

  /** A partner is a code, or a code with more about it. */
  private static final Form<Partner> PARTNER =
      (node, findings) ->
          (node instanceof Scalar ? PARTNER_CODE : PARTNER_TERMS).read(node, findings);

  private Form<ChannelCost> channelCost() {
    var money = Numbers.money(moneyScale);
    return Form.section(
        section -> {
          var code = section.need("code", Texts.CODE);
          var enrolment = section.or("per_enrolment", money, 0L);
          var purchase = section.or("per_purchase", money, 0L);
          var month = section.or("per_month", money, 0L);
          var revenue = section.or("of_revenue", Numbers.SHARE, BigDecimal.ZERO);
          return () ->
              new ChannelCost(
                  code.get(), enrolment.get(), purchase.get(), month.get(), revenue.get());
        });
  }
}
