package dev.kopilka.store.rows;

import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Line;
import dev.kopilka.model.Terms;
import dev.kopilka.model.Where;
import dev.kopilka.store.Fields;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Events: written once, read by member and number. */
public final class EventRows {
  /** What {@link #read} takes, from the first column on. */
  public static final String COLUMNS =
      """
      member, number, kind, source, id, occurred_at, recorded_at, version, actor, amount, discount,
      points, subject, reference, channel, store, partner, staff, promo_code, lines, earned_on,
      active_from, expires_on, attributes, fingerprint, hash
      """;
  private static final String INSERT =
      "insert into event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ONE =
      "select " + COLUMNS + " from event where member = ? and number = ?";
  private static final String ABOUT =
      "select " + COLUMNS + " from event where member = ? and number > ? and reference = ?"
          + " order by number";
  private static final String SINCE =
      "select " + COLUMNS + " from event where member = ? and number > ? order by number";
  private static final String LAST =
      "select " + COLUMNS + " from event where member = ? and kind = ? order by number desc limit 1";
  // 1 is a purchase; 2 a return, which undoes one where it is of that source.
  private static final String PURCHASES =
      "select kind, source, id, occurred_at, reference from event where member = ?"
          + " and kind in (1, 2)";
  private static final String PURCHASE = EventKind.PURCHASE.defaultSource();
  private static final String ALL =
      "select " + COLUMNS + " from event where member = ? order by number";
  private static final String NOTE =
      "insert into note (member, number, text) values (?, ?, ?)";

  private final Unit unit;

  public EventRows(Unit unit) {
    this.unit = unit;
  }

  public Optional<Event> find(long member, int number) {
    try (var query = unit.query(ONE).set(1, member).set(2, number)) {
      return query.next() ? Optional.of(read(query)) : Optional.empty();
    }
  }

  /** Later events of the member that refer to the event by this text, oldest first. */
  public List<Event> about(Event event, String reference) {
    return list(
        unit.query(ABOUT)
            .set(1, event.member())
            .set(2, event.number())
            .set(3, reference));
  }

  /** Events of the member that refer to an event of another one by this text, oldest first. */
  public List<Event> about(long member, String reference) {
    return list(unit.query(ABOUT).set(1, member).set(2, 0).set(3, reference));
  }

  /** The member's events after the given one, oldest first. */
  public List<Event> since(long member, int after) {
    return list(unit.query(SINCE).set(1, member).set(2, after));
  }

  /** The member's latest event of the kind. */
  public Optional<Event> last(long member, EventKind kind) {
    return list(unit.query(LAST).set(1, member).set(2, kind.number())).stream().findFirst();
  }

  /**
   * When the members, who are one person, last bought, in milliseconds since 1970 UTC; 0 for never.
   * What was undone with its import was not bought.
   *
   * @param undone a purchase that does not count either, as a return names it; "" for none
   */
  public long lastPurchase(List<Long> members, String undone) {
    var bought = new HashMap<String, Long>();
    var gone = new ArrayList<String>(List.of(undone));
    for (var member : members) {
      try (var row = unit.query(PURCHASES).set(1, member)) {
        while (row.next()) {
          var key = new Key(row.text(2), row.text(3));
          if (row.number(1) == 1) bought.put(key.named(PURCHASE), row.number(4));
          else if (key.source().equals(Key.UNDOING)) gone.add(row.text(5));
        }
      }
    }
    gone.forEach(bought::remove);
    return bought.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** All events of the member, oldest first. */
  public List<Event> of(long member) {
    return list(unit.query(ALL).set(1, member));
  }

  private static List<Event> list(Query rows) {
    var events = new ArrayList<Event>();
    try (rows) {
      while (rows.next()) events.add(read(rows));
    }
    return events;
  }

  /** The event of a row that begins with {@link #COLUMNS}; throws when it holds none. */
  public static Event read(Fields row) {
    return new Event(
        row.number(1),
        Math.toIntExact(row.number(2)),
        EventKind.of(Math.toIntExact(row.number(3))),
        new Key(row.text(4), row.text(5)),
        row.number(6),
        row.number(7),
        Math.toIntExact(row.number(8)),
        row.text(9),
        facts(row),
        row.number(25),
        row.bytes(26));
  }

  /** Whether the texts of the row that the event was read from are as this class writes them. */
  public static boolean isAsWritten(Event event, Fields row) {
    return LineText.write(event.facts().lines()).equals(row.text(20));
  }

  /** The lines of a receipt from the column {@code lines}, for those who read that column alone. */
  public static List<Line> lines(String text) {
    return LineText.read(text);
  }

  private static Facts facts(Fields row) {
    return new Facts(
        row.number(10),
        row.number(11),
        row.number(12),
        row.text(13),
        row.text(14),
        new Where(row.text(15), row.text(16), row.text(17), row.text(18), row.text(19)),
        LineText.read(row.text(20)),
        terms(row, 21),
        row.text(24));
  }

  /** The three days that stand from the given column on. */
  static Terms terms(Fields row, int first) {
    var earnedOn = row.number(first);
    var activeFrom = row.number(first + 1);
    var expiresOn = row.number(first + 2);
    // Most rows open no lot, and three dates a row are many where a million is read.
    if ((earnedOn | activeFrom | expiresOn) == 0) return Terms.NONE;
    return new Terms(
        LocalDate.ofEpochDay(earnedOn),
        LocalDate.ofEpochDay(activeFrom),
        LocalDate.ofEpochDay(expiresOn));
  }

  static void setTerms(Query row, int first, Terms terms) {
    row.set(first, terms.earnedOn().toEpochDay())
        .set(first + 1, terms.activeFrom().toEpochDay())
        .set(first + 2, terms.expiresOn().toEpochDay());
  }

  /** Adds the event to the batch. */
  public void add(Event event) {
    var row = unit.query(INSERT);
    row.set(1, event.member())
        .set(2, event.number())
        .set(3, event.kind().number())
        .set(4, event.key().source())
        .set(5, event.key().id())
        .set(6, event.occurredAt())
        .set(7, event.recordedAt())
        .set(8, event.version())
        .set(9, event.actor());
    setFacts(row, event.facts());
    row.set(25, event.fingerprint()).set(26, event.hash()).add();
  }

  private static void setFacts(Query row, Facts facts) {
    var where = facts.where();
    row.set(10, facts.amount())
        .set(11, facts.discount())
        .set(12, facts.points())
        .set(13, facts.subject())
        .set(14, facts.reference())
        .set(15, where.channel())
        .set(16, where.store())
        .set(17, where.partner())
        .set(18, where.staff())
        .set(19, where.promoCode())
        .set(20, LineText.write(facts.lines()));
    setTerms(row, 21, facts.terms());
    row.set(24, facts.attributes());
  }

  /** Free text beside the event, outside the chain. */
  public void note(Event event, String text) {
    unit.query(NOTE).set(1, event.member()).set(2, event.number()).set(3, text).run();
  }

  public void flush() {
    unit.flush(INSERT);
  }
}
