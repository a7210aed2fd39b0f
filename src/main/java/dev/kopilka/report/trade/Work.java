package dev.kopilka.report.trade;

import dev.kopilka.model.account.Member;
import dev.kopilka.program.steering.StaffTerms;
import dev.kopilka.program.steering.StaffTerms.Person;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.MemberRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an employee did within some days, what of it is suspicious, and what is due for it.
 *
 * @param enrolled members; own cards too
 * @param accruals purchases and activities that gave points, returned ones included
 * @param bonus in minor units; empty where the programme names none
 */
public record Work(
    String code,
    String name,
    long enrolled,
    Quality quality,
    Accruals accruals,
    List<Suspect> suspects,
    Optional<BigDecimal> bonus) {
  private static final int RATE_DECIMALS = 4;

  /**
   * How good enrolments were; own cards are left out.
   *
   * @param judged enrolments after which twice the programme's time had passed within the days
   * @param stillActive those members of them who came in the second half of it
   */
  public record Quality(long judged, long stillActive) {
    public Optional<BigDecimal> rate() {
      return part(stillActive, judged);
    }
  }

  /**
   * Accruals by one employee.
   *
   * @param honoured those of which points have stayed
   * @param points that have stayed, in smallest units
   * @param cards members to whom they went
   */
  public record Accruals(long all, long honoured, long points, long cards) {}

  /** Why a card is suspicious. */
  public enum Reason {
    /** The employee's own. */
    OWN_CARD,
    /** Accrued by the employee unusually often. */
    ONE_CARD
  }

  /**
   * A card to look at.
   *
   * @param share of all accruals by the employee
   */
  public record Suspect(
      Reason reason, String member, long accruals, Optional<BigDecimal> share, long points) {}

  /** The work of all who did something, and of all whom the programme names, by their codes. */
  public static List<Work> read(Unit unit, StaffTerms terms, Period days, ZoneId zone) {
    var members = new MemberRows(unit);
    var work = new ArrayList<Work>();
    Staff.read(unit, terms, days, zone)
        .forEach((code, employee) -> work.add(of(code, employee, terms, members)));
    return work;
  }

  private static Work of(String code, Employee employee, StaffTerms terms, MemberRows members) {
    var unusual = employee.unusual(terms.suspicion());
    var suspects = new ArrayList<Suspect>();
    for (var card : employee.own()) {
      suspects.add(suspect(Reason.OWN_CARD, card, employee, members));
    }
    for (var card : unusual) suspects.add(suspect(Reason.ONE_CARD, card, employee, members));
    return new Work(
        code,
        Optional.ofNullable(terms.people().get(code)).map(Person::name).orElse(code),
        employee.enrolled,
        new Quality(employee.judged, employee.stillActive),
        new Accruals(
            employee.accruals(), employee.honoured(), employee.points(), employee.cards),
        suspects,
        terms.bonus().map(bonus -> due(bonus, employee, unusual)));
  }

  private static Suspect suspect(
      Reason reason, Employee.Card card, Employee employee, MemberRows members) {
    return new Suspect(
        reason,
        members.byNumber(card.member()).map(Member::code).orElseThrow(),
        card.accruals(),
        part(card.accruals(), employee.accruals()),
        card.points());
  }

  /** Nothing is due for own cards, nor for accruals that are suspicious: somebody decides first. */
  private static BigDecimal due(
      StaffTerms.Bonus bonus, Employee employee, List<Employee.Card> unusual) {
    var clean = employee.honoured();
    for (var card : employee.own()) clean -= card.honoured();
    for (var card : unusual) clean -= card.honoured();
    return BigDecimal.valueOf(bonus.perEnrolment())
        .multiply(BigDecimal.valueOf(employee.enrolled - employee.ownEnrolled))
        .add(
            BigDecimal.valueOf(bonus.perActive())
                .multiply(BigDecimal.valueOf(employee.stillActive)))
        .add(BigDecimal.valueOf(bonus.perAccrual()).multiply(BigDecimal.valueOf(clean)));
  }

  private static Optional<BigDecimal> part(long part, long whole) {
    if (whole == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), RATE_DECIMALS, RoundingMode.HALF_UP));
  }
}
