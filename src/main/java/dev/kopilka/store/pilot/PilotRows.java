package dev.kopilka.store.pilot;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which pilots there are, each as it was assigned. */
public final class PilotRows {
  private static final String COLUMNS =
      "code, salt, arms, source, share, strata, begins_on, assigned_at, actor";

  /** For who may read neither by which salt members were dealt, nor by whom. */
  private static final String VEILED =
      "code, '', arms, source, share, strata, begins_on, assigned_at, ''";

  private static final String SALT = "select salt from pilot where code = ?";
  private static final String ADD =
      "insert into pilot ("
          + COLUMNS
          + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing";

  private final Unit unit;

  public PilotRows(Unit unit) {
    this.unit = unit;
  }

  /**
   * One pilot.
   *
   * @param salt by which its members were dealt; "" where the user may not read it, as actor
   * @param source where they came from
   * @param beginsOn a day, counted since 1970-01-01
   */
  public record Row(
      String code,
      String salt,
      String arms,
      String source,
      String share,
      String strata,
      long beginsOn,
      long assignedAt,
      String actor) {}

  public Optional<Row> get(String code) {
    try (var row = unit.query(select() + " where code = ?").set(1, code)) {
      return row.next() ? Optional.of(read(row)) : Optional.empty();
    }
  }

  /** By which salt the pilot's members were dealt; who may not read it is refused. */
  public Optional<String> salt(String code) {
    try (var row = unit.query(SALT).set(1, code)) {
      return row.next() ? Optional.of(row.text(1)) : Optional.empty();
    }
  }

  /** All of them, by their first days. */
  public List<Row> all() {
    var all = new ArrayList<Row>();
    try (var row = unit.query(select() + " order by begins_on, code")) {
      while (row.next()) all.add(read(row));
    }
    return all;
  }

  private String select() {
    return "select " + (unit.mayRead("pilot") ? COLUMNS : VEILED) + " from pilot";
  }

  /** Keeps the pilot; false where one of that code is there already. Waits for whoever adds it too. */
  public boolean add(Row row) {
    return unit.query(ADD)
            .set(1, row.code)
            .set(2, row.salt)
            .set(3, row.arms)
            .set(4, row.source)
            .set(5, row.share)
            .set(6, row.strata)
            .set(7, row.beginsOn)
            .set(8, row.assignedAt)
            .set(9, row.actor)
            .run()
        == 1;
  }

  private static Row read(Query row) {
    return new Row(
        row.text(1),
        row.text(2),
        row.text(3),
        row.text(4),
        row.text(5),
        row.text(6),
        row.number(7),
        row.number(8),
        row.text(9));
  }
}
