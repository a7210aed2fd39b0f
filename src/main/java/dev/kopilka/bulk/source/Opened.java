package dev.kopilka.bulk.source;

import java.util.function.LongSupplier;

/**
 * A file that is known to be a table, ready to be read.
 *
 * @param file its name in findings
 * @param bytesRead how many bytes were taken so far, compressed if the file is
 */
public record Opened(String file, Dialect dialect, CharFeed feed, LongSupplier bytesRead)
    implements AutoCloseable {

  /**
   * Opens a source as the caller wishes and detects the rest. Throws {@link
   * dev.kopilka.model.value.Trouble.BadInput} when it is no table or detection has no one answer.
   */
  public static Opened of(Source source, Wish wish) {
    return new Opening(source, wish).open();
  }

  @Override
  public void close() {
    feed.close();
  }
}
