package dev.kopilka.audit;

import dev.kopilka.model.account.Member;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import dev.kopilka.store.proof.Cache;
import dev.kopilka.store.proof.Seen;
import dev.kopilka.store.proof.Walks;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Checks the ledger against itself, one member after the other: every event and entry is hashed
 * again, the account is rebuilt from them, and everything that was stored about it is compared. Of
 * a broken history it names the first wrong row: what follows is broken by definition.
 */
public final class Verification {
  private final Unit unit;
  private final Walks walks;
  private final LongConsumer progress;
  private final List<Verdict.Named> faults = new ArrayList<>();
  private final KeyCheck keys = new KeyCheck();
  private boolean isHistoryWhole = true;

  private Verification(Unit unit, LongConsumer progress) {
    this.unit = unit;
    this.walks = new Walks(unit);
    this.progress = progress;
  }

  /**
   * Verifies the whole ledger as the unit sees it.
   *
   * @param progress hears now and then how many entries are done
   */
  public static Verdict of(Unit unit, LongConsumer progress) {
    return new Verification(unit, progress).verdict();
  }

  private Verdict verdict() {
    var versions = VersionCheck.of(unit);
    versions.faults().forEach(fault -> name("", fault));
    var programmes =
        versions.faults().isEmpty() ? Versions.load(unit) : new ProgrammeHistory(List.of());
    var sums = new Sums(programmes);
    var replay = new Replay(walks, sums, keys);
    for (var next = walks.next(); next.isPresent(); next = walks.next()) {
      member(next.getAsLong(), replay, new CacheCheck(walks));
    }
    if (versions.faults().isEmpty()) versions.count(sums.latestVersion()).forEach(f -> name("", f));
    keys();
    // Of a history that is broken nobody knows what it adds up to.
    if (isHistoryWhole && versions.faults().isEmpty()) {
      SumCheck.of(unit, sums).forEach(fault -> name("", fault));
    }
    var lots = walks.of(Cache.LOT).rows();
    return new Verdict(walks.members().rows(), walks.entries().rows(), lots, faults);
  }

  private void member(long member, Replay replay, CacheCheck caches) {
    var row = walks.members();
    var seen = row.isAt(member) ? row.value() : Optional.<Seen.OfMember>empty();
    var name = seen.map(Seen.OfMember::code).orElse("#" + member);
    var replayed = replay.of(member);
    if (replayed.fault().isPresent()) {
      var fault = replayed.fault().get();
      name(name, fault);
      keys.skip(member);
      isHistoryWhole = false;
    } else {
      caches.compare(replayed.account()).forEach(fault -> name(name, fault));
      seen.flatMap(there -> replayed.status().compare(member, there))
          .ifPresent(fault -> name(name, fault));
    }
    walks.leave(member);
    progress.accept(walks.entries().rows());
  }

  private void keys() {
    for (var found : keys.of(unit)) {
      var code = found.isStray() ? Optional.<String>empty() : code(found.member());
      name(code.orElse("#" + found.member()), found.fault());
    }
  }

  private Optional<String> code(long member) {
    return new MemberRows(unit).byNumber(member).map(Member::code);
  }

  private void name(String member, Fault fault) {
    faults.add(new Verdict.Named(member, fault));
  }
}
