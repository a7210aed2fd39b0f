package dev.kopilka.program;

import dev.kopilka.model.account.Account;
import dev.kopilka.model.value.Days;
import dev.kopilka.program.privilege.TierLadder;
import java.time.LocalDate;

/** When the day's close must look at an account again; posting stores it, the audit recomputes it. */
public final class Due {
  private Due() {}

  /** The first such day, {@link Days#NEVER} when nothing of the account runs out. */
  public static LocalDate of(Account account, Programme programme) {
    var tier = programme.tiers().map(ladder -> standing(account, ladder)).orElse(Days.NEVER);
    return earlier(tier, besidesTiers(account));
  }

  /**
   * A day that is never after {@link #of}, whatever the grace: what is stored, so that a version
   * with a shorter grace finds the members whom it concerns.
   */
  public static LocalDate earliest(Account account) {
    if (account.standings().isEmpty()) return besidesTiers(account);
    var until = account.standings().getLast().until();
    var tier = Days.isNever(until) ? Days.NEVER : until.plusDays(1);
    return earlier(tier, besidesTiers(account));
  }

  private static LocalDate besidesTiers(Account account) {
    var due = Days.NEVER;
    for (var lot : account.lots()) {
      if (lot.remaining() > 0 && lot.terms().lapses()) {
        due = earlier(due, lot.terms().expiresOn().plusDays(1));
      }
    }
    for (var hold : account.holds()) due = earlier(due, hold.until().plusDays(1));
    return due;
  }

  /** The day after the validity and grace of the member's last standing. */
  public static LocalDate standing(Account account, TierLadder ladder) {
    if (account.standings().isEmpty()) return Days.NEVER;
    var until = account.standings().getLast().until();
    return Days.isNever(until) ? Days.NEVER : until.plus(ladder.grace()).plusDays(1);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
