package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.account.Totals;
import dev.kopilka.model.value.Attributes;

/**
 * Names the first field in which a request differs from what its id was recorded with; empty when
 * it does not, as when the time was told the first time only.
 */
final class Difference {
  private Difference() {}

  static String first(Event recorded, String member, Request asked) {
    var was = recorded.facts();
    var is = asked.facts();
    if (recorded.kind() != asked.kind()) return "kind";
    if (!asked.member().isEmpty() && !member.equals(asked.member())) return "member";
    if (asked.isTimed() && recorded.occurredAt() != asked.occurredAt()) return "occurred_at";
    // A return without an amount was recorded with what was left, a capture with what was held.
    if (was.amount() != is.amount() && !(asked.kind() == EventKind.RETURN && is.amount() == 0)) {
      return "amount";
    }
    if (was.points() != is.points() && !(asked.kind() == EventKind.CAPTURE && is.points() == 0)) {
      return "points";
    }
    if (!takesSubjectOver(asked.kind()) && !was.subject().equals(is.subject())) {
      return "subject";
    }
    if (!sameReference(was.reference(), is.reference())) return "reference";
    return first(was, is);
  }

  /** A reversal, and the undoing of a merge, have their subject from what they undo. */
  private static boolean takesSubjectOver(EventKind kind) {
    return kind == EventKind.REVERSAL || kind == EventKind.UNMERGE;
  }

  /** The stored one may carry the source before the id. */
  private static boolean sameReference(String was, String is) {
    return was.equals(is) || was.endsWith(":" + is);
  }

  private static String first(Facts was, Facts is) {
    if (was.discount() != is.discount()) return "discount";
    if (!was.where().channel().equals(is.where().channel())) return "channel";
    if (!was.where().store().equals(is.where().store())) return "store";
    if (!was.where().partner().equals(is.where().partner())) return "partner";
    if (!was.where().staff().equals(is.where().staff())) return "staff";
    if (!was.where().promoCode().equals(is.where().promoCode())) return "promo_code";
    if (!was.lines().equals(is.lines())) return "lines";
    if (!was.terms().equals(is.terms())) return "dates";
    // A merge's event carries beside what was said the totals that it moved.
    var said = new Attributes(was.attributes()).without(Totals.NAME).text();
    return said.equals(is.attributes()) ? "" : "attributes";
  }
}
