package dev.kopilka.program.yaml;

import dev.kopilka.program.AdjustTerms;
import dev.kopilka.program.EarningBase;
import dev.kopilka.program.Order;
import dev.kopilka.program.Programme;
import dev.kopilka.program.TransferTerms;
import dev.kopilka.program.earn.Activity;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.privilege.Discount;
import dev.kopilka.program.privilege.Reward;
import dev.kopilka.program.segment.RfmTerms;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import dev.kopilka.program.yaml.lifecycle.LifecycleSection;
import dev.kopilka.program.yaml.outreach.OutreachSections;
import dev.kopilka.program.yaml.steering.SteeringSections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The whole file: its sections, and what they must agree about. */
final class RootSection {
  /** Sections that other parts of the product will read; here they may hold anything. */
  private static final List<String> UNREAD =
      List.of(
          "suppliers",
          "surveys",
          "budget",
          "stages",
          "responsible",
          "pilot");

  private static final EarningBase NOTHING_EARNS = new EarningBase(true, true, Set.of());

  private final Declared declared;
  private final PrivilegeSections privileges;

  private RootSection(Declared declared) {
    this.declared = declared;
    this.privileges = new PrivilegeSections(declared);
  }

  static Form<Programme> form(Declared declared) {
    return Form.section(
        root -> {
          root.leave(UNREAD);
          return new RootSection(declared).programme(root);
        });
  }

  private Supplier<Programme> programme(Section root) {
    var basics = root.need("program", ProgramSection.form(declared));
    var earn = root.or("earn", EarnSection.form(declared), List.<EarnRule>of());
    var activities = root.or("activities", Coded.list(ACTIVITY), List.<Activity>of());
    var tiers = root.maybe("tiers", TierSection.form(declared));
    var rewards = root.or("rewards", privileges.rewards(), List.<Reward>of());
    var discounts = root.or("discounts", privileges.discounts(), List.<Discount>of());
    var audience = audience(root);
    var steering = new SteeringSections(declared.moneyScale(), declared.pointScale()).in(root);
    var outreach = OutreachSections.read(root, declared.segments());
    var limits = limits(root);
    var order = root.or("order", ORDER, Order.NONE);
    return () -> {
      new Agreement(root, basics.get(), earn.get()).check();
      return new Programme(
          basics.get().code(),
          basics.get().name(),
          basics.get().kind(),
          basics.get().currency(),
          basics.get().zone(),
          basics.get().points(),
          basics.get().rounding(),
          basics.get().earningBase().orElse(NOTHING_EARNS),
          basics.get().returns(),
          earn.get(),
          byCode(activities.get(), Activity::code),
          byCode(rewards.get(), Reward::code),
          tiers.get(),
          discounts.get(),
          byCode(audience.get().segments(), Segment::code),
          audience.get().rfm(),
          steering.get(),
          audience.get().lifecycle().orElseGet(() -> LifecycleTerms.usual(basics.get().kind())),
          declared.surveys(),
          outreach.get(),
          limits.get().adjust(),
          limits.get().transfer(),
          order.get());
    };
  }

  private static <T> Map<String, T> byCode(List<T> items, Function<T, String> code) {
    var map = new LinkedHashMap<String, T>();
    for (var item : items) map.put(code.apply(item), item);
    return map;
  }

  private static final Form<Activity> ACTIVITY =
      Form.section(
          section -> {
            var code = section.need("code", Texts.CODE);
            var name = section.maybe("name", Texts.TEXT);
            return () -> new Activity(code.get(), name.get().orElse(code.get()));
          });

  /** How members are divided. */
  private record Audience(
      List<Segment> segments, RfmTerms rfm, Optional<LifecycleTerms> lifecycle) {}

  private Supplier<Audience> audience(Section root) {
    var segments = root.or("segments", SegmentSection.form(declared), List.<Segment>of());
    var rfm = root.or("rfm", RfmSection.form(declared), RfmTerms.CLASSICAL);
    var lifecycle = root.maybe("lifecycle", LifecycleSection.form(declared.activities()));
    return () -> new Audience(segments.get(), rfm.get(), lifecycle.get());
  }

  /** How much may be moved by hand: by the staff, and by members. */
  private record Limits(AdjustTerms adjust, TransferTerms transfer) {}

  private Supplier<Limits> limits(Section root) {
    var points = Numbers.positive(Numbers.points(declared.pointScale()));
    var adjust = root.or("adjust", adjust(points), AdjustTerms.NO_LIMIT);
    var transfer = root.or("transfer", transfer(points), TransferTerms.NOT_OFFERED);
    return () -> new Limits(adjust.get(), transfer.get());
  }

  private static Form<AdjustTerms> adjust(Form<Long> points) {
    return Form.section(
        section -> {
          var operation = section.maybeLong("per_operation", points);
          var day = section.maybeLong("per_day", points);
          return () -> new AdjustTerms(operation.get(), day.get());
        });
  }

  /** A programme that offers transfers says how far. */
  private static Form<TransferTerms> transfer(Form<Long> points) {
    return Form.section(
        section -> {
          var month = section.need("per_month", points);
          return () -> new TransferTerms(OptionalLong.of(month.get()));
        });
  }

  private static final Form<Order> ORDER =
      Form.section(
          section -> {
            var number = section.need("number", Texts.TEXT);
            var date = section.need("date", Times.DATE);
            var signatory = section.need("signatory", Texts.TEXT);
            return () -> new Order(number.get(), date.get(), signatory.get());
          });
}
