package dev.kopilka.command.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Exit;
import dev.kopilka.store.Database;
import dev.kopilka.store.rows.LogRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of enroll and member, typed on one ledger. The clock stands at 2026-11-22 15:00 in
 * Moscow.
 */
class MemberCommandsTest {
  @TempDir Path folder;
  private Place shop;

  @BeforeEach
  void enrol() {
    shop = Shop.at(folder);
    done("enroll", "add", "1001", "--name", "Иван Петров", "--phone", "8 912 345-67-89");
  }

  private Typed done(String... words) {
    var typed = shop.run(words);
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    return typed;
  }

  private String json(String line) {
    return done((line + " -o json").split(" ")).out();
  }

  private List<String> log() {
    var lines = new ArrayList<String>();
    try (var database = Database.open(Ledgers.at(folder.resolve("kopilka.db")))) {
      database.read(unit -> {
        new LogRows(unit).each(0, line -> lines.add(line.action() + " " + line.subject()));
        return lines;
      });
    }
    return lines;
  }

  @Test
  void showsTheFrozenShapeAsJson() {
    done("accrue", "purchase", "1001", "--id", "R-1", "--amount", "6000.00");
    assertEquals(
        """
        {"member":"1001","status":"active","enrolled_at":"2026-11-22T15:00:00+03:00",\
        "tier":"gold","balance":{"available":350,"pending":0,"held":0,"debt":0,\
        "expiring_next":{"points":300,"on":"2027-05-31"}},"lifetime":{"earned":350,\
        "redeemed":0,"expired":0,"purchases":1,"spend":6000.00}}
        """,
        json("member show 1001"));
  }

  @Test
  void showsWhatWillBeLeftOnALaterDayAndWhatWasThereOnAnEarlierOne() {
    done("enroll", "add", "1002", "--enrolled-at", "2026-02-01");
    done("accrue", "purchase", "1002", "--id", "R-2", "--amount", "100.00", "--at", "2026-03-01");
    done("accrue", "purchase", "1002", "--id", "R-3", "--amount", "200.00", "--at", "2026-11-01");
    var columns = " --columns balance.available,lifetime.purchases -o csv";
    var heading = "balance.available,lifetime.purchases\n";
    assertEquals(heading + "0,0\n", out("member show 1002 --as-of 2026-01-31" + columns));
    assertEquals(heading + "50,0\n", out("member show 1002 --as-of 2026-02-01" + columns));
    assertEquals(heading + "55,1\n", out("member show 1002 --as-of 2026-03-01" + columns));
    assertEquals(heading + "60,2\n", out("member show 1002" + columns));
    assertEquals(heading + "10,2\n", out("member show 1002 --as-of 2027-02-02" + columns));
  }

  private String out(String line) {
    return done(line.split(" ")).out();
  }

  @Test
  void answersASecondEnrolmentAsTheFirst() {
    var again =
        shop.run("enroll", "add", "1001", "--name", "Иван Петров", "--phone", "89123456789");
    assertEquals(Exit.DONE, again.exit());
    assertTrue(again.out().contains("duplicate"), again.out());
    assertTrue(again.out().contains("50"), again.out());
  }

  @Test
  void refusesWithTheOtherMembersCodeAndWithoutTheNumber() {
    var taken = shop.run("enroll", "add", "1002", "--phone", "9123456789");
    assertEquals(Exit.REFUSED, taken.exit());
    assertTrue(taken.err().contains("1001"), taken.err());
    assertFalse(taken.err().contains("9123456789"), taken.err());
    assertEquals(Exit.NOT_FOUND, shop.run("member", "show", "1002").exit());
  }

  @Test
  void tellsAllThatIsWrongWithAnEnrolmentAndNamesNoValue() {
    var bad =
        shop.run("enroll", "add", "1002", "--phone", "12345", "--email", "ivan@", "--lang", "ru");
    assertEquals(Exit.BAD_INPUT, bad.exit());
    assertTrue(bad.err().contains("Номер телефона не распознан"), bad.err());
    assertTrue(bad.err().contains("Адрес электронной почты не распознан"), bad.err());
    assertFalse(bad.err().contains("12345"), bad.err());
  }

  @Test
  void writesNothingInADryRun() {
    var dry = done("enroll", "add", "1002", "--dry-run");
    assertTrue(dry.out().contains("recorded"), dry.out());
    assertEquals(Exit.NOT_FOUND, shop.run("member", "show", "1002").exit());
  }

