package dev.kopilka.store.imports;

import dev.kopilka.model.Event;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.RunRows.Run;
import dev.kopilka.store.rows.EventRows;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run recorded: the events of its kind that its actor recorded at its moment, which no other
 * run has. No index serves this; a run is undone seldom, and each further tree costs every import.
 */
public final class RunEvents {
  // The first condition says once more what the second does, in a way that the table's key serves.
  private static final String PAGE =
      "select " + EventRows.COLUMNS
          + """
             from event
            where member >= ? and (member > ? or number < ?)
              and recorded_at = ? and actor = ? and kind = ?
            order by member, number desc
            limit ?
            """;

  private final Unit unit;
  private final Run run;
  private final int kind;

  /**
   * @param kind the number of the events' kind
   */
  public RunEvents(Unit unit, Run run, int kind) {
    this.unit = unit;
    this.run = run;
    this.kind = kind;
  }

  /** Where a page ended; {@link #START} before the first one. */
  public record Mark(long member, int number) {
    public static final Mark START = new Mark(0, 0);
  }

  /** The next so many, member by member, of each member the latest first. */
  public List<Event> after(Mark mark, int most) {
    var events = new ArrayList<Event>();
    var query =
        unit.query(PAGE)
            .set(1, mark.member())
            .set(2, mark.member())
            .set(3, mark.number())
            .set(4, run.startedAt())
            .set(5, run.named().actor())
            .set(6, kind)
            .set(7, most);
    try (query) {
      while (query.next()) events.add(EventRows.read(query));
    }
    return events;
  }
}
