package dev.kopilka.store.proof;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers from one to another, both included: members, or places in the registry of ids.
 *
 * <p>Spans of one list lie side by side and cover every number there is: whoever tampers with a
 * ledger keeps to no bounds.
 */
public record Span(long from, long to) {
  public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

  static final String WHERE = " where member between ? and ?";
  private static final String ENDS =
      "select coalesce(min(member), 0), coalesce(max(member), 0) from member";

  /** Spans with about as many members each, fewer than asked for where members are few. */
  public static List<Span> ofMembers(Unit unit, int count) {
    try (var row = unit.query(ENDS)) {
      row.next();
      return of(row.number(1), row.number(2), count);
    }
  }

  /** Spans with about as many places of the registry each. */
  public static List<Span> ofPlaces(int count) {
    return of(0, Long.MAX_VALUE, count);
  }

  private static List<Span> of(long least, long most, int count) {
    // Divided before they are subtracted, or the distance might not fit.
    var step = Math.max(1, most / count - least / count);
    var spans = new ArrayList<Span>();
    var from = Long.MIN_VALUE;
    for (var i = 1; i < count; i++) {
      var next = least + step * i;
      if (next > most) break;
      spans.add(new Span(from, next - 1));
      from = next;
    }
    spans.add(new Span(from, Long.MAX_VALUE));
    return spans;
  }

  /** Binds the two ends as the first two parameters. */
  Query bind(Query query) {
    return query.set(1, from).set(2, to);
  }
}
