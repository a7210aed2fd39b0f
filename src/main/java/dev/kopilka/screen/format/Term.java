package dev.kopilka.screen.format;

/**
 * A word of Kopilka's own that is no constant of an enum. A page says it in the reader's language;
 * everywhere else it is the word itself, which scripts know.
 *
 * @param list which words it is one of, as the labels have them: {@code weekday} of {@code
 *     weekday.mon}
 */
public record Term(String list, String word) {
  /** For {@code Cell.text}. */
  @Override
  public String toString() {
    return word;
  }
}
