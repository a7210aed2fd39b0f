package dev.kopilka.store.due;

import dev.kopilka.model.Key;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.IdentityRows.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adjustments above the limit, until a second person approves or rejects them. */
public final class WaitingRows {
  private static final String COLUMNS =
      """
      w.source, w.id, m.code, w.points, w.reason, w.note, w.occurred_at, w.expires_on,
      w.proposed_at, w.proposed_by
      """;
  private static final String FROM = " from waiting w join member m on m.member = w.member ";
  private static final String ONE =
      "select " + COLUMNS + FROM + "where w.source = ? and w.id = ?";
  private static final String ALL =
      "select " + COLUMNS + FROM + "order by w.proposed_at, w.source, w.id";
  private static final String ADD =
      """
      insert into waiting (source, id, member, points, reason, note, occurred_at, expires_on,
        proposed_at, proposed_by)
      select ?, ?, member, ?, ?, ?, ?, ?, ?, ?
      from identity
      where key = ?
      """;
  private static final String DROP = "delete from waiting where source = ? and id = ?";

  private final Unit unit;

  public WaitingRows(Unit unit) {
    this.unit = unit;
  }

  /**
   * One adjustment that waits.
   *
   * @param expiresOn last good day of the lot that it would open, as a day number
   */
  public record Waiting(
      Key key,
      String member,
      long points,
      String reason,
      String note,
      long occurredAt,
      long expiresOn,
      long proposedAt,
      String proposedBy) {}

  public Optional<Waiting> find(Key key) {
    try (var row = unit.query(ONE).set(1, key.source()).set(2, key.id())) {
      return row.next() ? Optional.of(read(row)) : Optional.empty();
    }
  }

  public List<Waiting> all() {
    var all = new ArrayList<Waiting>();
    try (var row = unit.query(ALL)) {
      while (row.next()) all.add(read(row));
    }
    return all;
  }

  private static Waiting read(Query row) {
    return new Waiting(
        new Key(row.text(1), row.text(2)),
        row.text(3),
        row.number(4),
        row.text(5),
        row.text(6),
        row.number(7),
        row.number(8),
        row.number(9),
        row.text(10));
  }

  public void add(Waiting waiting) {
    unit.query(ADD)
        .set(1, waiting.key().source())
        .set(2, waiting.key().id())
        .set(3, waiting.points())
        .set(4, waiting.reason())
        .set(5, waiting.note())
        .set(6, waiting.occurredAt())
        .set(7, waiting.expiresOn())
        .set(8, waiting.proposedAt())
        .set(9, waiting.proposedBy())
        .set(10, Kind.CODE.key(waiting.member()))
        .run();
  }

  public void drop(Key key) {
    unit.query(DROP).set(1, key.source()).set(2, key.id()).run();
  }
}
