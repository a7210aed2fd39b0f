package dev.kopilka.model;

import java.util.List;

/**
 * One immutable movement of one member's points.
 *
 * @param seq 1, 2, 3 … within the member, without gaps
 * @param event number of the member's event that caused it; 0 when the day's close did
 * @param points signed change of the balance
 * @param balance the balance after it: open lots, held and pending ones included, less debt
 * @param opened points that opened a lot: what a settled debt left of a credit
 * @param rule code of the rule, reason or tier that produced it
 * @param version programme version it was decided by
 * @param corrects sequence number of the entry that it corrects, 0 for none
 * @param terms the dates of the lot it opened, or of the standing it gave
 * @param draws what it took from which lots, in order
 * @param shares its points by receipt line, in the order of the lines; empty when undivided
 * @param hash SHA-256 over the previous entry's hash and this entry's canonical bytes
 */
public record Entry(
    long member,
    int seq,
    int event,
    EntryKind kind,
    long points,
    long balance,
    long opened,
    String rule,
    int version,
    int corrects,
    Terms terms,
    List<Draw> draws,
    List<Long> shares,
    long occurredAt,
    long recordedAt,
    String actor,
    byte[] hash) {

  public Entry {
    draws = List.copyOf(draws);
    shares = List.copyOf(shares);
  }

  /** This entry with other draws. */
  public Entry drawing(List<Draw> draws) {
    return with(corrects, draws);
  }

  /** This entry as one that corrects another one. */
  public Entry correcting(int corrects) {
    return with(corrects, draws);
  }

  private Entry with(int corrects, List<Draw> draws) {
    return new Entry(
        member,
        seq,
        event,
        kind,
        points,
        balance,
        opened,
        rule,
        version,
        corrects,
        terms,
        draws,
        shares,
        occurredAt,
        recordedAt,
        actor,
        hash);
  }
}
