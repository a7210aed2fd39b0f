package dev.kopilka.segment.clv.estimate;

import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Where a function of a few logarithms is highest, by the simplex of Nelder and Mead (1965). A
 * simplex may collapse before it is there, so it is started from several points, and then anew from
 * the best one until that moves no more.
 *
 * @param at the logarithms of the parameters
 * @param isSettled whether it moved no more
 */
public record Maximum(double[] at, double value, boolean isSettled) {
  /** No parameter is taken further from its natural size than by this power of e. */
  private static final double FARTHEST = 12;

  private static final double EDGE = 10;
  private static final int EVALUATIONS = 1500;
  private static final int ROUNDS = 12;
  private static final double COARSE = 1e-7;
  private static final double FINE = 1e-13;
  private static final double STEP = 0.7;
  private static final double SMALL_STEP = 0.05;
  private static final double STILL = 1e-5;

  static Maximum of(MultivariateFunction function, double[][] starts) {
    MultivariateFunction bounded =
        point -> isFar(point, FARTHEST) ? Double.NEGATIVE_INFINITY : function.value(point);
    var best = new Maximum(starts[0], Double.NEGATIVE_INFINITY, false);
    for (var start : starts) {
      var found = climb(bounded, start, STEP, COARSE);
      if (found.value > best.value) best = found;
    }
    for (var round = 0; round < ROUNDS; round++) {
      var found = climb(bounded, best.at, SMALL_STEP, FINE);
      var isStill = distance(found.at, best.at) < STILL;
      if (found.value >= best.value) best = found;
      if (isStill) return new Maximum(best.at, best.value, true);
    }
    return best;
  }

  /** Whether a parameter went to where the model becomes a simpler one. */
  public boolean isAtEdge() {
    return isFar(at, EDGE);
  }

  private static Maximum climb(
      MultivariateFunction function, double[] from, double step, double precision) {
    var start = new Maximum(from, function.value(from), false);
    var best = new Maximum[] {start};
    MultivariateFunction watched =
        point -> {
          var value = function.value(point);
          if (value > best[0].value) best[0] = new Maximum(point.clone(), value, false);
          return value;
        };
    try {
      new SimplexOptimizer(new SimpleValueChecker(precision, -1))
          .optimize(
              new MaxEval(EVALUATIONS),
              new ObjectiveFunction(watched),
              GoalType.MAXIMIZE,
              new InitialGuess(from),
              new NelderMeadSimplex(from.length, step));
    } catch (MathIllegalStateException tooLong) {
      return best[0];
    }
    return best[0];
  }

  private static boolean isFar(double[] point, double limit) {
    for (var coordinate : point) if (!(Math.abs(coordinate) <= limit)) return true;
    return false;
  }

  private static double distance(double[] one, double[] other) {
    var distance = 0.0;
    for (var i = 0; i < one.length; i++) {
      distance = Math.max(distance, Math.abs(one[i] - other[i]));
    }
    return distance;
  }
}
