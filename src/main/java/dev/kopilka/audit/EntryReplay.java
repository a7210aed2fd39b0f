package dev.kopilka.audit;

import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Hold;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Terms;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.store.proof.Cache;
import dev.kopilka.store.proof.Seen;
import dev.kopilka.store.proof.Walk;
import dev.kopilka.store.proof.Walks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The entries of one member, one step each; knows every lot that the member ever had. */
final class EntryReplay {
  private static final String DRAW = Cache.DRAW.table();
  private static final Lot NO_LOT = new Lot(0, "", Terms.NONE, 0, 0, 0);

  private final Walks walks;
  private final Chain chain;
  private final List<byte[]> eventHashes;

  /** By the entry that opened it; {@link #NO_LOT} of one that opened none. */
  private final List<Lot> lots = new ArrayList<>();

  private Account account;
  private Entry entry;

  EntryReplay(Walks walks, Chain chain, Account start, List<byte[]> eventHashes) {
    this.walks = walks;
    this.chain = chain;
    this.account = start;
    this.eventHashes = eventHashes;
  }

  Account account() {
    return account;
  }

  /** The entry of the last step. */
  Entry entry() {
    return entry;
  }

  /** Takes the entry in at which the walk stands, unless it is wrong. */
  Optional<Fault> step() {
    var number = walks.entries().number();
    var seen = walks.entries().value();
    if (seen.isEmpty()) return Replay.unreadable(Replay.ENTRY, number);
    entry = seen.get().entry();
    if (!seen.get().draws().isEmpty()) entry = entry.drawing(draws(seen.get().draws()));
    var fault = content(seen.get());
    if (fault.isPresent()) return fault;
    fault = drawRows(seen.get().draws());
    if (fault.isPresent()) return fault;
    try {
      account = account.after(entry);
    } catch (RuntimeException e) {
      return Replay.impossible(Replay.ENTRY, number);
    }
    remember();
    if (account.balance() == entry.balance()) return Optional.empty();
    return Optional.of(
        Fault.of(Replay.ENTRY, number, Kind.NOT_POSSIBLE)
            .expected("balance=" + account.balance())
            .found("balance=" + entry.balance()));
  }

  private Optional<Fault> content(Seen.OfEntry seen) {
    // An entry of an event that is not there cannot have the hash that it was written with.
    var isKnown = entry.event() >= 0 && entry.event() < eventHashes.size();
    var event = isKnown ? eventHashes.get(entry.event()) : Chain.ROOT;
    var hash = chain.hash(account.head(), entry, event);
    if (!Arrays.equals(hash, entry.hash())) {
      return Optional.of(Replay.changed(Replay.ENTRY, entry.seq(), hash, entry.hash()));
    }
    if (seen.isAsWritten()) return Optional.empty();
    return Optional.of(Fault.of(Replay.ENTRY, entry.seq(), Kind.ROW_CHANGED).found("lists"));
  }

  private List<Draw> draws(List<Hold.Part> parts) {
    var draws = new ArrayList<Draw>(parts.size());
    for (var part : parts) {
      draws.add(new Draw(lot(part.lot()), part.points()));
    }
    return draws;
  }

  private Lot lot(int opening) {
    var isKnown = opening > 0 && opening <= lots.size() && lots.get(opening - 1) != NO_LOT;
    return isKnown ? lots.get(opening - 1) : new Lot(opening, "", Terms.NONE, 0, 0, 0);
  }

  /** Entries come without gaps, so the place in the list is the number less one. */
  private void remember() {
    var isOpening = entry.opened() > 0;
    lots.add(
        isOpening
            ? new Lot(entry.seq(), entry.rule(), entry.terms(), entry.opened(), 0, 0)
            : NO_LOT);
    if (entry.kind() != EntryKind.EXTEND) return;
    for (var draw : entry.draws()) {
      var opening = draw.lot().entry();
      var lot = lot(opening);
      if (lot.opened() > 0) lots.set(opening - 1, lot.expiring(entry.terms().expiresOn()));
    }
  }

  /** The table of draws must say once more what the entry says. */
  private Optional<Fault> drawRows(List<Hold.Part> parts) {
    var rows = walks.of(Cache.DRAW);
    if (isBefore(rows)) return Optional.of(unknown(rows));
    for (var place = 0L; place < parts.size(); place++) {
      var part = parts.get((int) place);
      var expected = new Object[] {place, (long) part.lot(), part.points()};
      var row = entry.seq() + "/" + place;
      if (!rows.isAt(account.member(), entry.seq()) || place(rows) > place) {
        return Optional.of(Fault.of(DRAW, row, Kind.ROW_MISSING).expected(text(expected)));
      }
      var found = rows.value().orElseThrow();
      if (place(rows) < place) return Optional.of(unknown(rows));
      if (!Arrays.equals(expected, found)) {
        return Optional.of(
            Fault.of(DRAW, row, Kind.VALUE_DIFFERS).expected(text(expected)).found(text(found)));
      }
      rows.step();
    }
    return rows.isAt(account.member(), entry.seq())
        ? Optional.of(unknown(rows))
        : Optional.empty();
  }

  private boolean isBefore(Walk<Object[]> rows) {
    return rows.isAt(account.member()) && rows.number() < entry.seq();
  }

  private static long place(Walk<Object[]> rows) {
    return (long) rows.value().orElseThrow()[0];
  }

  /** A draw of an entry that does not exist. */
  Optional<Fault> strayDraw() {
    var rows = walks.of(Cache.DRAW);
    return rows.isAt(account.member()) ? Optional.of(unknown(rows)) : Optional.empty();
  }

  private static Fault unknown(Walk<Object[]> rows) {
    var found = rows.value().orElseThrow();
    return Fault.of(DRAW, rows.number() + "/" + found[0], Kind.ROW_UNKNOWN).found(text(found));
  }

  private static String text(Object[] draw) {
    return "lot=" + draw[1] + ",points=" + draw[2];
  }
}
