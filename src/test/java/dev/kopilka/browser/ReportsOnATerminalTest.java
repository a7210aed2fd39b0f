package dev.kopilka.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopilka.browser.Line.Figure;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each report on a wide terminal: bars beside its rows, sparklines or coloured cells below. */
class ReportsOnATerminalTest {
  private static final int BAR_WIDTH = 20;
  private static final String COLUMNS = "kopilka.columns";
  private static final Pattern BAR = Pattern.compile(" [█▏▎▍▌▋▊▉]+$");
  private static final Pattern SPARK = Pattern.compile("(\\w+) +[▁▂▃▄▅▆▇█ ]+  .* … .*");
  private static final Pattern COLOURED = Pattern.compile("48;5;\\d+m");

  @BeforeAll
  static void widen() throws IOException {
    Reports.cafe();
    System.setProperty(COLUMNS, "400");
  }

  @AfterAll
  static void narrow() {
    System.clearProperty(COLUMNS);
  }

  static Stream<Line> lines() {
    return Line.all();
  }

  private static String seen(Line line, String more) throws IOException {
    return Reports.cafe().seen(line + " -q --color " + more);
  }

  private static long count(Pattern pattern, String text) {
    return text.lines().filter(line -> pattern.matcher(line).find()).count();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void itsPictureStandsBesideOrBelow(Line line) throws IOException {
    var answer = line.answer();
    var plain = seen(line, "never");
    var bars = 0L;
    var sparks = 0L;
    var cells = 0L;
    for (var figure : line.figures()) {
      var rows = figure.rows(answer);
      switch (figure.kind()) {
        case "bars", "columns" ->
            bars += rows.stream().filter(row -> isSeen(figure, row, rows)).count();
        case "lines" -> sparks += figure.values().size();
        case "heat", "grid", "matrix" ->
            cells += rows.stream().mapToLong(row -> figure.numbers(row).size()).sum();
        default -> {}
      }
    }
    assertEquals(sparks, count(SPARK, plain), plain);
    assertEquals(bars, count(BAR, plain), plain);
    var coloured = seen(line, "always");
    assertTrue(COLOURED.matcher(coloured).results().count() >= cells, coloured);
    if (cells == 0) assertFalse(COLOURED.matcher(coloured).find(), coloured);
  }

  /** A bar shows the first of its numbers; below zero there are no parts of a character. */
  private static boolean isSeen(Figure figure, JsonNode row, List<JsonNode> rows) {
    var value = figure.values().getFirst();
    var most = 0.0;
    var least = 0.0;
    for (var one : rows) {
      most = Math.max(most, one.path(value).asDouble());
      least = Math.min(least, one.path(value).asDouble());
    }
    var number = row.path(value).asDouble();
    return number > 0 || -number * BAR_WIDTH / (most - least) >= 0.5;
  }
}
