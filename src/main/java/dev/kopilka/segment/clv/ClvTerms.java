package dev.kopilka.segment.clv;

import dev.kopilka.segment.AsOf;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is asked: purchases of which days the models are fitted to, and what they are to foretell.
 *
 * @param from the first day that counts; empty for the beginning
 * @param asOf the last moment that counts; its day ends the calibration
 * @param holdoutTo the last day that predictions are compared with; empty for no comparison
 */
public record ClvTerms(
    Optional<LocalDate> from, AsOf asOf, Optional<LocalDate> holdoutTo, Prospect prospect) {
  /**
   * How the future is valued.
   *
   * @param weeks how far it reaches
   * @param discount a year's rate, 0.1 for 10 %
   * @param margin the part of what is spent that is earned, 1 for all of it
   */
  public record Prospect(int weeks, double discount, double margin) {}
}
