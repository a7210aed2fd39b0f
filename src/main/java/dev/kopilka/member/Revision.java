package dev.kopilka.member;

import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.enrolment.Form;
import dev.kopilka.member.person.Person;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.AttributeRows;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.IdentityRows.Kind;
import dev.kopilka.store.person.PersonRows;
import dev.kopilka.store.person.PersonRows.Keys;
import dev.kopilka.store.person.PersonRows.Stored;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes what is known about members who are there. Every change leaves a line in the log that
 * names the fields and never their values.
 */
public final class Revision {
  private final Unit unit;
  private final Registry registry;
  private final Sealing sealing;
  private final IdentityRows identities;
  private final By by;

  /** Who changes it, and when. */
  public record By(String actor, Instant at) {}

  public Revision(Unit unit, Vault vault, By by) {
    this.unit = unit;
    this.registry = new Registry(unit, vault);
    this.sealing = new Sealing(vault);
    this.identities = new IdentityRows(unit);
    this.by = by;
  }

  /**
   * Writes the columns, {@code name} to {@code city} and {@code attr.NAME}; blank text takes a
   * value away. Answers the columns that are not what they were, in the order of the request.
   *
   * @param today the local day of the programme
   */
  public List<String> update(Member member, Map<String, String> columns, LocalDate today) {
    if (member.status() == MemberStatus.MERGED || member.status() == MemberStatus.ERASED) {
      throw Transition.refused(member);
    }
    var before = registry.profile(member);
    var person = before.person();
    var changed = new ArrayList<String>();
    for (var column : columns.entrySet()) {
      var name = column.getKey();
      if (name.startsWith("attr.")) {
        if (attribute(before, name.substring(5), column.getValue())) changed.add(name);
      } else {
        person = person.with(name, column.getValue(), today);
        if (!person.texts().get(name).equals(before.person().texts().get(name))) changed.add(name);
      }
    }
    if (!person.equals(before.person())) save(before, person);
    if (!changed.isEmpty()) log("member update", member, String.join(",", changed));
    return changed;
  }

  private boolean attribute(Profile before, String name, String text) {
    var number = before.member().number();
    var form = new Form(LocalDate.EPOCH).put("member", "x").put("attr." + name, text);
    var value = form.enrolment().attributes().getOrDefault(name, "");
    var was = before.attributes().getOrDefault(name, "");
    if (value.equals(was)) return false;
    if (name.equals(Enrolment.CARD) && !value.isEmpty()) {
      checkFree(before.member(), Clues.NONE.withCard(value), Refusal.CARD_TAKEN);
    }
    var rows = new AttributeRows(unit);
    if (value.isEmpty()) {
      rows.drop(number, name);
    } else {
      rows.save(number, name, value);
      rows.flush();
    }
    if (name.equals(Enrolment.CARD)) {
      identities.replace(Kind.CARD, was, value, number);
      identities.flush();
    }
    return true;
  }

  private void save(Profile before, Person person) {
    var member = before.member();
    var gone = member.status() == MemberStatus.LEFT;
    if (!gone) {
      var phone = new Clues("", "", person.phone(), Clues.NONE.email());
      var email = new Clues("", "", Clues.NONE.phone(), person.email());
      checkFree(member, phone, Refusal.PHONE_TAKEN);
      checkFree(member, email, Refusal.EMAIL_TAKEN);
    }
    var rows = new PersonRows(unit);
    var there = rows.of(member.number());
    var sealed =
        there
            .map(old -> sealing.closed(member.number(), person, old.dataKey()))
            .orElseGet(() -> sealing.closed(member.number(), person));
    var row = gone ? sealed.unfindable() : sealed;
    rows.save(row);
    rows.flush();
    find(member, there.map(Stored::keys).orElse(Keys.NONE), row.keys());
  }

  /** The member is found by these keys and no more by those. */
  private void find(Member member, Keys before, Keys after) {
    identities.replace(Kind.PHONE, before.phone(), after.phone(), member.number());
    identities.replace(Kind.EMAIL, before.email(), after.email(), member.number());
    identities.flush();
  }

  /**
   * Lets go of a member whose leaving the ledger has recorded: phone and e-mail may enrol anew
   * under another code.
   */
  public void release(Member member) {
    var rows = new PersonRows(unit);
    var keys = rows.of(member.number()).map(Stored::keys).orElse(Keys.NONE);
    rows.release(member.number());
    find(member, keys, Keys.NONE);
    log("member left", member, "");
  }

  private void checkFree(Member member, Clues clue, Refusal otherwise) {
    var holder = registry.holder(clue).map(Member::code).orElse(member.code());
    if (holder.equals(member.code())) return;
    var field =
        switch (otherwise) {
          case CARD_TAKEN -> "attr.card";
          case PHONE_TAKEN -> "phone";
          default -> "email";
        };
    throw new Trouble.Refused(
        otherwise, Problem.of(otherwise.name()).with("other", holder).with("field", field));
  }

  /**
   * Moves the member to the status; false when the member was there already.
   *
   * @param reason a code, not a story: the log is no place for personal data
   */
  public boolean move(Member member, MemberStatus to, String reason) {
    var code = Plain.code("reason", reason);
    Transition.check(member, to);
    if (member.status() == to) return false;
    new MemberRows(unit).setStatus(member.number(), to);
    log("member " + to.word(), member, code);
    return true;
  }

  /** That somebody looked at personal data unmasked: written before they are shown. */
  public void reveal(String command, String subject, String details) {
    var at = by.at().toEpochMilli();
    new LogRows(unit)
        .add(new LogRows.Line(0, at, by.actor(), "reveal " + command, subject, details));
  }

  private void log(String action, Member member, String details) {
    var at = by.at().toEpochMilli();
    new LogRows(unit).add(new LogRows.Line(0, at, by.actor(), action, member.code(), details));
  }
}
