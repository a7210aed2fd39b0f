package dev.kopilka.segment.clv;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One buyer: what is known, and what is to be expected within the horizon. Money is in units of the
 * currency.
 *
 * @param repeats days with a purchase after the first one (x)
 * @param recencyWeeks from the first purchase to the last one (t_x)
 * @param ageWeeks from the first purchase to the end of the calibration (T)
 * @param averageSpend mean of the repeat days; empty for those who did not come back
 * @param alive the chance that the buyer has not left; empty where no model was fitted
 * @param expectedPurchases days with a purchase
 * @param expectedSpend mean of a purchase to come
 * @param value of all purchases to come, by the margin
 * @param discountedValue the same, each week's part less the interest until its end
 * @param holdoutPurchases days with a purchase in the holdout; empty without one
 */
public record ClvRow(
    String member,
    int repeats,
    BigDecimal recencyWeeks,
    BigDecimal ageWeeks,
    Optional<BigDecimal> averageSpend,
    Optional<BigDecimal> alive,
    Optional<BigDecimal> expectedPurchases,
    Optional<BigDecimal> expectedSpend,
    Optional<BigDecimal> value,
    Optional<BigDecimal> discountedValue,
    Optional<Integer> holdoutPurchases) {}
