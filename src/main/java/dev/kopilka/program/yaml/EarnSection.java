package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.earn.Cap;
import dev.kopilka.program.earn.Conditions;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.program.earn.Give;
import dev.kopilka.program.earn.Trigger;
import dev.kopilka.program.earn.Validity;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The section {@code earn}: a list of rules. */
final class EarnSection {
  private static final List<String> EVENTS =
      List.of(
          "purchase",
          "enrolment",
          "activity:CODE",
          "survey",
          "survey:CODE",
          "contract",
          "contract:KIND");

  /** Conditions that only a receipt can meet. */
  private static final List<String> OF_PURCHASES =
      List.of("store", "category", "promo_code", "partner", "min_amount");

  private final Declared declared;

  private EarnSection(Declared declared) {
    this.declared = declared;
  }

  static Form<List<EarnRule>> form(Declared declared) {
    return Coded.list(Form.section(new EarnSection(declared)::rule));
  }

  private Supplier<EarnRule> rule(Section section) {
    var points = Numbers.positive(Numbers.points(declared.pointScale()));
    var code = section.need("code", Texts.CODE);
    var on = section.need("on", trigger());
    var give = section.need("give", GiveSection.form(declared));
    var group = section.or("group", Texts.CODE, "");
    var when = section.or("when", WhenSection.form(declared), Conditions.NONE);
    var valid = section.or("valid", TermSections.VALID, Validity.ALWAYS);
    var hold = section.or("hold", Times.PERIOD, Period.ZERO);
    var expire = section.or("expire", TermSections.EXPIRE, Expiry.NEVER);
    var cap = section.or("cap", cap(points), Cap.NONE);
    var budget = section.maybeLong("budget", points);
    return () -> {
      refuseWhatNeedsPurchase(section, on.get(), give.get());
      return new EarnRule(
          code.get(),
          on.get(),
          give.get(),
          group.get(),
          when.get(),
          valid.get(),
          hold.get(),
          expire.get(),
          cap.get(),
          budget.get());
    };
  }

  private Form<Trigger> trigger() {
    var activity = Texts.reference("activities", declared.activities());
    var survey = Texts.reference("surveys", declared.surveys());
    return (node, findings) -> {
      var text = Texts.TEXT.read(node, findings);
      if (text.isEmpty()) return Optional.empty();
      var colon = text.get().indexOf(':');
      var code = new Scalar(node.at(), text.get().substring(colon + 1), false);
      return switch (text.get().substring(0, Math.max(0, colon))) {
        case "activity" -> activity.read(code, findings).map(Trigger::activity);
        case "survey" -> survey.read(code, findings).map(Trigger::survey);
        case "contract" -> Texts.CODE.read(code, findings).map(Trigger::contract);
        default -> EVENT.read(node, findings);
      };
    };
  }

  private static final Form<Trigger> EVENT =
      Texts.TEXT.to(
          text ->
              switch (text) {
                case "purchase" -> Optional.of(Trigger.PURCHASE);
                case "enrolment" -> Optional.of(Trigger.ENROLMENT);
                case "survey" -> Optional.of(Trigger.survey(""));
                case "contract" -> Optional.of(Trigger.contract(""));
                default -> Optional.empty();
              },
          text -> Texts.notAmong(text, EVENTS));

  private static Form<Cap> cap(Form<Long> points) {
    return Form.section(
        section -> {
          var event = section.maybeLong("per_event", points);
          var day = section.maybeLong("per_day", points);
          var week = section.maybeLong("per_week", points);
          var month = section.maybeLong("per_month", points);
          var member = section.maybeLong("per_member", points);
          var exceed =
              section.or("on_exceed", Texts.choice(List.of(OnExceed.values())), OnExceed.REDUCE);
          return () ->
              new Cap(
                  event.get(),
                  day.get(),
                  week.get(),
                  month.get(),
                  member.get(),
                  exceed.get() == OnExceed.REJECT);
        });
  }

  private enum OnExceed {
    REDUCE,
    REJECT
  }

  private static void refuseWhatNeedsPurchase(Section rule, Trigger on, Give give) {
    if (on.on() == Trigger.On.PURCHASE) return;
    if (give instanceof Give.Per || give instanceof Give.Percent)
      rule.wrong(rule.at("give"), Problem.of("GIVE_NEEDS_PURCHASE"));
    if (!(rule.node("when").orElse(null) instanceof Mapping when)) return;
    for (var key : OF_PURCHASES) {
      when.pair(key)
          .ifPresent(
              pair ->
                  rule.wrong(
                      pair.key().at(), Problem.of("CONDITION_NEEDS_PURCHASE").with("key", key)));
    }
  }
}
