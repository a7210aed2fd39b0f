package dev.kopilka.screen.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * Where rows go and how they look there.
 *
 * @param stream stdout, which translates its own failures and never throws an IOException
 * @param zone the zone whose local time instants are shown in
 * @param columns how many characters go on a line of the terminal; 0 where there is none
 * @param hasColour whether headings are set off
 * @param hasRawCsv whether CSV leaves formula starters alone
 */
public record Target(
    OutputStream stream, ZoneId zone, int columns, boolean hasColour, boolean hasRawCsv) {
  /** Whether control characters would reach a terminal. */
  public boolean isTerminal() {
    return columns > 0;
  }

  /** Writes the text as it is, in UTF-8. */
  public void text(String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
