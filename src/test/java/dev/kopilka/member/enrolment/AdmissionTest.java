package dev.kopilka.member.enrolment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.kopilka.member.enrolment.Known.Identity;
import dev.kopilka.member.enrolment.Known.Registered;
import dev.kopilka.model.value.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests of one batch, after the members Ivan (1001) and Olga (1002). */
class AdmissionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final String IVAN =
      "member=1001|name=Иван|phone=+79120000001|email=ivan@mail.ru|attr.card=C1";

  /** Columns as {@code name=value|name=value}. */
  private static Enrolment enrolment(String columns) {
    var form = new Form(LocalDate.of(2026, 11, 22));
    for (var column : columns.split("\\|")) {
      var equals = column.indexOf('=');
      var name = column.substring(0, equals);
      var text = column.substring(equals + 1);
      if (name.equals("enrolled_at")) form.enrolledAt(Instant.parse(text));
      else form.put(name, text);
    }
    return form.enrolment();
  }

  private static Admission admission() {
    var known = new Known();
    var ivan = enrolment(IVAN);
    known.member(new Registered(ivan, ivan.fingerprint()));
    for (var identity : Admission.identities(ivan)) known.holder(identity, "1001");
    known.code("1002");
    known.holder(new Identity(Identity.Kind.EMAIL, "olga@mail.ru"), "1002");
    return new Admission(known, NOW, Admission.Gate.OPEN);
  }

  private static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Admit admit -> "admit " + admit.enrolment().code();
      case Decision.Repeat repeat -> "repeat " + repeat.code();
      case Decision.Refuse refuse ->
          refuse.refusal()
              + " "
              + String.join(
                  "/", refuse.problem().details().values().stream().map(Object::toString).toList());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "member=1003|name=Пётр, admit 1003",
    "member=1003|phone=+79120000009|email=petr@mail.ru|attr.card=C9, admit 1003",
    "member=1003|referrer=1002, admit 1003",
    "member=1003|enrolled_at=2026-11-22T12:00:00Z, admit 1003",
    // The same request again, and the same one as somebody else spells it.
    IVAN + ", repeat 1001",
    "member=1001|name= Иван |phone=8 (912) 000-00-01|email=IVAN@mail.ru|attr.card=C1, repeat 1001",
    // Other content under a known code names the first field that differs.
    "member=1001|name=Пётр|phone=+79120000009, ID_REUSED members/1001/name",
    "member=1001|name=Иван, ID_REUSED members/1001/phone",
    IVAN + "|city=Пермь, ID_REUSED members/1001/city",
    IVAN + "|enrolled_at=2020-01-01T00:00:00Z, ID_REUSED members/1001/enrolled_at",
    IVAN + "|attr.size=L, ID_REUSED members/1001/attr.size",
    "member=1001|name=Иван|phone=+79120000001|email=ivan@mail.ru, ID_REUSED members/1001/attr.card",
    "member=1003|referrer=1004, MEMBER_NOT_FOUND 1004/referrer",
    "member=1003|referrer=1003, MEMBER_NOT_FOUND 1003/referrer",
    "member=1003|attr.card=C1|phone=+79120000001, CARD_TAKEN 1001/attr.card",
    "member=1003|phone=+79120000001, PHONE_TAKEN 1001/phone",
    "member=1003|email=olga@mail.ru, EMAIL_TAKEN 1002/email",
    // Two candidates: both are named.
    "member=1003|phone=+79120000001|email=olga@mail.ru, 'PHONE_TAKEN 1001, 1002/phone'",
    "member=1003|enrolled_at=2026-11-22T12:00:00.001Z, EVENT_IN_FUTURE"
        + " 1003/2026-11-22T12:00:00.001Z/enrolled_at"
  })
  void answersOneRequest(String columns, String expected) {
    assertEquals(expected, outcome(admission().decide(enrolment(columns))));
  }

  @Test
  void knowsWhomItAdmittedInTheSameBatch() {
    var admission = admission();
    var request = "member=1003|phone=+79120000009";
    assertEquals("admit 1003", outcome(admission.decide(enrolment(request))));
    assertEquals("repeat 1003", outcome(admission.decide(enrolment(request))));
    assertEquals(
        "ID_REUSED members/1003/city",
        outcome(admission.decide(enrolment(request + "|city=Пермь"))));
    assertEquals(
        "PHONE_TAKEN 1003/phone",
        outcome(admission.decide(enrolment("member=1004|phone=+79120000009"))));
    assertEquals("admit 1005", outcome(admission.decide(enrolment("member=1005|referrer=1003"))));
  }

  @Test
  void aRefusedRequestLeavesNoTraceAndMayBeSentAgain() {
    var admission = admission();
    var refused = enrolment("member=1003|referrer=1004|phone=+79120000009");
    assertInstanceOf(Decision.Refuse.class, admission.decide(refused));
    assertEquals("admit 1004", outcome(admission.decide(enrolment("member=1004"))));
    assertEquals("admit 1003", outcome(admission.decide(refused)));
  }

  @Test
  void asksTheGateLastAndOnlyAboutNewMembers() {
    var refuse = Decision.Refuse.because(Refusal.PERIOD_CLOSED, "day", "2026-11-01", "");
    var known = new Known();
    var ivan = enrolment(IVAN);
    known.member(new Registered(ivan, ivan.fingerprint()));
    var admission = new Admission(known, NOW, _ -> Optional.of(refuse));
    assertEquals("repeat 1001", outcome(admission.decide(ivan)));
    assertEquals(refuse, admission.decide(enrolment("member=1003")));
    // Whom the gate refused is not known to the next request.
    assertEquals(
        "MEMBER_NOT_FOUND 1003/referrer",
        outcome(admission.decide(enrolment("member=1004|referrer=1003"))));
  }

  @Test
  void theFirstRequestAgainIsARepeatAlsoAfterAnUpdate() {
    var known = new Known();
    var first = enrolment(IVAN);
    var updated = enrolment("member=1001|name=Иван|phone=+79120000007|city=Пермь");
    known.member(new Registered(updated, first.fingerprint()));
    var admission = new Admission(known, NOW, Admission.Gate.OPEN);
    assertEquals("repeat 1001", outcome(admission.decide(first)));
    assertEquals("repeat 1001", outcome(admission.decide(updated)));
  }
}
