package dev.kopilka.report.liability.development;

import java.util.ArrayList;
import java.util.List;

/**
 * The chain ladder with its distribution-free standard error: T. Mack (1993), "Distribution-free
 * calculation of the standard error of chain ladder reserve estimates", ASTIN Bulletin 23(2).
 *
 * @param steps from each development to the next
 * @param origins what becomes of each origin, the oldest first
 * @param total of all origins together: they share the factors, so errors do not add up as squares
 */
public record ChainLadder(List<Step> steps, List<Projection> origins, Projection total) {
  /**
   * How redemptions grow from one development to the next.
   *
   * @param factor volume-weighted mean of the single ratios
   * @param error its standard error
   * @param sigma spread of the single ratios, as a square an unbiased estimate; continued for the last one
   */
  public record Step(double factor, double error, double sigma) {}

  /**
   * Where an origin is and where it goes.
   *
   * @param latest redeemed so far
   * @param ultimate redeemed in the end
   * @param process standard error by chance to come
   * @param parameter standard error of the estimated factors
   */
  public record Projection(double latest, double ultimate, double process, double parameter) {
    /** Still to be redeemed. */
    public double expected() {
      return ultimate - latest;
    }

    /** Of the expectation, and so of the ultimate: the root of the mean squared error, theorem 3. */
    public double error() {
      return StrictMath.hypot(process, parameter);
    }
  }

  /** Projects a triangle without a hollow cell. */
  public static ChainLadder of(Triangle triangle, LastSigma rule) {
    if (triangle.hollow().isPresent()) throw new IllegalArgumentException("hollow triangle");
    var steps = steps(triangle, rule);
    var origins = new ArrayList<Projection>();
    for (var origin = 0; origin < triangle.size(); origin++) {
      origins.add(projection(triangle, origin, steps));
    }
    return new ChainLadder(steps, origins, total(triangle, origins, steps));
  }

  private static List<Step> steps(Triangle triangle, LastSigma rule) {
    var count = triangle.size() - 1;
    var squares = new double[count - 1];
    var steps = new ArrayList<Step>();
    for (var at = 0; at < count; at++) {
      var known = count - at;
      var volume = 0.0;
      var next = 0.0;
      for (var origin = 0; origin < known; origin++) {
        volume += triangle.at(origin, at);
        next += triangle.at(origin, at + 1);
      }
      var factor = next / volume;
      if (at < count - 1) squares[at] = spread(triangle, at, factor);
      var square = at < count - 1 ? squares[at] : rule.squared(squares);
      steps.add(new Step(factor, Math.sqrt(square / volume), Math.sqrt(square)));
    }
    return steps;
  }

  /** Mack (1993), section 3: weighted squares of what the single ratios miss the factor by. */
  private static double spread(Triangle triangle, int at, double factor) {
    var known = triangle.size() - 1 - at;
    var sum = 0.0;
    for (var origin = 0; origin < known; origin++) {
      var before = triangle.at(origin, at);
      var off = triangle.at(origin, at + 1) - factor * before;
      sum += off * off / before;
    }
    return sum / (known - 1);
  }

  /** Mack (1999), ASTIN Bulletin 29(2), theorem 3 of 1993 as a recursion over developments. */
  private static Projection projection(Triangle triangle, int origin, List<Step> steps) {
    var latest = triangle.latest(origin);
    var value = latest;
    var process = 0.0;
    var parameter = 0.0;
    for (var at = triangle.size() - 1 - origin; at < steps.size(); at++) {
      var step = steps.get(at);
      var growth = step.factor * step.factor;
      process = process * growth + value * step.sigma * step.sigma;
      parameter = parameter * growth + value * value * step.error * step.error;
      value *= step.factor;
    }
    return new Projection(latest, value, Math.sqrt(process), Math.sqrt(parameter));
  }

  /** The corollary of theorem 3: chance is each origin's own, but the factors err for all of them at once. */
  private static Projection total(Triangle triangle, List<Projection> origins, List<Step> steps) {
    var latest = 0.0;
    var ultimate = 0.0;
    var process = 0.0;
    for (var origin : origins) {
      latest += origin.latest;
      ultimate += origin.ultimate;
      process += origin.process * origin.process;
    }
    var parameter = 0.0;
    var open = 0.0;
    for (var at = 0; at < steps.size(); at++) {
      var step = steps.get(at);
      open += triangle.latest(triangle.size() - 1 - at);
      parameter = parameter * step.factor * step.factor + open * open * step.error * step.error;
      open *= step.factor;
    }
    return new Projection(latest, ultimate, Math.sqrt(process), Math.sqrt(parameter));
  }
}
