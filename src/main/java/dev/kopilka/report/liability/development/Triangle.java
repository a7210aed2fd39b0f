package dev.kopilka.report.liability.development;

import java.util.List;
import java.util.Optional;

/**
 * What was redeemed of the points of each origin period by the end of each development period,
 * cumulative. As many origins as developments; each origin knows one development less than the one
 * before it.
 *
 * @param origins the names of the origin periods, the oldest first
 * @param rows the known values of each origin: of n origins the first has n, the last has one
 */
public record Triangle(List<String> origins, List<double[]> rows) {
  /** Mack's rule for the last sigma looks at the two before it, so four developments at least. */
  public static final int LEAST = 4;

  public Triangle {
    origins = List.copyOf(origins);
    rows = List.copyOf(rows);
    if (origins.size() != rows.size() || rows.size() < LEAST) {
      throw new IllegalArgumentException(origins.size() + " origins, " + rows.size() + " rows");
    }
    for (var origin = 0; origin < rows.size(); origin++) {
      if (rows.get(origin).length != rows.size() - origin) {
        throw new IllegalArgumentException("origin " + origin + " is not cut by the diagonal");
      }
    }
  }

  /** A cell, its places counted from 0. */
  public record Cell(int origin, int development) {}

  /**
   * The first cell that is not above zero. The method divides by what was redeemed so far, so it
   * has nothing to say about such a triangle.
   */
  public Optional<Cell> hollow() {
    for (var origin = 0; origin < size(); origin++) {
      for (var development = 0; development < size() - origin; development++) {
        if (!(rows.get(origin)[development] > 0)) return Optional.of(new Cell(origin, development));
      }
    }
    return Optional.empty();
  }

  public int size() {
    return rows.size();
  }

  double at(int origin, int development) {
    return rows.get(origin)[development];
  }

  double latest(int origin) {
    return rows.get(origin)[size() - 1 - origin];
  }
}
