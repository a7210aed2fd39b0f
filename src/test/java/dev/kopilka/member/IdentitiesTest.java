package dev.kopilka.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Ledgers;
import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.member.enrolment.Admission;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.enrolment.Form;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.vault.Vault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry of identities follows whatever changes what a member has alone. */
class IdentitiesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String PHONE = "phone:+79120000001";
  private static final int ROUNDS = 10;

  private String ledger;
  private Database database;

  @BeforeEach
  void open(@TempDir Path own) {
    ledger = Ledgers.created(own.resolve("shop.db"));
    database = Database.open(ledger);
    enrol(form("1", "phone", "9120000001", "email", "a@b.ru", "attr.card", "77", "attr.size", "L"));
    enrol(form("2"));
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

  private static List<Intake.Outcome> enrol(Unit unit, Enrolment... batch) {
    return new Intake(unit, Vault.open()).enrol(List.of(batch), NOW, Admission.Gate.OPEN);
  }

  private Intake.Outcome enrol(Enrolment request) {
    return database.write(false, unit -> enrol(unit, request)).getFirst();
  }

  /** Work that answers nothing. */
  private interface Work {
    void on(Unit unit);
  }

  private void write(Work work) {
    database.write(
        false,
        unit -> {
          work.on(unit);
          return true;
        });
  }

  private static Revision revision(Unit unit) {
    return new Revision(unit, Vault.open(), new Revision.By("anna", NOW));
  }

  private void update(String code, String column, String text) {
    write(
        unit -> {
          var member = new Registry(unit, Vault.open()).member(code);
          revision(unit).update(member, Map.of(column, text), TODAY);
        });
  }

  private void leave(String code) {
    write(
        unit -> {
          var member = new Registry(unit, Vault.open()).member(code);
          revision(unit).move(member, MemberStatus.LEFT, "asked");
          revision(unit).release(member);
        });
  }

  private void post(EventKind kind, String member, Facts facts) {
    var request = new Request(kind, new Key(kind.defaultSource(), "M-1"), member, NOW.toEpochMilli(), facts);
    var pen = new Pen("anna", NOW.toEpochMilli(), new Chain());
    var rules = Rules.history(Rules.of(Rules.BASE));
    write(unit -> new Posting(unit, rules, pen).post(List.of(request)));
  }

  /** Every key with its member, in the order of the keys. */
  private List<String> registry() {
    return database.read(
        unit -> {
          var rows = new TreeSet<String>();
          try (var row = unit.query("select key, member from identity")) {
            while (row.next()) rows.add(row.text(1) + " " + row.number(2));
          }
          return List.copyOf(rows);
        });
  }

  private static final List<String> BOTH =
      List.of("card:77 1", "code:1 1", "code:2 2", "email:a@b.ru 1", PHONE + " 1");

  /** What stands there beside what stood there at first, and what does no more: {@code -} before. */
  private void assertChanged(String what, String... changes) {
    var expected = new TreeSet<>(BOTH);
    for (var change : changes) {
      if (change.startsWith("-")) expected.remove(change.substring(1));
      else expected.add(change);
    }
    assertEquals(List.copyOf(expected), registry(), what);
  }

  @Test
  void anEnrolmentEntersWhatItSaysAndNothingElse() {
    assertChanged("two members");
    enrol(form("1", "phone", "9120000001", "email", "a@b.ru", "attr.card", "77", "attr.size", "L"));
    enrol(form("3", "phone", "9120000001"));
    assertChanged("a repetition and a refusal");
    enrol(form("3", "attr.card", "1"));
    assertChanged("a card that is like a code", "card:1 3", "code:3 3");
  }

  @Test
  void aChangeIsFollowed() {
    update("1", "phone", "9120000002");
    assertChanged("another phone", "-" + PHONE + " 1", "phone:+79120000002 1");
    update("1", "phone", "");
    assertChanged("no phone", "-" + PHONE + " 1");
    update("2", "phone", "9120000001");
    assertChanged("somebody else's", "-" + PHONE + " 1", PHONE + " 2");
    update("1", "attr.card", "78");
    update("1", "email", "c@d.ru");
    update("1", "attr.size", "M");
    update("1", "city", "Пермь");
    assertChanged(
        "card and e-mail", "-" + PHONE + " 1", PHONE + " 2", "-card:77 1", "card:78 1", "-email:a@b.ru 1",
        "email:c@d.ru 1");
    update("1", "attr.card", "");
    assertChanged(
        "no card", "-" + PHONE + " 1", PHONE + " 2", "-card:77 1", "-email:a@b.ru 1", "email:c@d.ru 1");
  }

  @Test
  void whoLeavesKeepsCodeAndCardAndAnotherTakesThePhone() {
    leave("1");
    assertChanged("who left", "-" + PHONE + " 1", "-email:a@b.ru 1");
    update("1", "phone", "9120000009");
    assertChanged("who left is not found by phone", "-" + PHONE + " 1", "-email:a@b.ru 1");
    var again = enrol(form("3", "phone", "9120000001", "email", "a@b.ru"));
    assertEquals(Intake.Outcome.Enrolled.class, again.getClass());
    assertChanged(
        "the same phone again", "-" + PHONE + " 1", "-email:a@b.ru 1", PHONE + " 3", "email:a@b.ru 3", "code:3 3");
    var card = (Intake.Outcome.Refused) enrol(form("4", "attr.card", "77"));
    assertEquals(Refusal.CARD_TAKEN, card.refusal());
  }

  /** Who was put down as gone without being let go is let go of by the next change. */
  @Test
  void whoIsGoneIsFoundNoMoreAfterAChange() {
    write(unit -> revision(unit).move(new Registry(unit, Vault.open()).member("1"), MemberStatus.LEFT, "x"));
    assertChanged("put down as gone");
    update("1", "name", "Анна");
    assertChanged("changed", "-" + PHONE + " 1", "-email:a@b.ru 1");
  }

  @Test
  void aMergeAndItsUndoingLeaveItAlone() {
    post(EventKind.MERGE, "1", Facts.NONE.withSubject("2"));
    assertEquals(MemberStatus.MERGED, status("1"));
    assertChanged("merged");
    post(EventKind.UNMERGE, "1", Facts.NONE.withReference("M-1"));
    assertEquals(MemberStatus.ACTIVE, status("1"));
    assertChanged("parted");
  }

  private MemberStatus status(String code) {
    return database.read(unit -> new Registry(unit, Vault.open()).member(code).status());
  }

  @Test
  void ofTwoEnrolmentsAtOnceOneGetsThePhone() throws Exception {
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var i = 1; i <= ROUNDS; i++) {
        var work = new ArrayList<Callable<Intake.Outcome>>();
        for (var name : List.of("a" + i, "b" + i)) {
          var phone = "91300000" + (10 + i);
          work.add(() -> {
            try (var own = Database.open(ledger)) {
              return own.write(false, unit -> enrol(unit, form(name, "phone", phone))).getFirst();
            }
          });
        }
        var outcomes = new HashMap<Class<?>, Intake.Outcome>();
        for (var done : threads.invokeAll(work)) outcomes.put(done.get().getClass(), done.get());
        var refused = (Intake.Outcome.Refused) outcomes.get(Intake.Outcome.Refused.class);
        assertEquals(2, outcomes.size(), "one of the two");
        assertEquals(Refusal.PHONE_TAKEN, refused.refusal());
      }
    }
    assertEquals(BOTH.size() + 2 * ROUNDS, registry().size());
  }
}
