package dev.kopilka.screen.picture;

import dev.kopilka.screen.Cell;
import java.util.List;

/** The numbers of one value of a plot as doubles, for drawing only; NaN where there is none. */
record Reading(double[] numbers, double least, double most) {
  static Reading of(List<List<Object>> points, int place) {
    var numbers = new double[points.size()];
    var least = Double.NaN;
    var most = Double.NaN;
    for (var i = 0; i < numbers.length; i++) {
      var value = points.get(i).get(place);
      numbers[i] = Cell.isNumber(value) ? Double.parseDouble(Cell.text(value)) : Double.NaN;
      if (Double.isNaN(numbers[i])) continue;
      least = Double.isNaN(least) ? numbers[i] : Math.min(least, numbers[i]);
      most = Double.isNaN(most) ? numbers[i] : Math.max(most, numbers[i]);
    }
    return new Reading(numbers, least, most);
  }

  /** Where the number is between the least, 0, and the most, 1. */
  double part(double number) {
    return most > least ? (number - least) / (most - least) : 0;
  }
}
