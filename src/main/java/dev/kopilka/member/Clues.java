package dev.kopilka.member;

import dev.kopilka.member.person.Email;
import dev.kopilka.member.person.Phone;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.value.Trouble;

/**
 * What is known of a member who is sought, in the order of matching. Several clues must lead to one
 * member.
 */
public record Clues(String code, String card, Phone phone, Email email) {
  public static final Clues NONE = new Clues("", "", Phone.NONE, Email.NONE);

  public Clues withCode(String text) {
    return new Clues(Plain.code("member", text), card, phone, email);
  }

  public Clues withCard(String text) {
    return new Clues(code, Plain.code("card", text), phone, email);
  }

  public Clues withPhone(String text) {
    return new Clues(code, card, Phone.of(text), email);
  }

  public Clues withEmail(String text) {
    return new Clues(code, card, phone, Email.of(text));
  }

  /** One text that may be any of them: what it cannot be, it is not. */
  public static Clues anyOf(String text) {
    var clues = NONE;
    try {
      clues = clues.withCode(text).withCard(text);
      clues = text.indexOf('@') < 0 ? clues.withPhone(text) : clues.withEmail(text);
    } catch (Trouble.BadInput notThatKind) {
      // A name or a short number is no phone; the clues that it can be are kept.
      return clues;
    }
    return clues;
  }

  /** Whether a phone or an e-mail is among them, which no message may repeat. */
  boolean isPersonal() {
    return !phone.equals(Phone.NONE) || !email.equals(Email.NONE);
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
