package dev.kopilka.program;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A programme as it was applied: its text, when it holds from, and who answers for it.
 *
 * @param number counts from 1 without gaps
 * @param effectiveFrom first local day on which it is in force
 * @param hash SHA-256 over the bytes of the file, in hex
 * @param order number of the order that authorises it; "" when none was named
 * @param source the file as it was, byte for byte
 */
public record Version(
    int number,
    LocalDate effectiveFrom,
    String author,
    String hash,
    String order,
    Instant recordedAt,
    Programme programme,
    String source) {
  public Version {
    if (number < 1) throw new IllegalArgumentException("version: " + number);
  }
}
