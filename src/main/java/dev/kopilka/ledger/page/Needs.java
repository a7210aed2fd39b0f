package dev.kopilka.ledger.page;

import dev.kopilka.ledger.earn.Tiers;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.earn.Validity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the rules make it necessary to load of a member's past; most programmes need little.
 *
 * @param history whether caps or tiers look back at all
 * @param always whether something looks back to the beginning
 */
public record Needs(ProgrammeHistory programmes, boolean history, boolean always, boolean segments) {

  public static Needs of(ProgrammeHistory programmes) {
    var history = false;
    var always = false;
    var segments = false;
    for (var version : programmes.versions()) {
      history |= version.programme().tiers().isPresent();
      for (var rule : version.programme().earn()) {
        history |= rule.cap().looksBack();
        always |= rule.cap().perMember().isPresent();
        segments |= !rule.when().segments().isEmpty();
      }
    }
    return new Needs(programmes, history, always, segments);
  }

  /** Whether requests of the kind are decided by more than the account, whatever the rules. */
  public static boolean looksBack(EventKind kind) {
    return switch (kind) {
      case REDEMPTION, OPENING, ADJUSTMENT -> false;
      default -> true;
    };
  }

  /** The first day that a decision on the given day or later may ask for. */
  public LocalDate from(LocalDate day, Account account) {
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
}
