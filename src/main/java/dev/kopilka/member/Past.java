package dev.kopilka.member;

import dev.kopilka.model.account.Account;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;

/**
 * A member's account as it once was: events and entries applied in the order of the ledger up to
 * the first that happened later. What was recorded late, behind a later one, was not known then.
 */
public final class Past {
  private Past() {}

  /**
   * The account at the moment.
   *
   * @param member the member's number
   * @param millis business time, milliseconds since 1970 UTC, inclusive
   */
  public static Account account(Unit unit, long member, long millis) {
    var account = Account.empty(member);
    for (var event : new EventRows(unit).of(member)) {
      if (event.occurredAt() > millis) break;
      account = account.after(event);
    }
    for (var entry : new EntryRows(unit).of(member)) {
      if (entry.occurredAt() > millis) break;
      account = account.after(entry);
    }
    return account;
  }
}
