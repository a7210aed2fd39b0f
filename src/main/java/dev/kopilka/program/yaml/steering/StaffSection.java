package dev.kopilka.program.yaml.steering;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.steering.StaffTerms;
import dev.kopilka.program.steering.StaffTerms.Bonus;
import dev.kopilka.program.steering.StaffTerms.Person;
import dev.kopilka.program.steering.StaffTerms.Suspicion;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.util.List;
import java.util.Optional;

/** The section {@code staff}: when an enrolment was worth it, what is suspicious, what is due. */
final class StaffSection {
  private final int moneyScale;

  StaffSection(int moneyScale) {
    this.moneyScale = moneyScale;
  }

  Form<StaffTerms> form() {
    var usual = StaffTerms.USUAL;
    return Form.section(
        section -> {
          var active = section.or("active_after", DAYS, usual.activeAfter());
          var card = section.or("own_card", Texts.TEXT, usual.ownCard());
          var suspicion = section.or("suspicious", SUSPICION, usual.suspicion());
          var bonus = section.maybe("bonus", bonus());
          var people = section.or("people", Coded.list(PERSON), List.<Person>of());
          return () ->
              new StaffTerms(
                  active.get(),
                  card.get(),
                  suspicion.get(),
                  bonus.get(),
                  SteeringSections.byCode(people.get(), Person::code));
        });
  }

  private static final Form<Integer> DAYS =
      Times.TERM.to(
          term -> term.toTotalMonths() == 0 ? Optional.of(term.getDays()) : Optional.empty(),
          term -> Problem.of("PERIOD_NOT_DAYS").with("found", term.toString()));

  private static final Form<Suspicion> SUSPICION =
      Form.section(
          section -> {
            var usual = StaffTerms.USUAL.suspicion();
            var accruals =
                section.or("accruals", Numbers.positive(Numbers.COUNT), usual.accruals());
            var share = section.or("share", Numbers.RATE, usual.share());
            return () -> new Suspicion(accruals.get(), share.get());
          });

  private Form<Bonus> bonus() {
    var money = Numbers.money(moneyScale);
    return Form.section(
        section -> {
          var enrolment = section.or("per_enrolment", money, 0L);
          var active = section.or("per_active", money, 0L);
          var accrual = section.or("per_accrual", money, 0L);
          return () -> new Bonus(enrolment.get(), active.get(), accrual.get());
        });
  }

  private static final Form<Person> PERSON =
      Form.section(
          section -> {
            var code = section.need("code", Texts.CODE);
            var name = section.maybe("name", Texts.TEXT);
            var member = section.or("member", Texts.CODE, "");
            return () -> new Person(code.get(), name.get().orElse(code.get()), member.get());
          });
}