  @Test
  void masksThePersonInATableAndLeavesItOutOfJson() {
    var table = done("member", "show", "1001").out();
    assertTrue(table.contains("И*** П***"), table);
    assertTrue(table.contains("+7***89"), table);
    assertFalse(table.contains("Иван"), table);
    assertFalse(json("member show 1001").contains("person"));
    assertTrue(json("member show 1001 --personal").contains("\"name\":\"И*** П***\""));
  }

  @Test
  void putsALookBehindTheMaskIntoTheLog() {
    var shown = json("member show 1001 --reveal");
    assertTrue(shown.contains("\"name\":\"Иван Петров\",\"phone\":\"+79123456789\""), shown);
    out("member find Петр --reveal");
    out("member list --reveal");
    assertEquals(
        List.of("reveal member show 1001", "reveal member find ", "reveal member list "), log());
  }

  @Test
  void findsByNamePhoneAndCard() {
    done("member", "update", "1001", "--card", "7700 1");
    for (var words : List.of("петр", "+7 912 345 67 89", "7700 1", "1001")) {
      var found = done("member", "find", words, "-o", "csv", "--columns", "member,name").out();
      assertEquals("member,name\n1001,И*** П***\n", found, words);
    }
    assertEquals("member\n", out("member find Сидоров -o csv --columns member"));
    assertEquals(Exit.USAGE, shop.type("member find").exit());
    assertTrue(done("member", "show", "7700 1").out().contains("1001"));
  }

  @Test
  void listsByStatusAndTier() {
    done("enroll", "add", "0012");
    done("member", "block", "0012", "--reason", "lost-card");
    done("accrue", "purchase", "1001", "--id", "R-1", "--amount", "6000.00");
    assertEquals(
        "member,tier,available\n0012,bronze,50\n1001,gold,350\n",
        out("member list -o csv --columns member,tier,available"));
    assertEquals("member\n0012\n", out("member list --status blocked -o csv --columns member"));
    assertEquals("member\n0012\n", out("member list --tier bronze -o csv --columns member"));
    assertEquals("member\n1001\n", out("member list --tier gold -o csv --columns member"));
  }

  @Test
  void statesTheEntriesOfAPeriod() {
    done("accrue", "purchase", "1001", "--id", "R-1", "--amount", "100.00");
    assertEquals(
        """
        entry,kind,rule,points,balance,expires_on,event
        1,earn,welcome,50,50,2027-11-22,1001
        2,earn,base,5,55,2027-05-31,R-1
        """,
        out(
            "member statement 1001 -o csv --columns"
                + " entry,kind,rule,points,balance,expires_on,event"));
    assertEquals("[]", json("member statement 1001 --to 2026-11-21").strip());
    assertEquals("[]", json("member statement 1001 --from 2026-11-23").strip());
  }

  @Test
  void updatesAndSaysWhichFieldsChanged() {
    assertEquals(
        "{\"status\":\"recorded\",\"member\":\"1001\",\"changed\":[\"city\",\"attr.size\"]}\n",
        json("member update 1001 --city Пермь --attr size=L"));
    assertEquals(
        "{\"status\":\"duplicate\",\"member\":\"1001\",\"changed\":[]}\n",
        json("member update 1001 --city Пермь"));
    assertEquals(Exit.USAGE, shop.type("member update 1001").exit());
    assertEquals(Exit.BAD_INPUT, shop.type("member update 1001 --attr size").exit());
  }

  @Test
  void blocksAndLiftsTheBlock() {
    assertTrue(json("member block 1001").contains("\"before\":\"active\",\"after\":\"blocked\""));
    assertEquals(Exit.REFUSED, shop.type("accrue purchase 1001 --id R-1 --amount 100.00").exit());
    assertTrue(json("member block 1001").contains("duplicate"));
    assertTrue(json("member unblock 1001").contains("recorded"));
    done("accrue", "purchase", "1001", "--id", "R-1", "--amount", "100.00");
  }

  @Test
  void letsAMemberGoWithWhatIsLeft() {
    assertEquals(
        "{\"status\":\"recorded\",\"member\":\"1001\",\"member_status\":{\"before\":\"active\","
            + "\"after\":\"left\"},\"balance\":{\"before\":50,\"after\":0}}\n",
        json("member leave 1001 --reason own-wish"));
    assertTrue(json("member leave 1001").contains("duplicate"));
    assertEquals(Exit.REFUSED, shop.type("member unblock 1001").exit());
    done("enroll", "add", "1002", "--phone", "89123456789");
  }
}
