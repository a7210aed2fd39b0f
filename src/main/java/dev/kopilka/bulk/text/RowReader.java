package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.Dialect;
import java.util.List;

/**
 * Reads a table record by record in memory that does not grow with it. What is wrong with a record
 * is told by {@link Row#damage} and ends nothing: the records after it are read.
 */
public interface RowReader extends AutoCloseable {
  /**
   * The names of the columns. CSV has them from the start; in JSON Lines names that first occur
   * later are added at the end, so a cell's number never changes its meaning.
   */
  List<String> header();

  /** Where a column's name stands: for findings about the header. */
  Row headerRow();

  /** Goes to the next record; false at the end of the file. */
  boolean advance();

  /** The record in hand; its content changes with the next {@link #advance}. */
  Row row();

  /**
   * Whether the file ended without a line end. That is legal, and it is also what a file looks like
   * that was cut in its last number, so the user is told.
   */
  boolean isLastLineOpen();

  /** Whether a column held a number that was no text, in a row read so far: its zeros are lost. */
  default boolean hadNumbers(int cell) {
    return false;
  }

  /** What was detected or asked for. */
  Dialect dialect();

  /** Bytes taken from the file so far, compressed if it is: for the progress bar. */
  long bytesRead();

  @Override
  void close();
}
