package dev.kopilka.store.rows;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Hold;
import dev.kopilka.model.Lot;
import dev.kopilka.store.Fields;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.List;

/** Entries and their draws: written once, read by member. */
public final class EntryRows {
  /** What {@link #bare} and {@link #draws} take, from the first column on. */
  public static final String COLUMNS =
      """
      member, seq, event, kind, points, balance, opened, rule, version, corrects, earned_on,
      active_from, expires_on, shares, draws, occurred_at, recorded_at, actor, hash
      """;
  private static final String INSERT =
      "insert into entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)";
  private static final String INSERT_DRAW =
      "insert into draw (member, seq, place, lot, points) values (?, ?, ?, ?, ?)";
  private static final String OF_EVENT =
      "select " + COLUMNS + " from entry where member = ? and event = ? order by seq";
  private static final String CORRECTING =
      "select " + COLUMNS + " from entry where member = ? and seq > ? and corrects > 0 order by seq";
  private static final String SINCE =
      "select " + COLUMNS + " from entry where member = ? and seq > ? order by seq";
  private static final String TRANSFERRED =
      """
      select coalesce(sum(-points), 0)
      from entry
      where member = ? and kind = 13 and points < 0 and occurred_at >= ? and occurred_at < ?
      """;
  private static final String ALL =
      "select " + COLUMNS + " from entry where member = ? order by seq";

  // A lot's last good day may have moved since it was opened: the latest entry of kind EXTEND (12)
  // that touched it knows better than the entry that opened it.
  private static final String DRAWS =
      """
      select d.lot, d.points, o.rule, o.earned_on, o.active_from,
        coalesce(
          (select max(x.expires_on)
           from draw t
           join entry x on x.member = t.member and x.seq = t.seq and x.kind = 12
           where t.member = d.member and t.lot = d.lot and t.points = 0),
          o.expires_on),
        o.opened
      from draw d
      join entry o on o.member = d.member and o.seq = d.lot
      where d.member = ? and d.seq = ?
      order by d.place
      """;

  private final Unit unit;

  public EntryRows(Unit unit) {
    this.unit = unit;
  }

  /** The entries that the event caused, in order. */
  public List<Entry> ofEvent(long member, int event) {
    return list(unit.query(OF_EVENT).set(1, member).set(2, event));
  }

  /** The member's entries after the given one that correct another entry, in order. */
  public List<Entry> correcting(long member, int after) {
    return list(unit.query(CORRECTING).set(1, member).set(2, after));
  }

  /** The member's entries after the given one, in order. */
  public List<Entry> since(long member, int after) {
    return list(unit.query(SINCE).set(1, member).set(2, after));
  }

  /** Points that the member transferred to others, by business times in milliseconds. */
  public long transferred(long member, long from, long before) {
    try (var row = unit.query(TRANSFERRED).set(1, member).set(2, from).set(3, before)) {
      row.next();
      return row.number(1);
    }
  }

  /** All entries of the member, in order. */
  public List<Entry> of(long member) {
    return list(unit.query(ALL).set(1, member));
  }

  private List<Entry> list(Query rows) {
    var entries = new ArrayList<Entry>();
    try (rows) {
      while (rows.next()) entries.add(read(rows));
    }
    return entries;
  }

  private Entry read(Query row) {
    var bare = bare(row);
    return bare.drawing(draws(bare.member(), bare.seq()));
  }

  /** The entry of a row that begins with {@link #COLUMNS}, without its draws; may throw. */
  public static Entry bare(Fields row) {
    return new Entry(
        row.number(1),
        Math.toIntExact(row.number(2)),
        Math.toIntExact(row.number(3)),
        EntryKind.of(Math.toIntExact(row.number(4))),
        row.number(5),
        row.number(6),
        row.number(7),
        row.text(8),
        Math.toIntExact(row.number(9)),
        Math.toIntExact(row.number(10)),
        EventRows.terms(row, 11),
        List.of(),
        NumberText.shares(row.text(14)),
        row.number(16),
        row.number(17),
        row.text(18),
        row.bytes(19));
  }

  /** What the entry of such a row drew, by lot. */
  public static List<Hold.Part> draws(Fields row) {
    return NumberText.parts(row.text(15));
  }

  /** Whether the lists of the row that both were read from are as this class writes them. */
  public static boolean isAsWritten(Entry bare, List<Hold.Part> draws, Fields row) {
    return NumberText.shares(bare.shares()).equals(row.text(14))
        && NumberText.parts(draws).equals(row.text(15));
  }

  private List<Draw> draws(long member, int seq) {
    var draws = new ArrayList<Draw>();
    try (var row = unit.query(DRAWS).set(1, member).set(2, seq)) {
      while (row.next()) {
        var lot =
            new Lot((int) row.number(1), row.text(3), EventRows.terms(row, 4), row.number(7), 0, 0);
        draws.add(new Draw(lot, row.number(2)));
      }
    }
    return draws;
  }

  /** Adds the entry and its draws to the batch. */
  public void add(Entry entry) {
    var row = unit.query(INSERT);
    row.set(1, entry.member())
        .set(2, entry.seq())
        .set(3, entry.event())
        .set(4, entry.kind().number())
        .set(5, entry.points())
        .set(6, entry.balance())
        .set(7, entry.opened())
        .set(8, entry.rule())
        .set(9, entry.version())
        .set(10, entry.corrects());
    EventRows.setTerms(row, 11, entry.terms());
    row.set(14, NumberText.shares(entry.shares()))
        .set(15, NumberText.draws(entry.draws()))
        .set(16, entry.occurredAt())
        .set(17, entry.recordedAt())
        .set(18, entry.actor())
        .set(19, entry.hash())
        .add();
    for (var place = 0; place < entry.draws().size(); place++) addDraw(entry, place);
  }

  private void addDraw(Entry entry, int place) {
    var draw = entry.draws().get(place);
    unit.query(INSERT_DRAW)
        .set(1, entry.member())
        .set(2, entry.seq())
        .set(3, place)
        .set(4, draw.lot().entry())
        .set(5, draw.points())
        .add();
  }

  public void flush() {
    unit.flush(INSERT);
    unit.flush(INSERT_DRAW);
  }
}
