package dev.kopilka.audit;

import dev.kopilka.audit.registry.IdentityCheck;
import dev.kopilka.audit.registry.KeyCheck;
import dev.kopilka.audit.registry.KeySum;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.proof.Cache;
import dev.kopilka.store.proof.KeySpan;
import dev.kopilka.store.proof.Seen;
import dev.kopilka.store.proof.Span;
import dev.kopilka.store.proof.Walks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What one reader verifies of a ledger: spans of members, one after the other, and spans of the
 * registries of ids and of identities. Members know nothing of each other, so several parts may be verified at once.
 */
final class Part {
  private final Unit unit;
  private final Sums sums;
  private final KeyCheck keys;
  private final IdentityCheck identities;
  private long members;
  private long entries;
  private long lots;
  private boolean isHistoryWhole = true;

  Part(Unit unit, ProgrammeHistory programmes, Registries registries) {
    this.unit = unit;
    this.sums = new Sums(programmes);
    this.keys = new KeyCheck(registries.secrets());
    this.identities = new IdentityCheck(registries.secrets(), registries.areReadable());
  }

  /**
   * How the registries are compared, which must be the same for all parts.
   *
   * @param areReadable whether the user may read all of which the registry of identities was made
   */
  record Registries(KeySum.Secrets secrets, boolean areReadable) {}

  /**
   * Verifies the span's members and answers what is wrong, in their order.
   *
   * @param progress hears of each member's entries
   */
  List<Verdict.Named> verify(Span span, LongConsumer progress) {
    var walks = new Walks(unit, span);
    var replay = new Replay(walks, sums, keys);
    var faults = new ArrayList<Verdict.Named>();
    var told = 0L;
    for (var next = walks.next(); next.isPresent(); next = walks.next()) {
      member(next.getAsLong(), walks, replay, faults);
      progress.accept(walks.entries().rows() - told);
      told = walks.entries().rows();
    }
    identities.take(unit, span);
    members += walks.members().rows();
    entries += walks.entries().rows();
    lots += walks.of(Cache.LOT).rows();
    return faults;
  }

  private void member(long member, Walks walks, Replay replay, List<Verdict.Named> faults) {
    var row = walks.members();
    var seen = row.isAt(member) ? row.value() : Optional.<Seen.OfMember>empty();
    var name = seen.map(Seen.OfMember::code).orElse("#" + member);
    seen.ifPresent(there -> identities.take(member, there.code()));
    var replayed = replay.of(member);
    if (replayed.fault().isPresent()) {
      faults.add(new Verdict.Named(name, replayed.fault().get()));
      keys.skip(member);
      isHistoryWhole = false;
    } else {
      for (var fault : new CacheCheck(walks).compare(replayed.account())) {
        faults.add(new Verdict.Named(name, fault));
      }
      seen.flatMap(there -> replayed.status().compare(member, there))
          .ifPresent(fault -> faults.add(new Verdict.Named(name, fault)));
    }
    walks.leave(member);
  }

  /** Takes the registry's rows with such places in. */
  void readKeys(Span places) {
    keys.take(unit, places);
  }

  /** The same of the registry of identities. */
  void readIdentities(KeySpan keys) {
    identities.take(unit, keys);
  }

  /** Takes in what another part found; that part is done with. */
  void add(Part other) {
    sums.add(other.sums);
    keys.add(other.keys);
    identities.add(other.identities);
    members += other.members;
    entries += other.entries;
    lots += other.lots;
    isHistoryWhole &= other.isHistoryWhole;
  }

  Sums sums() {
    return sums;
  }

  KeyCheck keys() {
    return keys;
  }

  IdentityCheck identities() {
    return identities;
  }

  /** Whether every history could be followed to its end. */
  boolean isHistoryWhole() {
    return isHistoryWhole;
  }

  Verdict verdict(List<Verdict.Named> faults) {
    return new Verdict(members, entries, lots, identities.isWhole(), faults);
  }
}
