package dev.kopilka.store.due;

import dev.kopilka.store.Unit;
import java.time.LocalDate;

/** What the day's close asks of the ledger as a whole. */
public final class CloseRows {
  private static final String LAST = "select coalesce(max(occurred_at), 0) from event";
  private static final String ACTIVATED =
      """
      select count(*), coalesce(sum(remaining), 0)
      from lot
      where active_from > earned_on and active_from > ? and active_from <= ?
      """;

  private final Unit unit;

  public CloseRows(Unit unit) {
    this.unit = unit;
  }

  /** Business time of the latest event in milliseconds, 0 when there is none. */
  public long lastEventAt() {
    try (var row = unit.query(LAST)) {
      row.next();
      return row.number(1);
    }
  }

  /** Lots that were pending and their points. */
  public record Activated(long lots, long points) {}

  /** What became spendable after the one day and by the other. */
  public Activated activated(LocalDate after, LocalDate by) {
    var query = unit.query(ACTIVATED).set(1, after.toEpochDay()).set(2, by.toEpochDay());
    try (query) {
      query.next();
      return new Activated(query.number(1), query.number(2));
    }
  }
}
