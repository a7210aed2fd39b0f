package dev.kopilka.segment.clv;

import dev.kopilka.segment.clv.Fit.Frequency;
import dev.kopilka.segment.clv.estimate.BuyingFit;
import dev.kopilka.segment.clv.estimate.Histories;
import dev.kopilka.segment.clv.estimate.Maximum;
import dev.kopilka.segment.clv.estimate.Patterns;
import dev.kopilka.segment.clv.estimate.SpendingFit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks at data and fitted models for what speaks against them. */
final class Quality {
  /** Below this many buyers, or repeat buyers, the standard errors are as large as the parameters. */
  private static final int ENOUGH_BUYERS = 100;

  private static final int ENOUGH_REPEAT_BUYERS = 30;

  /** Frequency may explain a tenth of how spend varies (0.3 squared); more is no small thing. */
  private static final double INDEPENDENT = 0.3;

  private static final int FREQUENCIES = 7;

  /** One buyer of twenty in another row than the model puts them in is no small thing either. */
  private static final double MISPLACED = 0.05;

  /** Purchases foretold may miss those that came by a fifth. */
  private static final double MISSED = 0.2;

  /** Chance alone seldom comes to twice what is to be expected of it. */
  private static final double CHANCE = 2;

  private final Histories buyers;
  private final Optional<BuyingFit.Found> buying;
  private final Optional<SpendingFit.Found> spending;

  Quality(
      Histories buyers, Optional<BuyingFit.Found> buying, Optional<SpendingFit.Found> spending) {
    this.buyers = buyers;
    this.buying = buying;
    this.spending = spending;
  }

  /** Pearson's r between x and mean spend; empty where one of them is the same for all. */
  OptionalDouble correlation() {
    var n = 0;
    var meanX = 0.0;
    var meanZ = 0.0;
    var xx = 0.0;
    var zz = 0.0;
    var xz = 0.0;
    for (var i = 0; i < buyers.size(); i++) {
      if (buyers.repeats()[i] == 0) continue;
      n++;
      // Welford (1962): sums of squares without the difference of two large numbers.
      var x = buyers.repeats()[i] - meanX;
      var z = buyers.meanSpend(i) - meanZ;
      meanX += x / n;
      meanZ += z / n;
      xx += x * (buyers.repeats()[i] - meanX);
      zz += z * (buyers.meanSpend(i) - meanZ);
      xz += x * (buyers.meanSpend(i) - meanZ);
    }
    if (xx <= 0 || zz <= 0) return OptionalDouble.empty();
    return OptionalDouble.of(xz / Math.sqrt(xx * zz));
  }

  /**
   * @param holdout in one stretch or several; empty where there is none
   */
  List<Warning> warnings(List<Frequency> frequencies, List<Tracking> holdout) {
    if (buyers.size() == 0) return List.of(Warning.NO_BUYERS);
    var repeatBuyers = buyers.repeatBuyers();
    if (repeatBuyers == 0) return List.of(Warning.NO_REPEATS);
    var found = EnumSet.noneOf(Warning.class);
    if (buyers.size() < ENOUGH_BUYERS || repeatBuyers < ENOUGH_REPEAT_BUYERS) {
      found.add(Warning.FEW_BUYERS);
    }
    buying.ifPresent(fit -> look(fit.maximum(), found));
    spending.ifPresent(fit -> look(fit.maximum(), found));
    if (isOff(frequencies)) found.add(Warning.FREQUENCIES_OFF);
    if (!holdout.isEmpty() && isOff(holdout.getLast())) found.add(Warning.HOLDOUT_OFF);
    if (Math.abs(correlation().orElse(0)) > INDEPENDENT) found.add(Warning.CORRELATED);
    if (spending.map(fit -> fit.buyers()).orElse(0L) < repeatBuyers) {
      found.add(Warning.SPEND_NOT_POSITIVE);
    }
    if (spending.map(fit -> fit.model().q() <= 1).orElse(false)) {
      found.add(Warning.SPEND_WITHOUT_MEAN);
    }
    return List.copyOf(found);
  }

  /** Half the sum of differences is how many are in the wrong row; a count varies by its root. */
  private boolean isOff(List<Frequency> frequencies) {
    var misplaced = 0.0;
    var chance = 0.0;
    for (var one : frequencies) {
      var expected = Math.max(0, one.expected().doubleValue());
      misplaced += Math.abs(one.buyers() - expected) / 2;
      chance += StrictMath.sqrt(expected) / 2;
    }
    return misplaced > MISPLACED * buyers.size() && misplaced > CHANCE * chance;
  }

  private static boolean isOff(Tracking whole) {
    if (whole.expectedSoFar().isEmpty()) return false;
    var expected = whole.expectedSoFar().get().doubleValue();
    var missed = Math.abs(whole.actualSoFar() - expected);
    return missed > MISSED * expected && missed > CHANCE * StrictMath.sqrt(expected);
  }

  private static void look(Maximum maximum, EnumSet<Warning> found) {
    if (!maximum.isSettled()) found.add(Warning.NOT_CONVERGED);
    if (maximum.isAtEdge()) found.add(Warning.AT_EDGE);
  }

  /** Buyers by repeat occasions: what Fader, Hardie and Lee (2005) show as their figure 2. */
  List<Frequency> frequencies(Patterns patterns) {
    if (buying.isEmpty()) return List.of();
    var model = buying.get().model();
    var observed = new long[FREQUENCIES + 1];
    for (var x : buyers.repeats()) observed[Math.min(x, FREQUENCIES)]++;
    var list = new ArrayList<Frequency>();
    var rest = (double) buyers.size();
    for (var x = 0; x < FREQUENCIES; x++) {
      var expected = patterns.expectedWith(model, x);
      rest -= expected;
      list.add(new Frequency(x, false, observed[x], Rounded.to(2, expected)));
    }
    list.add(new Frequency(FREQUENCIES, true, observed[FREQUENCIES], Rounded.to(2, rest)));
    return list;
  }
}
