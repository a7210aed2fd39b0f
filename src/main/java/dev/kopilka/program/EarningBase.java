package dev.kopilka.program;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a receipt that earns points.
 *
 * @param netOfDiscount discounts are taken off first
 * @param excludePartPaidWithPoints what points paid for earns nothing
 * @param excludeCategories lines of these categories earn nothing
 */
public record EarningBase(
    boolean netOfDiscount, boolean excludePartPaidWithPoints, Set<String> excludeCategories) {
  public EarningBase {
    excludeCategories = Collections.unmodifiableSet(new TreeSet<>(excludeCategories));
  }
}
