package dev.kopilka.ledger.between;

import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.ledger.earn.Tiers;
import dev.kopilka.ledger.earn.Tiers.Next;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Standing;
import dev.kopilka.model.Terms;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.value.Days;
import dev.kopilka.program.privilege.TierLadder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The tiers of two members who become one, and of one who becomes two again. */
final class Rank {
  private final TierLadder ladder;
  private final Draft draft;
  private final LocalDate day;

  private Rank(TierLadder ladder, Draft draft, LocalDate day) {
    this.ladder = ladder;
    this.draft = draft;
    this.day = day;
  }

  /** The higher tier stays, and so does the higher one of two that were given by hand. */
  static void keepHigher(Situation source, Situation target, Draft to) {
    if (target.programme().tiers().isEmpty()) return;
    var rank = new Rank(target.programme().tiers().get(), to, target.day());
    var higher = rank.higher(last(source.account()), last(target.account()));
    var theirs = source.account().granted();
    if (rank.of(theirs) > rank.of(target.account().granted())) {
      rank.post(EntryKind.GRANT, theirs.orElseThrow().tier(), Days.NEVER);
    }
    if (rank.of(higher) > rank.of(last(to.account()))) {
      rank.post(EntryKind.TIER, higher.orElseThrow().tier(), higher.get().until());
    }
  }

  /**
   * Takes back the tiers that the merge gave the target. Where the target has earned another one
   * since, that one stays; what was given by hand goes back with the source all the same.
   *
   * @param first number of the merge's first entry with the target
   * @param last number of its last one
   */
  static void takeBack(Situation target, Draft to, int first, int last) {
    var standings = target.account().standings();
    var before = standings.stream().filter(standing -> standing.entry() < first).toList();
    if (target.programme().tiers().isEmpty() || before.size() == standings.size()) return;
    var rank = new Rank(target.programme().tiers().get(), to, target.day());
    var floor = target.account().granted().map(Standing::entry).orElse(0);
    var isFloor = floor >= first && floor <= last;
    var isUntouched = standings.getLast().entry() <= last;
    if (!isFloor && !isUntouched) return;
    var next = isUntouched ? rank.of(before) : rank.released(target);
    if (isFloor) {
      rank.post(EntryKind.REVOKE, next.tier(), next.until());
      Standing.granted(before).ifPresent(old -> rank.post(EntryKind.GRANT, old.tier(), Days.NEVER));
    }
    var now = to.account().standings().getLast();
    if (now.tier().equals(next.tier())) return;
    if (!isFloor || rank.of(next.tier()) > rank.of(now.tier())) {
      rank.post(EntryKind.TIER, next.tier(), next.until());
    }
  }

  private Next of(List<Standing> before) {
    return before.isEmpty()
        ? new Next(ladder.levels().getFirst().code(), day, Days.NEVER)
        : new Next(before.getLast().tier(), day, before.getLast().until());
  }

  private Next released(Situation target) {
    return new Tiers(ladder, draft.account(), target.history()).released(day);
  }

  private static Optional<Standing> last(Account account) {
    var standings = account.standings();
    return standings.isEmpty() ? Optional.empty() : Optional.of(standings.getLast());
  }

  private Optional<Standing> higher(Optional<Standing> one, Optional<Standing> other) {
    return of(one) > of(other) ? one : other;
  }

  private int of(Optional<Standing> standing) {
    return standing.map(one -> of(one.tier())).orElse(0);
  }

  private int of(String tier) {
    return ladder.level(tier).map(level -> ladder.rank(level.code())).orElse(0);
  }

  private void post(EntryKind kind, String tier, LocalDate until) {
    var from = last(draft.account()).map(Standing::from).filter(day::isBefore).orElse(day);
    draft.post(Move.still(kind, tier, new Terms(day, from, until), List.of()));
  }
}
