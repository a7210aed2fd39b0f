package dev.kopilka.ledger.draft;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.chain.Chain;

/**
 * Something that somebody asks the ledger to record.
 *
 * @param member member code; empty when the referenced event tells whose it is
 * @param occurredAt business time, milliseconds since 1970 UTC
 * @param isTimed whether the caller said when it occurred; the same id without a time, sent again
 *     later, is the same request
 * @param note free text, kept outside the chain
 * @param proposedBy who asked for an adjustment that a second person now approves; else empty
 * @param fingerprint of what was asked for, before anything was filled in; 0 until it is posted
 */
public record Request(
    EventKind kind,
    Key key,
    String member,
    long occurredAt,
    Facts facts,
    boolean isTimed,
    String note,
    String proposedBy,
    long fingerprint) {

  public Request(EventKind kind, Key key, String member, long occurredAt, Facts facts) {
    this(kind, key, member, occurredAt, facts, true, "", "", 0);
  }

  public Request noted(String note) {
    return new Request(
        kind, key, member, occurredAt, facts, isTimed, note, proposedBy, fingerprint);
  }

  public Request proposedBy(String actor) {
    return new Request(
        kind, key, member, occurredAt, facts, isTimed, note, actor, fingerprint);
  }

  /** The same request from somebody who did not say when: its time is not part of its content. */
  public Request untimed() {
    return new Request(
        kind, key, member, occurredAt, facts, false, note, proposedBy, fingerprint);
  }

  /** What tells this content from another under the same id. */
  public long fingerprint(Chain chain) {
    return chain.fingerprint(kind, key, isTimed ? occurredAt : 0, facts);
  }

  public Request fingerprinted(long fingerprint) {
    return new Request(
        kind, key, member, occurredAt, facts, isTimed, note, proposedBy, fingerprint);
  }

  /** The same request as it is recorded with the second member whom it concerns. */
  public Request counterpart(String member) {
    return new Request(
        kind.counterpart().orElseThrow(),
        key.counterpart(),
        member,
        occurredAt,
        facts,
        isTimed,
        "",
        "",
        fingerprint);
  }

  public Request with(Facts facts) {
    return new Request(
        kind, key, member, occurredAt, facts, isTimed, note, proposedBy, fingerprint);
  }
}
