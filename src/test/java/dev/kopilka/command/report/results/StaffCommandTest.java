package dev.kopilka.command.report.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Where;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two employees: Ann accrues to her own card once, Bob to his own and to one card again and again. */
class StaffCommandTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private static final String PROGRAMME =
      Shop.PROGRAMME
          + """
          staff:
            active_after: P7D
            own_card: employee
            suspicious: { accruals: 3, share: 50% }
            bonus: { per_enrolment: "5.00", per_active: "10.00", per_accrual: "0.10" }
            people:
              - { code: ann, name: Ann, member: "1001" }
              - { code: zoe, name: Zoe, member: "9999" }
          """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void work() {
    shop = new Shop(folder, PROGRAMME);
    shop.enrol("1001", day(9, 5), "staff", "bob");
    shop.enrol("1002", day(9, 10), "staff", "ann");
    shop.enrol("1003", day(9, 11), "staff", "ann");
    shop.enrol("1004", day(9, 12), "staff", "bob", "attr.employee", "bob");
    shop.enrol("1005", day(9, 13));
    book("ann", "1001", "A1", day(9, 15));
    book("ann", "1002", "A2", day(9, 18));
    book("ann", "1003", "A3", day(9, 12));
    book("ann", "1003", "A4", day(10, 1));
    shop.ask(EventKind.RETURN, "", "R", day(10, 10), Facts.NONE.withReference("A4"));
    book("bob", "1002", "B1", day(10, 1));
    book("bob", "1002", "B2", day(10, 2));
    book("bob", "1002", "B3", day(10, 2));
    book("bob", "1004", "B4", day(10, 5));
    book("", "1005", "C1", day(10, 6));
    assertEquals(List.of(), shop.post(DAY));
  }

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  private static void book(String staff, String member, String id, LocalDate day) {
    var where = new Where("", "", "", staff, "");
    shop.ask(EventKind.PURCHASE, member, id, day, Facts.NONE.withAmount(10_000).withWhere(where));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String typed(String line) {
    return shop.at(DAY).type(line + " -q -o csv").out();
  }

  @Test
  void enrolmentsAreJudgedByWhoStillComesAndAccrualsByWhatStays() {
    assertEquals(
        """
        staff,name,enrolled,judged,still_active,quality,accruals,honoured,points,cards,suspicious,bonus
        ann,Ann,2,2,1,0.5000,4,3,30,3,1,20.20
        bob,bob,2,1,1,1.0000,4,4,40,2,2,15.00
        zoe,Zoe,0,0,0,,0,0,0,0,0,0.00
        """,
        typed("report staff"));
  }

  @Test
  void anEnrolmentIsJudgedOnceOnTheDayOnWhichTwiceTheTimeHasPassed() {
    var columns = " --columns staff,enrolled,judged,still_active";
    assertEquals(
        "staff,enrolled,judged,still_active\nann,0,1,1\nzoe,0,0,0\n",
        typed("report staff --from 2026-09-24 --to 2026-09-24" + columns));
    assertEquals(
        "staff,enrolled,judged,still_active\nann,0,1,0\nzoe,0,0,0\n",
        typed("report staff --from 2026-09-25 --to 2026-09-25" + columns));
  }

  @Test
  void whatIsSuspiciousIsShownCardByCard() {
    assertEquals(
        """
        staff,name,reason,member,accruals,share,points
        ann,Ann,own_card,1001,1,0.2500,10
        bob,bob,own_card,1004,1,0.2500,10
        bob,bob,one_card,1002,3,0.7500,30
        """,
        typed("report staff --suspicious"));
  }
}
