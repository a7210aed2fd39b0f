package dev.kopilka.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.home.Ledgers;
import dev.kopilka.member.enrolment.Admission;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.enrolment.Form;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry on a real ledger file: taking in, finding, changing, blocking. */
class RegistryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private Database database;

  @BeforeEach
  void open(@TempDir Path own) {
    database = Database.open(Ledgers.created(own.resolve("shop.db")));
    enrol(
        form("1001", "name", "Иван Петров", "phone", "8 912 000-00-01", "attr.card", "7700 1"),
        form("1002", "name", "Ольга Иванова", "email", "Olga@Mail.ru", "birth_date", "1985-03-08"),
        form("0012", "attr.size", "L"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Enrolment form(String code, String... columns) {
    var form = new Form(TODAY).put("member", code);
    for (var i = 0; i < columns.length; i += 2) form.put(columns[i], columns[i + 1]);
    return form.enrolment();
  }

  private List<Intake.Outcome> enrol(Enrolment... batch) {
    return database.write(
        false,
        unit -> new Intake(unit, Vault.open()).enrol(List.of(batch), NOW, Admission.Gate.OPEN));
  }

  private List<String> found(Clues clues) {
    return database.read(unit ->
        new Registry(unit, Vault.open()).candidates(clues).stream().map(Member::code).toList());
  }

  private Profile profile(String code) {
    return database.read(unit -> {
      var registry = new Registry(unit, Vault.open());
      return registry.profile(registry.member(code));
    });
  }

  private static Revision revision(Unit unit) {
    return new Revision(unit, Vault.open(), new Revision.By("anna", NOW));
  }

  private List<String> update(String code, Map<String, String> columns) {
    return database.write(
        false,
        unit -> {
          var member = new Registry(unit, Vault.open()).member(code);
          return revision(unit).update(member, columns, TODAY);
        });
  }

  private boolean move(String code, MemberStatus to) {
    return database.write(
        false,
        unit -> revision(unit).move(new Registry(unit, Vault.open()).member(code), to, "fraud"));
  }

  private Refusal refusal(Runnable work) {
    return assertThrows(Trouble.Refused.class, work::run).refusal();
  }

  @Test
  void remembersWhatAnEnrolmentSaid() {
    var olga = profile("1002");
    assertEquals("Ольга Иванова", olga.person().name().text());
    assertEquals("olga@mail.ru", olga.person().email().text());
    assertEquals("1985-03-08", olga.person().birthDate().text());
    assertEquals(NOW.toEpochMilli(), olga.member().enrolledAt());
    assertEquals(Map.of("size", "L"), profile("0012").attributes());
  }

  @Test
  void numbersMembersInTheOrderOfTheirEnrolment() {
    assertEquals(1, profile("1001").member().number());
    assertEquals(3, profile("0012").member().number());
  }

  @Test
  void answersTheSameEnrolmentAsTheFirstTime() {
    var outcome =
        enrol(form("1001", "name", "Иван  Петров", "phone", "+79120000001", "attr.card", "7700 1"));
    assertEquals(List.of(new Intake.Outcome.AlreadyEnrolled(profile("1001").member())), outcome);
  }

  @Test
  void refusesATakenPhoneAndWritesNothingOfTheRow() {
    var outcome = enrol(form("1003", "phone", "9120000001"), form("1004"));
    var refused = (Intake.Outcome.Refused) outcome.getFirst();
    assertEquals(Refusal.PHONE_TAKEN, refused.refusal());
    assertEquals(Refusal.MEMBER_NOT_FOUND, refusal(() -> profile("1003")));
    assertEquals(4, profile("1004").member().number());
  }

  @Test
  void takesInManyMembersWithManyAttributes() {
    var batch = new ArrayList<Enrolment>();
    for (var i = 0; i < 1_500; i++) {
      batch.add(form("m" + i, "attr.a", "1", "attr.b", "2", "attr.card", "c" + i));
    }
    assertEquals(1_500, enrol(batch.toArray(Enrolment[]::new)).size());
    assertEquals(List.of("m1499"), found(Clues.NONE.withCard("c1499")));
  }

  @Test
  void findsByCodeThenCardThenPhoneThenEmail() {
    assertEquals(List.of("1001"), found(Clues.anyOf(" 1001 ")));
    assertEquals(List.of("1001"), found(Clues.anyOf("7700 1")));
    assertEquals(List.of("1001"), found(Clues.anyOf("8 (912) 000 00 01")));
    assertEquals(List.of("1002"), found(Clues.anyOf("OLGA@mail.ru")));
    assertEquals(List.of("0012"), found(Clues.anyOf("0012")));
    assertEquals(List.of(), found(Clues.anyOf("12")));
    assertEquals(
        List.of("1002", "1001"), found(Clues.NONE.withCode("1002").withPhone("9120000001")));
  }

  @Test
  void doesNotRepeatAPhoneThatNobodyHas() {
    for (var typed : List.of("+7 912 999-99-99", "nobody@mail.ru", "4711")) {
      var trouble =
          assertThrows(
              Trouble.Refused.class,
              () ->
                  database.read(
                      unit -> new Registry(unit, Vault.open()).match(Clues.anyOf(typed))));
      assertEquals(Refusal.MEMBER_NOT_FOUND, trouble.refusal());
      assertEquals(typed.equals("4711"), trouble.problem().details().containsValue(typed));
    }
  }

  @Test
  void refusesTwoCandidatesAndNamesBoth() {
    var clues = Clues.NONE.withCode("1002").withPhone("9120000001");
    var trouble =
        assertThrows(
            Trouble.Refused.class,
            () -> database.read(unit -> new Registry(unit, Vault.open()).match(clues)));
    assertEquals(Refusal.MEMBER_AMBIGUOUS, trouble.refusal());
    assertEquals(List.of("1002", "1001"), trouble.problem().details().get("members"));
  }

  @Test
  void findsNamesByTheBeginningOfAWordWhateverItsCase() {
    List<String> codes =
        database.read(unit ->
            new Registry(unit, Vault.open()).named("ИВАН", 10).stream().map(Member::code).toList());
    assertEquals(List.of("1001", "1002"), codes);
  }

  @Test
  void updatesAndSaysWhatChanged() {
    assertEquals(
        List.of("phone", "attr.size"),
        update(
            "1001",
            new TreeMap<>(Map.of("phone", "+79120000007", "attr.size", "M")).descendingMap()));
    assertEquals("+79120000007", profile("1001").person().phone().text());
    assertEquals(List.of(), update("1001", Map.of("phone", "8 912 000 00 07")));
    assertEquals(List.of("phone"), update("1001", Map.of("phone", "")));
    assertEquals(List.of(), found(Clues.anyOf("+79120000007")));
    assertEquals(List.of("attr.card"), update("1001", Map.of("attr.card", "")));
    assertEquals(List.of(), found(Clues.anyOf("7700 1")));
  }

  @Test
  void refusesToGiveOneMemberWhatAnotherHolds() {
    assertEquals(
        Refusal.PHONE_TAKEN, refusal(() -> update("1002", Map.of("phone", "89120000001"))));
    assertEquals(
        Refusal.EMAIL_TAKEN, refusal(() -> update("1001", Map.of("email", "olga@mail.ru"))));
    assertEquals(Refusal.CARD_TAKEN, refusal(() -> update("1002", Map.of("attr.card", "7700 1"))));
    assertEquals("", profile("1002").person().phone().text());
  }

  @Test
  void blocksAndUnblocksAndKnowsWhenThereIsNothingToDo() {
    assertEquals(true, move("1001", MemberStatus.BLOCKED));
    assertEquals(false, move("1001", MemberStatus.BLOCKED));
    assertEquals(MemberStatus.BLOCKED, profile("1001").member().status());
    assertEquals(true, move("1001", MemberStatus.ACTIVE));
    assertEquals(true, move("1001", MemberStatus.LEFT));
    assertEquals(Refusal.MEMBER_LEFT, refusal(() -> move("1001", MemberStatus.ACTIVE)));
    database.write(
        false,
        unit -> {
          new MemberRows(unit).setStatus(2, MemberStatus.MERGED);
          return true;
        });
    assertEquals(Refusal.MEMBER_MERGED, refusal(() -> move("1002", MemberStatus.BLOCKED)));
    assertEquals(Refusal.MEMBER_MERGED, refusal(() -> update("1002", Map.of("city", "Пермь"))));
  }

  @Test
  void lettingAMemberGoFreesThePhoneForAnotherEnrolment() {
    database.write(
        false,
        unit -> {
          var ivan = new Registry(unit, Vault.open()).member("1001");
          revision(unit).move(ivan, MemberStatus.LEFT, "asked");
          revision(unit).release(ivan);
          return true;
        });
    var again = enrol(form("1009", "phone", "9120000001"));
    assertEquals("1009", ((Intake.Outcome.Enrolled) again.getFirst()).member().code());
    assertEquals(List.of("city"), update("1001", Map.of("city", "Пермь")));
    assertEquals(List.of("1009"), found(Clues.anyOf("9120000001")));
    assertEquals("+79120000001", profile("1001").person().phone().text());
  }

  @Test
  void logsWhoChangedWhichFieldAndNeverItsValue() {
    update("1001", Map.of("phone", "+79120000007"));
    move("1001", MemberStatus.BLOCKED);
    var lines = new ArrayList<String>();
    database.read(unit -> {
      new LogRows(unit)
          .each(
              0,
              l -> lines.add(l.actor() + " " + l.action() + " " + l.subject() + " " + l.details()));
      return lines;
    });
    assertEquals(List.of("anna member update 1001 phone", "anna member blocked 1001 fraud"), lines);
  }
}
