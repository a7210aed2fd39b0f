package dev.kopilka.audit;

import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.audit.registry.KeyCheck;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.store.proof.Cache;
import dev.kopilka.store.proof.Seen;
import dev.kopilka.store.proof.Walks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Rebuilds one member's account from the events and entries, each hashed again. */
final class Replay {
  static final String EVENT = "event";
  static final String ENTRY = "entry";

  private final Walks walks;
  private final Sums sums;
  private final KeyCheck keys;
  private final Chain chain = new Chain();

  Replay(Walks walks, Sums sums, KeyCheck keys) {
    this.walks = walks;
    this.sums = sums;
    this.keys = keys;
  }

  /** What the history adds up to, or the first row that is wrong in it. */
  record Replayed(Account account, StatusCheck status, Optional<Fault> fault) {}

  Replayed of(long member) {
    var hashes = new ArrayList<byte[]>();
    hashes.add(Chain.ROOT);
    var account = Account.empty(member);
    var status = new StatusCheck();
    for (; walks.events().isAt(member); walks.events().step()) {
      var fault = gap(EVENT, walks.events().number(), account.events() + 1);
      if (fault.isPresent()) return new Replayed(account, status, fault);
      var seen = walks.events().value();
      if (seen.isEmpty()) return new Replayed(account, status, unreadable(EVENT, account.events() + 1));
      fault = check(seen.get(), hashes.getLast());
      if (fault.isPresent()) return new Replayed(account, status, fault);
      var event = seen.get().event();
      hashes.add(event.hash());
      try {
        account = account.after(event);
      } catch (RuntimeException e) {
        return new Replayed(account, status, impossible(EVENT, event.number()));
      }
      sums.take(event);
      keys.take(event);
      status.take(event);
    }
    var cut = cut(EVENT, member, account.events(), account.eventHead());
    return cut.isPresent() ? new Replayed(account, status, cut) : entries(account, status, hashes);
  }

  private Replayed entries(Account start, StatusCheck status, List<byte[]> hashes) {
    var replay = new EntryReplay(walks, chain, start, hashes);
    var account = start;
    while (walks.entries().isAt(start.member())) {
      var fault = gap(ENTRY, walks.entries().number(), account.entries() + 1);
      if (fault.isEmpty()) fault = replay.step();
      if (fault.isPresent()) return new Replayed(account, status, fault);
      account = replay.account();
      sums.take(replay.entry());
      walks.entries().step();
    }
    var fault = cut(ENTRY, start.member(), account.entries(), account.head());
    if (fault.isEmpty()) fault = replay.strayDraw();
    return new Replayed(account, status, fault);
  }

  private Optional<Fault> check(Seen.OfEvent seen, byte[] head) {
    var event = seen.event();
    var hash = chain.hash(head, event);
    if (!Arrays.equals(hash, event.hash())) {
      return Optional.of(changed(EVENT, event.number(), hash, event.hash()));
    }
    if (!seen.isAsWritten()) {
      return Optional.of(Fault.of(EVENT, event.number(), Kind.ROW_CHANGED).found("lines"));
    }
    return Optional.empty();
  }

  static Fault changed(String table, long row, byte[] expected, byte[] found) {
    var hex = HexFormat.of();
    return Fault.of(table, row, Kind.ROW_CHANGED)
        .expected(hex.formatHex(expected))
        .found(hex.formatHex(found));
  }

  static Optional<Fault> unreadable(String table, long row) {
    return Optional.of(Fault.of(table, row, Kind.ROW_UNREADABLE));
  }

  static Optional<Fault> impossible(String table, long row) {
    return Optional.of(Fault.of(table, row, Kind.NOT_POSSIBLE));
  }

  private static Optional<Fault> gap(String table, long number, long expected) {
    if (number == expected) return Optional.empty();
    return Optional.of(
        number < expected
            ? Fault.of(table, number, Kind.ROW_UNKNOWN)
            : Fault.of(table, expected, Kind.ROW_MISSING).found(number));
  }

  /**
   * The tail is gone when the account counts more rows and knows another head. When it knows the
   * same head, its count is wrong, which is told when the account is compared.
   */
  private Optional<Fault> cut(String table, long member, int last, byte[] head) {
    var accounts = walks.of(Cache.ACCOUNT);
    if (!accounts.isAt(member) || accounts.value().isEmpty()) return Optional.empty();
    var values = accounts.value().get();
    var columns = Cache.ACCOUNT.columns();
    var isEvent = table.equals(EVENT);
    var count = (long) values[columns.indexOf(isEvent ? "events" : "entries")];
    var known = (byte[]) values[columns.indexOf(isEvent ? "event_head" : "head")];
    if (count <= last || Arrays.equals(known, head)) return Optional.empty();
    return Optional.of(
        Fault.of(table, last + 1L, Kind.ROW_MISSING)
            .expected(HexFormat.of().formatHex(known))
            .found(HexFormat.of().formatHex(head)));
  }
}
