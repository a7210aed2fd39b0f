package dev.kopilka.pilot.result;

import dev.kopilka.pilot.measure.ChiSquare;
import dev.kopilka.pilot.measure.Cuped;
import dev.kopilka.pilot.measure.Holm;
import dev.kopilka.pilot.measure.Interval;
import dev.kopilka.pilot.measure.Mean;
import dev.kopilka.pilot.measure.Permutations;
import dev.kopilka.pilot.measure.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the outcomes of one arm say.
 *
 * @param expected so many members the weights want here
 * @param interval of the mean or the share by itself
 * @param against the comparison with the control; nothing for the control
 */
public record Finding(
    Arm arm, double expected, Mean mean, Interval interval, Optional<Against> against) {
  /** What a treatment is found to do. */
  public enum Verdict {
    HIGHER,
    LOWER,
    NOT_SHOWN
  }

  /**
   * A comparison and what follows from it.
   *
   * @param holm the p that counts, with all comparisons of the pilot looked at
   * @param payback where margins were gathered
   */
  public record Against(
      Comparison comparison, double holm, Verdict verdict, Optional<Payback> payback) {}

  /** Whether arms are as large as their weights meant them to be. */
  public static ChiSquare sizes(List<Arm> arms) {
    return ChiSquare.ofSizes(
        arms.stream().mapToLong(arm -> arm.outcomes().count()).toArray(),
        arms.stream().mapToLong(Arm::weight).toArray());
  }

  /** Whether the shares of all arms may be one. */
  public static ChiSquare together(List<Arm> arms) {
    return ChiSquare.ofShares(arms.stream().map(Comparison::share).toArray(Share[]::new));
  }

  /** Whether all ways to deal each treatment and the control can be counted. */
  public static boolean canBeExact(List<Arm> arms) {
    var control = arms.getFirst().outcomes().count();
    return arms.stream()
        .skip(1)
        .allMatch(arm -> Permutations.canBeCounted(arm.outcomes().count(), control));
  }

  /**
   * What all arms say.
   *
   * @param arms the control first, each with two members at least
   */
  public static List<Finding> of(List<Arm> arms, Wish wish) {
    var cuped = Cuped.of(arms.stream().map(Arm::outcomes).toList());
    var control = arms.getFirst();
    var comparisons = new ArrayList<Comparison>();
    for (var arm : arms.subList(1, arms.size())) {
      comparisons.add(Comparison.of(arm, control, wish, cuped));
    }
    var holm =
        Holm.adjusted(comparisons.stream().mapToDouble(Comparison::decisive).toArray());
    var findings = new ArrayList<Finding>();
    findings.add(alone(control, arms, wish, Optional.empty()));
    for (var i = 0; i < holm.length; i++) {
      var arm = arms.get(i + 1);
      var comparison = comparisons.get(i);
      var verdict = verdict(comparison, holm[i], wish.level());
      var payback = Payback.of(arm, control, wish.level());
      var against = new Against(comparison, holm[i], verdict, payback);
      findings.add(alone(arm, arms, wish, Optional.of(against)));
    }
    return findings;
  }

  /** Where arms are of other sizes than meant, they are shown and not compared. */
  public static List<Finding> uncompared(List<Arm> arms, Wish wish) {
    return arms.stream().map(arm -> alone(arm, arms, wish, Optional.empty())).toList();
  }

  private static Finding alone(Arm arm, List<Arm> arms, Wish wish, Optional<Against> against) {
    var all = arms.stream().mapToLong(one -> one.outcomes().count()).sum();
    var whole = arms.stream().mapToLong(Arm::weight).sum();
    var mean = arm.outcomes().mean();
    var interval =
        wish.isShare()
            ? Comparison.share(arm).wilson(wish.level())
            : mean.interval(wish.level());
    return new Finding(arm, (double) all * arm.weight() / whole, mean, interval, against);
  }

  private static Verdict verdict(Comparison comparison, double holm, double level) {
    // NaN, where nothing varies, shows nothing.
    if (!(holm < 1 - level)) return Verdict.NOT_SHOWN;
    return comparison.decisiveDifference() > 0 ? Verdict.HIGHER : Verdict.LOWER;
  }
}
