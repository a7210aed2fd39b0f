package dev.kopilka.pilot.measure;

import java.util.stream.IntStream;

/** Several arms against one control: the more one looks, the more chance shows. */
public final class Holm {
  private Holm() {}

  /**
   * The probabilities, each as it stands when all of them are looked at, in the order given. Holm
   * (1979), Scandinavian Journal of Statistics 6: the least of m counts m times, the next one m - 1
   * times, and none falls below one before it. Those that are NaN are left out and stay so.
   */
  public static double[] adjusted(double[] probabilities) {
    var order =
        IntStream.range(0, probabilities.length)
            .filter(i -> !Double.isNaN(probabilities[i]))
            .boxed()
            .sorted((a, b) -> Double.compare(probabilities[a], probabilities[b]))
            .toList();
    var adjusted = probabilities.clone();
    var least = 0.0;
    for (var rank = 0; rank < order.size(); rank++) {
      var place = order.get(rank);
      least = Math.max(least, Math.min(1, (order.size() - rank) * probabilities[place]));
      adjusted[place] = least;
    }
    return adjusted;
  }
}
