package dev.kopilka.store.proof;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.util.List;

/**
 * The tables that can be rebuilt, with every column that is compared. Their rows are handed over as
 * plain values (Long, String, byte[]), so that no value is too strange to be told.
 */
public enum Cache {
  ACCOUNT(
      "member",
      "iiiiiiiiiibb",
      List.of(
          "events",
          "entries",
          "debt",
          "earned",
          "redeemed",
          "expired",
          "purchases",
          "spend",
          "last_purchase_at",
          "next_due",
          "event_head",
          "head")),
  LOT(
      "entry",
      "tiiiiii",
      List.of("rule", "earned_on", "active_from", "expires_on", "opened", "remaining", "held")),
  HOLD("entry", "it", List.of("until", "parts")),
  STANDING("entry", "tiit", List.of("tier", "from_day", "until_day", "basis")),
  DRAW("seq", "iii", List.of("place", "lot", "points"));

  private final String number;
  private final String types;
  private final List<String> columns;

  Cache(String number, String types, List<String> columns) {
    this.number = number;
    this.types = types;
    this.columns = columns;
  }

  public String table() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The columns in the order of the values, the key left out. */
  public List<String> columns() {
    return columns;
  }

  Walk<Object[]> walk(Unit unit, Span members) {
    var order = this == DRAW ? "member, seq, place" : "member, " + number;
    var sql =
        "select member, " + number + ", " + String.join(", ", columns)
            + " from " + table() + Span.WHERE + " order by " + order;
    return new Walk<>(members.bind(unit.query(sql)), (row, _, _) -> values(row));
  }

  private Object[] values(Query row) {
    var values = new Object[types.length()];
    for (var i = 0; i < values.length; i++) {
      values[i] =
          switch (types.charAt(i)) {
            case 'i' -> (Object) row.number(i + 3);
            case 't' -> row.text(i + 3);
            default -> row.bytes(i + 3);
          };
    }
    return values;
  }
}
