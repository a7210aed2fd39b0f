package dev.kopilka.report.liability.development;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;

/** The triangle of Taylor and Ashe (1983) as Mack (1993) took it. */
final class TaylorAshe {
  static final Path FOLDER = Path.of("examples/data/taylor-ashe");

  private TaylorAshe() {}

  static Triangle triangle() throws IOException {
    var origins = new ArrayList<String>();
    var rows = new ArrayList<double[]>();
    var lines = Files.readAllLines(FOLDER.resolve("triangle_cumulative.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split(",");
      origins.add(cells[0]);
      rows.add(
          Arrays.stream(cells, 1, cells.length).mapToDouble(Double::parseDouble).toArray());
    }
    return new Triangle(origins, rows);
  }
}
