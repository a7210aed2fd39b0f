package dev.kopilka.screen.picture;

import dev.kopilka.screen.Cell;
import java.util.List;
import java.util.function.Predicate;

/** The numbers of one value of a plot as doubles, for drawing only; NaN where there is none. */
record Reading(double[] numbers, double least, double most) {
  static Reading of(List<List<Object>> points, int place) {
    return of(points, place, _ -> true);
  }

  /** Those of cells, their least and most without the column that is beyond all others. */
  static Reading ofCells(Plot plot) {
    var beyond = plot.picture().tint().beyond();
    var place = plot.picture().axes().size();
    var within = of(plot.points(), place, point -> !point.get(1).equals(beyond));
    return Double.isNaN(within.most) ? of(plot.points(), place) : within;
  }

  private static Reading of(
      List<List<Object>> points, int place, Predicate<List<Object>> isCompared) {
    var numbers = new double[points.size()];
    var least = Double.NaN;
    var most = Double.NaN;
    for (var i = 0; i < numbers.length; i++) {
      var value = points.get(i).get(place);
      numbers[i] = Cell.isNumber(value) ? Double.parseDouble(Cell.text(value)) : Double.NaN;
      if (Double.isNaN(numbers[i]) || !isCompared.test(points.get(i))) continue;
      least = Double.isNaN(least) ? numbers[i] : Math.min(least, numbers[i]);
      most = Double.isNaN(most) ? numbers[i] : Math.max(most, numbers[i]);
    }
    return new Reading(numbers, least, most);
  }

  /** Where the number is between the least, 0, and the most, 1; what is beyond counts as the end. */
  double part(double number) {
    if (most > least) return Math.clamp((number - least) / (most - least), 0, 1);
    return number > most ? 1 : 0;
  }
}
