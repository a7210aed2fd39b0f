package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import java.time.LocalDate;
import java.util.Set;

/** One member's account within a transaction: as it is stored, and as it stands now. */
final class Page {
  private final Account stored;
  private final Set<String> segments;
  private Account account;
  private History history;

  Page(Account stored, History history, Set<String> segments) {
    this.stored = stored;
    this.account = stored;
    this.history = history;
    this.segments = segments;
  }

  Account stored() {
    return stored;
  }

  Account account() {
    return account;
  }

  History history() {
    return history;
  }

  Set<String> segments() {
    return segments;
  }

  boolean isChanged() {
    return account != stored;
  }

  void turn(Decision.Post post, LocalDate day) {
    account = post.after();
    history = history.after(post.event(), day);
    for (var entry : post.entries()) history = history.after(entry, day);
  }

  void turn(Account after) {
    account = after;
  }
}
