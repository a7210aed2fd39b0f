package dev.kopilka.model;

/**
 * A fact that was recorded once under its key. Events of one member are numbered without gaps and
 * form a hash chain of their own.
 *
 * @param member the member's number in this ledger
 * @param number 1, 2, 3 … within the member
 * @param occurredAt business time, milliseconds since 1970 UTC
 * @param recordedAt ledger time, milliseconds since 1970 UTC
 * @param version the programme version that was in force when it occurred
 * @param actor who recorded it
 * @param fingerprint of the request as it was asked, which may say less than the facts: a return
 *     without an amount is stored with what was left ({@link dev.kopilka.model.chain.Chain})
 * @param hash SHA-256 over the previous event's hash and this event's canonical bytes
 */
public record Event(
    long member,
    int number,
    EventKind kind,
    Key key,
    long occurredAt,
    long recordedAt,
    int version,
    String actor,
    Facts facts,
    long fingerprint,
    byte[] hash) {

  /** Units of the reward {@code facts.subject()} that the event takes from stock or gives back. */
  public int unitsTaken() {
    if (facts.subject().isEmpty()) return 0;
    return switch (kind) {
      case REDEMPTION -> 1;
      case REVERSAL -> -1;
      default -> 0;
    };
  }
}
