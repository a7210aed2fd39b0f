package dev.kopilka.program;

import java.util.OptionalLong;

/**
 * Whether members may give points to each other.
 *
 * @param perMonth the most that one member may give away in a calendar month, in smallest units;
 *     empty when the programme offers no transfers
 */
public record TransferTerms(OptionalLong perMonth) {
  public static final TransferTerms NOT_OFFERED = new TransferTerms(OptionalLong.empty());
}
