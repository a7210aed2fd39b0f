package dev.kopilka.screen;

import dev.kopilka.screen.progress.Showing;
import java.util.List;

/**
 * How this run wants its answers.
 *
 * @param format how data are written
 * @param columns the chosen columns in order, or none for all
 * @param isQuiet whether talk is left out; errors are told all the same
 * @param hasRawCsv whether CSV leaves formula starters alone
 * @param paints whether data and talk are coloured
 * @param progress how a long command shows how far it is
 */
public record Style(
    Format format,
    List<String> columns,
    boolean isQuiet,
    boolean hasRawCsv,
    Paint paints,
    Showing progress) {

  /** Colour, for each stream by itself. */
  public record Paint(boolean data, boolean talk) {}

  /** What tests and plain runs use: a table, all columns, no colour. */
  public static final Style PLAIN =
      new Style(Format.TABLE, List.of(), false, false, new Paint(false, false), Showing.NONE);

  /** The same in another format. */
  public Style in(Format other) {
    return new Style(other, columns, isQuiet, hasRawCsv, paints, progress);
  }
}
