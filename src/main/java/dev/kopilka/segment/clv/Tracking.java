package dev.kopilka.segment.clv;

import dev.kopilka.segment.clv.estimate.BgNbd;
import dev.kopilka.segment.clv.estimate.Histories;
import dev.kopilka.segment.clv.estimate.Patterns;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One stretch of the holdout: the purchases of all buyers as they were foretold and as they came, in
 * it and since the holdout began.
 *
 * @param expected empty where no model was fitted
 */
public record Tracking(
    LocalDate from,
    LocalDate to,
    Optional<BigDecimal> expected,
    long actual,
    Optional<BigDecimal> expectedSoFar,
    long actualSoFar) {
  /** Stretches of seven days, calendar months, or the holdout as one. */
  public enum By {
    WEEK,
    MONTH,
    WHOLE
  }

  static List<Tracking> of(Histories buyers, Patterns patterns, Optional<BgNbd> model, By by) {
    var list = new ArrayList<Tracking>();
    var span = buyers.span();
    var before = 0.0;
    var total = 0L;
    for (var start = 0; start < span.holdout(); ) {
      var end = Math.min(span.holdout(), start + length(span.day(start + 1), by));
      var actual = 0L;
      for (var day = start; day < end; day++) actual += buyers.laterOn()[day];
      total += actual;
      var through = end / Patterns.WEEK;
      var soFar = model.map(one -> patterns.expected(one, through));
      var gained = soFar.orElse(0.0) - before;
      list.add(
          new Tracking(
              span.day(start + 1),
              span.day(end),
              soFar.map(_ -> Rounded.to(2, gained)),
              actual,
              soFar.map(sum -> Rounded.to(2, sum)),
              total));
      before = soFar.orElse(0.0);
      start = end;
    }
    return list;
  }

  private static int length(LocalDate first, By by) {
    return switch (by) {
      case WEEK -> 7;
      case MONTH -> first.lengthOfMonth() - first.getDayOfMonth() + 1;
      case WHOLE -> Integer.MAX_VALUE / 2;
    };
  }
}
