package dev.kopilka.store.copy;

import dev.kopilka.store.Unit;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a ledger is known by: how many rows each table has, what all members have together, and one
 * hash over the heads of all their chains.
 *
 * @param rows by table
 * @param points all that is open, less what is owed
 * @param heads SHA-256 over every member's number and both heads, in the order of the numbers
 */
public record Mark(Map<String, Long> rows, long points, String heads) {
  private static final String HEADS =
      "select member, event_head, head from account order by member";
  private static final String POINTS =
      """
      select (select coalesce(sum(remaining + held), 0) from lot)
        - (select coalesce(sum(debt), 0) from account)
      """;

  /** Of the ledger as the unit sees it. */
  public static Mark of(Unit unit) {
    var rows = new LinkedHashMap<String, Long>();
    for (var table : CopiedTable.ALL) rows.put(table.name(), table.rows(unit));
    try (var row = unit.query(POINTS)) {
      row.next();
      return new Mark(rows, row.number(1), heads(unit));
    }
  }

  private static String heads(Unit unit) {
    var sha = sha();
    var number = ByteBuffer.allocate(Long.BYTES);
    try (var row = unit.query(HEADS)) {
      while (row.next()) {
        sha.update(number.putLong(0, row.number(1)).array());
        sha.update(row.bytes(2));
        sha.update(row.bytes(3));
      }
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  long all() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }

  /** One text for what is compared. */
  String text() {
    return rows + " " + points + " " + heads;
  }
}
