package dev.kopilka.report.trade;

import dev.kopilka.program.steering.StaffTerms;
import dev.kopilka.report.Periods;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.MemberRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what employees did within some days, in one walk over members and one over entries. */
final class Staff {
  private static final long DAY = 86_400_000;

  private final Unit unit;
  private final StaffTerms terms;
  private final ZoneId zone;
  private final Map<Long, String> ownCards = new HashMap<>();
  private final TreeMap<String, Employee> employees = new TreeMap<>();

  // The member whose rows are being read, and of whom: rows come by member.
  private long member;
  private boolean isBack;
  private final Map<Long, Booked> booked = new HashMap<>();

  private static final class Booked {
    private final String staff;
    private long points;

    Booked(String staff) {
      this.staff = staff;
    }
  }

  private Staff(Unit unit, StaffTerms terms, ZoneId zone) {
    this.unit = unit;
    this.terms = terms;
    this.zone = zone;
  }

  /** By code; those of the programme are there even if they did nothing. */
  static TreeMap<String, Employee> read(Unit unit, StaffTerms terms, Period days, ZoneId zone) {
    var staff = new Staff(unit, terms, zone);
    for (var code : terms.people().keySet()) staff.employee(code);
    staff.readOwnCards();
    staff.readEnrolments(Periods.whole(days, zone));
    staff.readQuality(days);
    staff.readAccruals(Periods.whole(days, zone));
    return staff.employees;
  }

  private Employee employee(String code) {
    return employees.computeIfAbsent(code, _ -> new Employee());
  }

  private boolean isOwn(String staff, long card) {
    return staff.equals(ownCards.get(card));
  }

  private void readOwnCards() {
    if (!terms.ownCard().isEmpty()) {
      new Reports(unit)
          .ask("own_cards")
          .with("name", terms.ownCard())
          .each(row -> ownCards.put(row.number(1), row.text(2)));
    }
    var members = new MemberRows(unit);
    for (var person : terms.people().values()) {
      if (person.member().isEmpty()) continue;
      var card = members.byCode(person.member());
      if (card.isPresent()) ownCards.put(card.get().number(), person.code());
    }
  }

  private void readEnrolments(Periods days) {
    new Reports(unit)
        .ask("staff_enrolments")
        .with("from", days.start())
        .with("until", days.end())
        .each(
            row -> {
              var employee = employee(row.text(1));
              employee.enrolled++;
              if (isOwn(row.text(1), row.number(2))) employee.ownEnrolled++;
            });
  }

  /** An enrolment is judged once, on the day on which twice the time has passed. */
  private void readQuality(Period days) {
    var twice = 2L * terms.activeAfter();
    var enrolled = new Period(days.from().minusDays(twice), days.to().minusDays(twice));
    var judged = Periods.whole(enrolled, zone);
    member = 0;
    new Reports(unit)
        .ask("staff_quality")
        .with("from", judged.start())
        .with("until", judged.end())
        // More on either side, whatever the clocks do: which local day it was is looked at here.
        .with("after", (terms.activeAfter() - 2) * DAY)
        .with("before", (twice + 2) * DAY)
        .each(this::judge);
  }

  private void judge(Row row) {
    var code = row.text(1);
    if (isOwn(code, row.number(2))) return;
    var employee = employee(code);
    if (member != row.number(2)) {
      member = row.number(2);
      isBack = false;
      employee.judged++;
    }
    if (isBack || row.number(4) == 0) return;
    var since = day(row.number(3)).plusDays(terms.activeAfter());
    var came = day(row.number(4));
    isBack = !came.isBefore(since) && came.isBefore(since.plusDays(terms.activeAfter()));
    if (isBack) employee.stillActive++;
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
  }

  private void readAccruals(Periods days) {
    member = 0;
    new Reports(unit)
        .ask("staff_accruals")
        .with("from", days.start())
        .with("until", days.end())
        .each(
            row -> {
              if (member != row.number(1)) close();
              member = row.number(1);
              booked.computeIfAbsent(row.number(3), _ -> new Booked(row.text(2))).points +=
                  row.number(4);
            });
    close();
  }

  /** A member's accruals are complete: they go to those who booked them. */
  private void close() {
    var cards = new TreeMap<String, Employee.Card>();
    for (var one : booked.values()) {
      var card = new Employee.Card(member, 1, one.points > 0 ? 1 : 0, one.points);
      cards.merge(one.staff, card, Staff::sum);
    }
    cards.forEach(
        (code, card) -> employee(code).add(card, isOwn(code, member), terms.suspicion()));
    booked.clear();
  }

  private static Employee.Card sum(Employee.Card one, Employee.Card other) {
    return new Employee.Card(
        one.member(),
        one.accruals() + other.accruals(),
        one.honoured() + other.honoured(),
        Math.addExact(one.points(), other.points()));
  }
}
