package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Line;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Terms;
import dev.kopilka.model.Where;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Days;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.IdentityRows.Kind;
import dev.kopilka.store.person.SegmentRows;
import dev.kopilka.store.rows.CountRows;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.HistoryRows;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.store.rows.SettingRows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database behind the store must do; a subclass names the database. */
abstract class StoreContract {
  static final LocalDate DAY = LocalDate.of(2026, 5, 5);
  static final Terms TERMS = new Terms(DAY, DAY.plusDays(14), Days.NEVER);
  static final Terms SHORT = new Terms(DAY, DAY, DAY.plusMonths(1));
  static final byte[] HASH = new byte[32];

  Database database;

  /** A new, empty ledger. */
  abstract Database open();

  @BeforeEach
  void prepare() {
    database = open();
    write(
        unit -> {
          var members = new MemberRows(unit);
          members.add(member(1, "Ы-1"), 7);
          members.add(member(2, "0012"), 8);
          members.flush();
          var identities = new IdentityRows(unit);
          identities.add(Kind.CODE, "Ы-1", 1);
          identities.add(Kind.CODE, "0012", 2);
          identities.flush();
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Work that answers nothing. */
  interface Work {
    void on(Unit unit);
  }

  void write(Work work) {
    write(false, work);
  }

  private void write(boolean dryRun, Work work) {
    database.write(
        dryRun,
        unit -> {
          work.on(unit);
          return true;
        });
  }

  static Member member(long number, String code) {
    return new Member(number, code, MemberStatus.ACTIVE, 5, "web", "Анна", "", "sms", "");
  }

  static Event event(int number, EventKind kind, String id, Facts facts) {
    var at = DAY.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + number;
    var key = new Key("касса", id);
    return new Event(1, number, kind, key, at, at + 1, 1, "анна", facts, -5, HASH);
  }

  static Entry entry(int seq, EntryKind kind, long points, Terms terms) {
    var at = DAY.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + seq;
    var opened = Math.max(0, points);
    return new Entry(
        1, seq, 1, kind, points, 0, opened, "base", 1, 0, terms, List.of(), List.of(), at, at,
        "анна", HASH);
  }

  private static Entry drawing(Entry entry, List<Draw> draws) {
    return new Entry(
        1, entry.seq(), 1, entry.kind(), entry.points(), 0, 0, "base", 1, 1, entry.terms(), draws,
        List.of(3L, 0L, -1L), entry.occurredAt(), entry.recordedAt(), "анна", HASH);
  }

  @Test
  void membersAreFoundByCodeAndNumber() {
    database.read(
        unit -> {
          var rows = new MemberRows(unit);
          assertEquals(Optional.of(member(1, "Ы-1")), rows.byCode("Ы-1"));
          assertEquals(Optional.of(member(2, "0012")), rows.byNumber(2));
          assertEquals(Optional.empty(), rows.byCode("12"));
          assertEquals(2, rows.last());
          var members = rows.byCodes(List.of("Ы-1", "12"));
          assertEquals(Map.of("Ы-1", member(1, "Ы-1")), members);
          assertEquals(Map.of("Ы-1", 7L), rows.fingerprints(members.values()));
          return true;
        });
    write(unit -> new MemberRows(unit).setStatus(2, MemberStatus.LEFT));
    var status = database.read(unit -> new MemberRows(unit).byNumber(2).orElseThrow().status());
    assertEquals(MemberStatus.LEFT, status);
  }

  @Test
  void eventsComeBackAsTheyWereWritten() {
    var facts =
        new Facts(
            -1, 2, Long.MAX_VALUE, "чай", "1,2", new Where("a", "b", "c", "d", "е"),
            List.of(new Line("чай \"зелёный\"", "", "0.5", -3), new Line("", "\\", "", 4)), TERMS,
            "цвет=красный\nразмер=M");
    var written = event(1, EventKind.PURCHASE, "№1", facts);
    var later = event(2, EventKind.RETURN, "R", Facts.NONE.withReference("№1"));
    write(
        unit -> {
          var rows = new EventRows(unit);
          rows.add(written);
          rows.add(later);
          rows.flush();
          rows.note(written, "заметка");
        });
    database.read(
        unit -> {
          var rows = new EventRows(unit);
          var read = rows.find(1, 1).orElseThrow();
          assertEquals(written.facts(), read.facts());
          assertEquals(written.key(), read.key());
          assertEquals(written.occurredAt(), read.occurredAt());
          assertEquals(written.fingerprint(), read.fingerprint());
          assertArrayEquals(written.hash(), read.hash());
          assertEquals(List.of(2), rows.about(written, "№1").stream().map(Event::number).toList());
          assertEquals(2, rows.of(1).size());
          assertEquals(Optional.empty(), rows.find(2, 1));
          return true;
        });
  }

  @Test
  void entriesComeBackWithTheirDrawsAndTheDatesOfTheLotsDrawn() {
    var later = new Terms(DAY, DAY, DAY.plusMonths(3));
    var lot = new Lot(1, "base", SHORT, 10, 0, 0);
    write(
        unit -> {
          var rows = new EntryRows(unit);
          rows.add(entry(1, EntryKind.EARN, 10, SHORT));
          rows.add(drawing(entry(2, EntryKind.EXTEND, 0, later), List.of(new Draw(lot, 0))));
          rows.add(drawing(entry(3, EntryKind.REDEEM, -4, Terms.NONE), List.of(new Draw(lot, 4))));
          rows.flush();
        });
    database.read(
        unit -> {
          var rows = new EntryRows(unit);
          var entries = rows.of(1);
          assertEquals(List.of(1, 2, 3), entries.stream().map(Entry::seq).toList());
          assertEquals(List.of(3L, 0L, -1L), entries.getLast().shares());
          var draw = entries.getLast().draws().getFirst();
          assertEquals(4, draw.points());
          assertEquals(later.expiresOn(), draw.lot().terms().expiresOn());
          assertEquals(10, draw.lot().opened());
          assertEquals(3, rows.ofEvent(1, 1).size());
          assertEquals(List.of(3), rows.correcting(1, 2).stream().map(Entry::seq).toList());
          var history = new HistoryRows(unit, ZoneOffset.UTC).load(1L, DAY);
          assertEquals(10, history.points(DAY, DAY));
          return true;
        });
  }

  @Test
  void theLedgerIsOnlyEverAppendedTo() {
    write(
        unit -> {
          var events = new EventRows(unit);
          events.add(event(1, EventKind.PURCHASE, "1", Facts.NONE));
          events.flush();
          var lot = new Lot(1, "base", SHORT, 10, 10, 0);
          var entries = new EntryRows(unit);
          entries.add(entry(1, EntryKind.EARN, 10, SHORT));
          entries.add(drawing(entry(2, EntryKind.HOLD, 0, SHORT), List.of(new Draw(lot, 1))));
          entries.flush();
          new LogRows(unit).add(new LogRows.Line(0, 1, "анна", "init", "", ""));
        });
    for (var change :
        List.of(
            "update event set points = 1", "delete from event", "update entry set points = 1",
            "delete from entry", "update draw set points = 1", "delete from draw",
            "update log set actor = 'x'", "delete from log")) {
      assertThrows(RuntimeException.class, () -> write(unit -> unit.run(change)), change);
    }
  }

  @Test
  void sumsAddUpAndAUnitOfStockCanComeBack() {
    write(
        unit -> {
          var rows = new CountRows(unit);
          rows.give("base", 5);
          rows.give("base", -2);
          rows.move("mug", new CountRows.Stock(0, 1));
          rows.move("mug", new CountRows.Stock(3, -1));
        });
    database.read(
        unit -> {
          var rows = new CountRows(unit);
          assertEquals(OptionalLong.of(3), rows.given("base"));
          assertEquals(OptionalLong.empty(), rows.given("other"));
          assertEquals(new CountRows.Stock(3, 0), rows.stock("mug"));
          assertEquals(new CountRows.Stock(0, 0), rows.stock("none"));
          return true;
        });
    assertThrows(
        RuntimeException.class,
        () -> write(unit -> new CountRows(unit).move("mug", new CountRows.Stock(0, -1))));
  }

  @Test
  void segmentsAreReplacedWholeAndLogsAreNumbered() {
    write(
        unit -> {
          new SegmentRows(unit).put("s", BitSet.valueOf(new long[] {0b110}));
          new SegmentRows(unit).put("s", BitSet.valueOf(new long[] {0b100}));
          new LogRows(unit).add(new LogRows.Line(0, 1, "анна", "init", "", ""));
          new LogRows(unit).add(new LogRows.Line(0, 2, "анна", "apply", "v2", "два"));
        });
    database.read(
        unit -> {
          assertEquals(Set.of(), new SegmentRows(unit).of(1));
          assertEquals(Set.of("s"), new SegmentRows(unit).of(2));
          var lines = new ArrayList<LogRows.Line>();
          new LogRows(unit).each(1, lines::add);
          assertEquals(List.of(new LogRows.Line(2, 2, "анна", "apply", "v2", "два")), lines);
          return true;
        });
  }

  @Test
  void aDryRunAndAFailureLeaveNothing() {
    write(true, unit -> new SettingRows(unit).put("a", "1"));
    assertThrows(
        UnsupportedOperationException.class,
        () ->
            write(
                unit -> {
                  new SettingRows(unit).put("a", "2");
                  throw new UnsupportedOperationException();
                }));
    assertEquals(Optional.empty(), database.read(unit -> new SettingRows(unit).get("a")));
    write(unit -> new SettingRows(unit).put("a", "3"));
    write(unit -> new SettingRows(unit).put("a", "4"));
    assertTrue(database.read(unit -> new SettingRows(unit).get("a")).equals(Optional.of("4")));
  }
}
