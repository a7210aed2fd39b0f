package dev.kopilka.ledger.page;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.program.Due;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What some requests did, in the order of the tables' keys, so that pages are filled side by side. */
public final class Slice {
  private final TreeMap<Long, Rows> rows = new TreeMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Restated> restated = new ArrayList<>();

  /** Events and entries of one member in the order of their numbers. */
  private record Rows(List<Event> events, List<Entry> entries) {}

  private record Note(Event event, String text) {}

  /** A member's new status, and who a merged one is now, 0 for nobody else. */
  private record Restated(long member, MemberStatus status, long into) {}

  /** One member's account before and after. */
  private record Turn(Account before, Account after) {}

  private Rows of(long member) {
    return rows.computeIfAbsent(member, _ -> new Rows(new ArrayList<>(), new ArrayList<>()));
  }

  public void add(Event event, String note) {
    of(event.member()).events.add(event);
    if (!note.isEmpty()) notes.add(new Note(event, note));
  }

  public void add(long member, List<Entry> entries) {
    of(member).entries.addAll(entries);
  }

  void add(Account before, Account after) {
    turns.add(new Turn(before, after));
  }

  public void restate(long member, MemberStatus status, long into) {
    restated.add(new Restated(member, status, into));
  }

  public boolean isEmpty() {
    return rows.isEmpty() && turns.isEmpty();
  }

  /** How it is written, by the thread that may use the unit. */
  public Runnable writing(Unit unit) {
    return () -> write(unit);
  }

  private void write(Unit unit) {
    var eventRows = new EventRows(unit);
    var entryRows = new EntryRows(unit);
    var accountRows = new AccountRows(unit);
    // Table by table: of each a server stores the first rows while the next ones are made.
    for (var one : rows.values()) for (var event : one.events) eventRows.add(event);
    eventRows.flush();
    for (var one : rows.values()) for (var entry : one.entries) entryRows.add(entry);
    entryRows.flush();
    for (var turn : turns) {
      accountRows.save(turn.before, turn.after, Due.earliest(turn.after));
    }
    accountRows.flush();
    for (var note : notes) eventRows.note(note.event, note.text);
    var members = new MemberRows(unit);
    for (var one : restated) members.become(one.member, one.status, one.into);
  }
}
