package dev.kopilka.ledger.page;

import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import java.time.LocalDate;
import java.util.Set;

/** One member's account within a transaction: as it is stored, and as it stands now. */
public final class Page {
  private Account stored;
  private final Set<String> segments;
  private Account account;
  private History history;

  Page(Account stored, History history, Set<String> segments) {
    this.stored = stored;
    this.account = stored;
    this.history = history;
    this.segments = segments;
  }

  public Account stored() {
    return stored;
  }

  public Account account() {
    return account;
  }

  public History history() {
    return history;
  }

  public Set<String> segments() {
    return segments;
  }

  public boolean isChanged() {
    return account != stored;
  }

  public void turn(Decision.Post post, LocalDate day) {
    account = post.after();
    history = history.after(post.event(), post.entries(), day);
  }

  public void turn(Account after) {
    account = after;
  }

  /** Notes that what stands now is what will be written. */
  void saved() {
    stored = account;
  }
}
