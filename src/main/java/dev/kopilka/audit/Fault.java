package dev.kopilka.audit;

/**
 * One row that is not as it should be.
 *
 * @param table where it is, as the database calls it
 * @param row its key within the member, or within the table where it belongs to no member
 * @param kind what is wrong with it
 * @param expected what should stand there, "" when there should be nothing
 * @param found what stands there, "" when there is nothing
 */
public record Fault(String table, String row, Kind kind, String expected, String found) {
  /** What can be wrong with a row; the words are stable. */
  public enum Kind {
    /** Its content is not what was hashed when it was written. */
    ROW_CHANGED,
    /** Its values make no event, entry or version at all. */
    ROW_UNREADABLE,
    ROW_MISSING,
    /** Nothing in the ledger says that it should be there. */
    ROW_UNKNOWN,
    /** A value is not what the events and entries add up to. */
    VALUE_DIFFERS,
    /** An entry that its hash proves and that cannot have followed on the ones before it. */
    NOT_POSSIBLE
  }

  public static Fault of(String table, Object row, Kind kind) {
    return new Fault(table, String.valueOf(row), kind, "", "");
  }

  public Fault expected(Object what) {
    return new Fault(table, row, kind, String.valueOf(what), found);
  }

  public Fault found(Object what) {
    return new Fault(table, row, kind, expected, String.valueOf(what));
  }
}
