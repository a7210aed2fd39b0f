package dev.kopilka.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Points reserved until a deadline. Exactly one capture or release ends it.
 *
 * @param entry sequence number of the entry that made it: its id within the member
 * @param until last day on which it can be captured
 * @param parts what it reserves of which lot, in drawing order
 */
public record Hold(int entry, LocalDate until, List<Part> parts) {
  /** Points reserved in one lot. */
  public record Part(int lot, long points) {}

  public Hold {
    parts = List.copyOf(parts);
  }

  public long points() {
    var sum = 0L;
    for (var part : parts) sum += part.points();
    return sum;
  }
}
