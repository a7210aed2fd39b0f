package dev.kopilka.pilot.result;

import dev.kopilka.pilot.measure.Bootstrap;
import dev.kopilka.pilot.measure.Cuped;
import dev.kopilka.pilot.measure.Interval;
import dev.kopilka.pilot.measure.Permutations;
import dev.kopilka.pilot.measure.Share;
import dev.kopilka.pilot.measure.TwoShares;
import dev.kopilka.pilot.measure.Welch;
import java.util.Optional;

/**
 * A treatment beside its control.
 *
 * @param lift the difference as a part of what the control has
 * @param statistic NaN where the test has none
 * @param p how often chance alone gives as much, on both sides; NaN where nothing varies
 * @param adjusted the same less what was known before, where that was asked for
 */
public record Comparison(
    double difference,
    Interval interval,
    double lift,
    Test test,
    double statistic,
    double p,
    Optional<Adjusted> adjusted) {
  /** By what p is found. */
  public enum Test {
    Z,
    FISHER,
    WELCH,
    PERMUTATION
  }

  /**
   * The comparison after what was known before was taken out.
   *
   * @param gained the part of the variance that went
   */
  public record Adjusted(double difference, Interval interval, double p, double gained) {}

  /** The p that counts: of the adjusted outcomes, where these were asked for. */
  double decisive() {
    return adjusted.map(Adjusted::p).orElse(p);
  }

  /** The difference that counts. */
  double decisiveDifference() {
    return adjusted.map(Adjusted::difference).orElse(difference);
  }

  static Comparison of(Arm treatment, Arm control, Wish wish, Cuped cuped) {
    var plain = new Welch(treatment.outcomes().mean(), control.outcomes().mean());
    var pair = new Pair(treatment, control, wish);
    Optional<Adjusted> adjusted =
        wish.usesBefore() ? Optional.of(pair.adjusted(plain, cuped)) : Optional.empty();
    return wish.isShare() ? pair.shares(adjusted) : pair.means(plain, adjusted);
  }

  /** The share of those who said yes. */
  static Share share(Arm arm) {
    return new Share(arm.outcomes().events(), arm.outcomes().count());
  }

  /** Two arms and how they are wished to be compared. */
  private record Pair(Arm treatment, Arm control, Wish wish) {
    Adjusted adjusted(Welch plain, Cuped cuped) {
      var less = new Welch(cuped.mean(treatment.outcomes()), cuped.mean(control.outcomes()));
      return new Adjusted(
          less.difference(), less.interval(wish.level()), less.p(), Cuped.gained(plain, less));
    }

    Comparison shares(Optional<Adjusted> adjusted) {
      var two = new TwoShares(share(treatment), share(control));
      var isExact = wish.isExact() || two.isSmall();
      var interval =
          switch (wish.span()) {
            case WALD -> two.wald(wish.level());
            case BOOTSTRAP -> draws();
            case NEWCOMBE, WELCH -> two.newcombe(wish.level());
          };
      return new Comparison(
          two.difference(),
          interval,
          two.difference() / two.control().rate(),
          isExact ? Test.FISHER : Test.Z,
          isExact ? Double.NaN : two.z(),
          isExact ? two.fisher() : two.pooled(),
          adjusted);
    }

    Comparison means(Welch plain, Optional<Adjusted> adjusted) {
      return new Comparison(
          plain.difference(),
          wish.span() == Wish.Span.BOOTSTRAP ? draws() : plain.interval(wish.level()),
          plain.difference() / plain.control().value(),
          wish.isExact() ? Test.PERMUTATION : Test.WELCH,
          wish.isExact() ? Double.NaN : plain.t(),
          wish.isExact() ? ways() : plain.p(),
          adjusted);
    }

    private Interval draws() {
      return Bootstrap.of(treatment.values(), control.values(), wish.seed(), wish.draws())
          .interval(wish.level());
    }

    private double ways() {
      return Permutations.of(treatment.values(), control.values()).twoSided();
    }
  }
}
