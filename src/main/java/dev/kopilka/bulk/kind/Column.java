package dev.kopilka.bulk.kind;

/**
 * A column of an import.
 *
 * @param required every row must say something in it
 * @param personal what stands in it is never repeated in a problem
 * @param example what a template shows
 */
public record Column(
    String name, Type type, boolean required, boolean personal, String example) {

  /** What may stand in a column's cells. */
  public enum Type {
    ID,
    TEXT,
    MONEY,
    POINTS,
    DECIMAL,
    DATE,
    MOMENT
  }

  static Column of(String name, Type type, String example) {
    return new Column(name, type, false, false, example);
  }

  static Column must(String name, Type type, String example) {
    return new Column(name, type, true, false, example);
  }

  static Column personal(String name, Type type, String example) {
    return new Column(name, type, false, true, example);
  }
}
