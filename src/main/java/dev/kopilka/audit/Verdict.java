package dev.kopilka.audit;

import java.util.List;

/**
 * What a verification found.
 *
 * @param members participants
 * @param entries entries that were hashed again
 * @param lots open lots that were compared
 * @param isWhole whether all of the registry of identities was compared, and not codes alone
 */
public record Verdict(
    long members, long entries, long lots, boolean isWhole, List<Named> faults) {
  /** A fault and the code of the member whose row it is; "" for a row of the whole ledger. */
  public record Named(String member, Fault fault) {}

  public Verdict {
    faults = List.copyOf(faults);
  }

  public boolean isOk() {
    return faults.isEmpty();
  }
}
