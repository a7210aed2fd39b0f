package dev.kopilka.program;

import java.util.OptionalLong;

/**
 * How much one person may adjust by hand, in smallest units; above it a second person must approve.
 */
public record AdjustTerms(OptionalLong perOperation, OptionalLong perDay) {
  public static final AdjustTerms NO_LIMIT =
      new AdjustTerms(OptionalLong.empty(), OptionalLong.empty());
}
