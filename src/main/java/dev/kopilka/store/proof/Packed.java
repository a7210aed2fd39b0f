package dev.kopilka.store.proof;

import dev.kopilka.store.Fields;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * The rows of a table whose texts SQL joins into one column. Every column that is fetched costs a
 * call into SQLite's library and a text twice as much, and that is most of what reading a million
 * rows costs. A row with a text that itself contains the separator is read again, column by column.
 *
 * <p>The first two columns are the key of the row.
 */
final class Packed implements Fields {
  /** The unit separator of ASCII: no file that people keep has it in a text. */
  private static final byte SEPARATOR = 31;

  private final Unit unit;
  private final String table;
  private final String columns;

  /** Where a column stands in the packed row; texts are counted from 0 within the joined one. */
  private final int[] places;

  private final String packed;
  private final int joined;
  private Query row;
  private long member;
  private long number;
  private Texts texts;
  private Texts previous;

  /** The texts of one row: where each begins, and the value once it was asked for. */
  private static final class Texts {
    private final int[] starts;
    private final String[] values;
    private byte[] utf8 = {};

    Texts(int count) {
      starts = new int[count + 1];
      values = new String[count];
    }

    /** Whether the bytes have exactly as many texts as there should be. */
    boolean split(byte[] bytes) {
      utf8 = bytes;
      Arrays.fill(values, null);
      var count = 1;
      for (var i = 0; i < bytes.length; i++) {
        if (bytes[i] != SEPARATOR) continue;
        if (count == values.length) return false;
        starts[count++] = i + 1;
      }
      starts[count] = bytes.length + 1;
      return count == values.length;
    }

    boolean isSame(Texts other, int text) {
      return other.values[text] != null
          && Arrays.equals(
              utf8,
              starts[text],
              starts[text + 1] - 1,
              other.utf8,
              other.starts[text],
              other.starts[text + 1] - 1);
    }

    String decoded(int text) {
      var size = starts[text + 1] - 1 - starts[text];
      return size == 0 ? "" : new String(utf8, starts[text], size, StandardCharsets.UTF_8);
    }
  }

  /**
   * Rows of the table.
   *
   * @param columns their names, separated by commas
   * @param types a letter a column, {@code t} for a text
   */
  Packed(Unit unit, String table, String columns, String types) {
    this.unit = unit;
    this.table = table;
    this.columns = columns;
    var names = columns.strip().split(",\\s*");
    var single = new ArrayList<String>();
    var joined = new ArrayList<String>();
    places = new int[names.length + 1];
    for (var i = 0; i < names.length; i++) {
      var isText = types.charAt(i) == 't';
      places[i + 1] = isText ? joined.size() : single.size() + 1;
      (isText ? joined : single).add(names[i]);
    }
    this.joined = single.size() + 1;
    packed = String.join(", ", single) + ", concat_ws({separator}, " + String.join(", ", joined) + ")";
    texts = new Texts(joined.size());
    previous = new Texts(joined.size());
  }

  /** The members' rows in the order of the key. */
  Query query(Span members) {
    var number = columns.strip().split(",\\s*")[1];
    var sql = "select " + packed + " from " + table + Span.WHERE + " order by member, " + number;
    return members.bind(unit.query(sql));
  }

  /** The fields of the row that the query of {@link #query} stands at, until it goes on. */
  Fields of(Query row, long member, long number) {
    this.row = row;
    this.member = member;
    this.number = number;
    var free = previous;
    previous = texts;
    texts = free;
    if (texts.split(row.bytes(joined))) return this;
    return alone();
  }

  private Query alone() {
    var key = columns.strip().split(",\\s*")[1];
    var sql = "select " + columns + " from " + table + " where member = ? and " + key + " = ?";
    var one = unit.query(sql);
    one.close();
    one.set(1, member).set(2, number).next();
    return one;
  }

  @Override
  public long number(int column) {
    return switch (column) {
      case 1 -> member;
      case 2 -> number;
      default -> row.number(places[column]);
    };
  }

  /** What stands once more as in the row before is the same object: many columns hardly change. */
  @Override
  public String text(int column) {
    var text = places[column];
    if (texts.values[text] == null) {
      texts.values[text] =
          texts.isSame(previous, text) ? previous.values[text] : texts.decoded(text);
    }
    return texts.values[text];
  }

  @Override
  public byte[] bytes(int column) {
    return row.bytes(places[column]);
  }
}
