package dev.kopilka.ledger.draft;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;

/**
 * Something that somebody asks the ledger to record.
 *
 * @param member member code; empty when the referenced event tells whose it is
 * @param occurredAt business time, milliseconds since 1970 UTC
 * @param note free text, kept outside the chain
 * @param proposedBy who asked for an adjustment that a second person now approves; else empty
 */
public record Request(
    EventKind kind,
    Key key,
    String member,
    long occurredAt,
    Facts facts,
    String note,
    String proposedBy) {

  public Request(EventKind kind, Key key, String member, long occurredAt, Facts facts) {
    this(kind, key, member, occurredAt, facts, "", "");
  }

  public Request noted(String note) {
    return new Request(kind, key, member, occurredAt, facts, note, proposedBy);
  }

  public Request proposedBy(String actor) {
    return new Request(kind, key, member, occurredAt, facts, note, actor);
  }
}
