package dev.kopilka.model.value;

/**
 * A spot in a file: {@code file:line:column}, both counted from 1. A line or column of 0 is not
 * known and is left out of the text.
 */
public record Place(String file, long line, long column) {
  public static final Place NOWHERE = new Place("", 0, 0);

  @Override
  public String toString() {
    if (line == 0) return file;
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
