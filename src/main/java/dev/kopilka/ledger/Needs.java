package dev.kopilka.ledger;

import dev.kopilka.ledger.earn.Tiers;
import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.value.Days;
import dev.kopilka.program.Programme;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.earn.Cap;
import dev.kopilka.program.earn.Validity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the rules make it necessary to load of a member's past; most programmes need little.
 *
 * @param history whether caps or tiers look back at all
 * @param always whether something looks back to the beginning
 */
record Needs(ProgrammeHistory programmes, boolean history, boolean always, boolean segments) {

  static Needs of(ProgrammeHistory programmes) {
    var history = false;
    var always = false;
    var segments = false;
    for (var version : programmes.versions()) {
      history |= version.programme().tiers().isPresent();
      for (var rule : version.programme().earn()) {
        history |= looksBack(rule.cap());
        always |= rule.cap().perMember().isPresent();
        segments |= !rule.when().segments().isEmpty();
      }
    }
    return new Needs(programmes, history, always, segments);
  }

  private static boolean looksBack(Cap cap) {
    return cap.perDay().isPresent()
        || cap.perWeek().isPresent()
        || cap.perMonth().isPresent()
        || cap.perMember().isPresent();
  }

  /** The first day that a decision on the given day or later may ask for. */
  LocalDate from(LocalDate day, Account account) {
    if (always) return Validity.ANCIENT;
    // A week or a month may have begun up to thirty days before.
    var from = day.minusDays(31);
    var latest =
        account.standings().isEmpty()
            ? Optional.<Standing>empty()
            : Optional.of(account.standings().getLast());
    for (var version : programmes.versions()) {
      if (version.programme().tiers().isEmpty()) continue;
      var start = Tiers.windowStart(version.programme().tiers().get(), latest, day);
      if (start.isBefore(from)) from = start;
    }
    return from;
  }

  /** The first day whose close must look at the account. */
  static LocalDate due(Account account, Programme programme) {
    var due = programme.tiers().map(ladder -> Tiers.due(ladder, account)).orElse(Days.NEVER);
    for (var lot : account.lots()) {
      if (lot.remaining() > 0 && lot.terms().lapses()) {
        due = earlier(due, lot.terms().expiresOn().plusDays(1));
      }
    }
    for (var hold : account.holds()) due = earlier(due, hold.until().plusDays(1));
    return due;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
