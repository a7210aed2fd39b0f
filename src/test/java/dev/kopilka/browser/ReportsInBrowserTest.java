package dev.kopilka.browser;

import static dev.kopilka.browser.Drawn.named;
import static dev.kopilka.browser.Drawn.shapes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopilka.browser.Line.Figure;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each report as a page in a browser: its rows are in its pictures, on a desk and on a phone. */
class ReportsInBrowserTest {
  /** What is drawn in each figure: its kind, its texts, and the shapes that stand for numbers. */
  private static final String LOOK =
      """
      [...document.querySelectorAll('figure')].map(figure => ({
        kind: figure.className,
        drawings: [...figure.querySelectorAll('svg')].map(svg => ({
          texts: [...svg.querySelectorAll('text')].map(text => text.textContent),
          shapes: [...svg.querySelectorAll('path')].map(path => {
            const box = path.getBBox();
            const at = path.getBoundingClientRect();
            const is = name => path.getAttribute(name) || '';
            return { fill: is('fill'), stroke: is('stroke'), veil: is('fill-opacity'), way: is('d'),
              width: box.width, height: box.height, x: at.left + at.width / 2, y: at.top + at.height / 2 };
          }) })) }))
      """;

  /** The texts that are not whole within their drawing. */
  private static final String CUT =
      """
      [...document.querySelectorAll('figure svg text')].filter(text => {
        const svg = text.closest('svg').getBoundingClientRect();
        const box = text.getBoundingClientRect();
        return box.left < svg.left - 1 || box.right > svg.right + 1 || box.bottom > svg.bottom + 3;
      }).map(text => text.textContent)
      """;

  private static final List<String> SERIES = List.of("#0072b2", "#d55e00", "#009e73");

  /** How far a drawn length may be from its number, in points of the screen. */
  private static final double NEAR = 1;

  @TempDir static Path folder;
  private static Browser browser;

  /** What the page calls that which has no name. */
  private static String none;

  /** The lists that the words of an axis may be of. */
  private static final Map<String, List<String>> LISTS =
      Map.of(
          "stage", List.of("stage"),
          "from", List.of("stage"),
          "to", List.of("stage"),
          "trait", List.of("trait"),
          "group", List.of("weekday", "gender", "group"));

  private static Words words;

  @BeforeAll
  static void start() throws IOException {
    Reports.cafe();
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  static Stream<Line> lines() {
    return Line.all().filter(line -> !line.figures().isEmpty());
  }

  private static Path page(Line line) throws IOException {
    var page = folder.resolve("page.html");
    return Files.writeString(page, Reports.cafe().type(line + " -o html").out());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void itsRowsAreDrawnAndFitAPhone(Line line) throws IOException {
    var answer = line.answer();
    var page = page(line);
    browser.open(page, 1200, 900);
    looksRight(line, answer);
    nothingIsCut();
    onAPhone();
    assertEquals(List.of(page.toUri().toString()), browser.requests());
    assertEquals(List.of(), browser.complaints());
  }

  private static void looksRight(Line line, JsonNode answer) throws IOException {
    var drawn = browser.eval(LOOK);
    assertEquals(line.figures().size(), drawn.size(), "figures on the page");
    none = line.language() == Language.RU ? "(нет)" : "(none)";
    words = Words.in(line.language());
    for (var i = 0; i < drawn.size(); i++) {
      var figure = line.figures().get(i);
      assertEquals(figure.kind(), drawn.get(i).path("kind").asText());
      check(figure, figure.rows(answer), drawn.get(i).path("drawings"));
    }
  }

  private static void check(Figure figure, List<JsonNode> rows, JsonNode drawings) {
    assertTrue(!rows.isEmpty(), "the ledger has nothing to draw");
    var one = drawings.path(0);
    switch (figure.kind()) {
      case "bars" -> bars(figure, rows, one, "width");
      case "columns" -> bars(figure, rows, one, "height");
      case "lines" -> lines(figure, rows, drawings);
      case "ranges" -> ranges(figure, rows, one);
      case "effects" -> effects(figure, rows, one);
      case "heat", "grid" -> Cells.shades(figure, rows, one);
      case "matrix" -> Cells.matrix(rows, one);
      case "flow" -> flow(figure, rows, one);
      default -> throw new AssertionError(figure.kind());
    }
  }

  /** The lengths of the bars of each series are as the numbers, all on one scale. */
  private static void bars(Figure figure, List<JsonNode> rows, JsonNode drawing, String length) {
    var scale = 0.0;
    var isOne = figure.values().size() == 1;
    for (var i = 0; i < figure.values().size(); i++) {
      var numbers = new ArrayList<Double>();
      for (var row : rows) {
        var isKnown = figure.kind().equals("columns") || !figure.numbers(row).isEmpty();
        if (isKnown && row.path(figure.values().get(i)).isNumber()) {
          numbers.add(Math.abs(row.path(figure.values().get(i)).asDouble()));
        }
      }
      var bars = shapes(drawing, "fill", SERIES.get(i));
      // The last one of several is the mark in the legend.
      assertEquals(numbers.size() + (isOne ? 0 : 1), bars.size(), "bars of " + figure.values().get(i));
      for (var j = 0; j < numbers.size(); j++) {
        var drawn = bars.get(j).path(length).asDouble();
        if (scale == 0 && numbers.get(j) > 0) scale = drawn / numbers.get(j);
        assertEquals(numbers.get(j) * scale, drawn, NEAR, figure + " in row " + j);
      }
    }
    for (var row : rows) {
      if (figure.numbers(row).isEmpty()) continue;
      named(name(figure, row), drawing);
    }
  }

  /** What a row is called by, as the page has it. */
  private static String name(Figure figure, JsonNode row) {
    var axes = figure.axes().stream().filter(axis -> !row.path(axis).isNull());
    var name = String.join(" · ", axes.map(axis -> said(axis, row.path(axis).asText())).toList());
    return name.isEmpty() ? none : name;
  }

  /** A word of ours as the reader's language has it; a user's own stays. */
  private static String said(String axis, String text) {
    var said = LISTS.getOrDefault(axis, List.of()).stream().map(list -> words.term(list, text));
    return said.filter(word -> !word.equals(text)).findFirst().orElse(text);
  }

  /** A panel for each value, and in it a mark for each number, the higher the more. */
  private static void lines(Figure figure, List<JsonNode> rows, JsonNode drawings) {
    assertEquals(figure.values().size(), drawings.size(), "panels");
    for (var i = 0; i < drawings.size(); i++) {
      var value = figure.values().get(i);
      var numbers = rows.stream().map(row -> row.path(value)).filter(JsonNode::isNumber).toList();
      var marks = shapes(drawings.get(i), "fill", "#fff");
      assertEquals(numbers.size(), marks.size(), "marks of " + value);
      for (var j = 1; j < marks.size(); j++) {
        var rise = numbers.get(j).asDouble() - numbers.get(j - 1).asDouble();
        var drawn = marks.get(j - 1).path("y").asDouble() - marks.get(j).path("y").asDouble();
        // A rise may be too small to be seen.
        assertTrue(Math.abs(drawn) < NEAR || rise * drawn > 0, value + " in row " + j);
      }
    }
  }

  /** A dot for each row, its whisker from low to high around it. */
  private static void ranges(Figure figure, List<JsonNode> rows, JsonNode drawing) {
    var dots = shapes(drawing, "fill", SERIES.get(1));
    var whiskers = shapes(drawing, "stroke", SERIES.getFirst());
    assertEquals(rows.size(), dots.size());
    assertEquals(3 * rows.size(), whiskers.size());
    var scale = 0.0;
    for (var i = 0; i < rows.size(); i++) {
      var numbers = figure.numbers(rows.get(i));
      var whisker = whiskers.get(3 * i);
      if (scale == 0) scale = whisker.path("width").asDouble() / (numbers.get(2) - numbers.get(1));
      var length = (numbers.get(2) - numbers.get(1)) * scale;
      assertEquals(length, whisker.path("width").asDouble(), NEAR, figure + " in row " + i);
      var left = whisker.path("x").asDouble() - length / 2;
      var value = left + (numbers.get(0) - numbers.get(1)) * scale;
      assertEquals(value, dots.get(i).path("x").asDouble(), NEAR, figure + " in row " + i);
      named(name(figure, rows.get(i)), drawing);
    }
  }

  /** The same for the rows of which all is known, and a line at zero. */
  private static void effects(Figure figure, List<JsonNode> rows, JsonNode drawing) {
    var known = rows.stream().filter(row -> figure.numbers(row).size() == 3).toList();
    assertTrue(!known.isEmpty(), "no effect to draw");
    ranges(figure, known, drawing);
    var zeros = shapes(drawing, "stroke", "#1c2733");
    assertEquals(1, zeros.size(), "lines at zero");
    var numbers = figure.numbers(known.getFirst());
    var whisker = shapes(drawing, "stroke", SERIES.getFirst()).getFirst();
    var scale = whisker.path("width").asDouble() / (numbers.get(2) - numbers.get(1));
    var zero = whisker.path("x").asDouble() - (numbers.get(1) + numbers.get(2)) / 2 * scale;
    assertEquals(zero, zeros.getFirst().path("x").asDouble(), NEAR, "zero of " + figure);
  }

  /** A ribbon for each row, as wide at its end as its number. */
  private static void flow(Figure figure, List<JsonNode> rows, JsonNode drawing) {
    var ribbons = shapes(drawing, "veil", "0.35");
    assertEquals(rows.size(), ribbons.size(), "ribbons");
    for (var row : rows) {
      for (var axis : figure.axes()) {
        named(row.path(axis).isNull() ? none : said(axis, row.path(axis).asText()), drawing);
      }
    }
  }

  /** A page of indicators has more than its answer: their months and their plan. */
  @Test
  void indicatorsAreDrawnByMonthAndAgainstTheirPlan() throws IOException {
    browser.open(page(Line.of("report kpi --from 2025-09-01 |", Language.RU)), 1200, 900);
    none = "(нет)";
    var drawn = browser.eval(LOOK);
    assertEquals(2, drawn.size(), "figures on the page");
    var months = Line.of("report kpi --from 2025-09-01 --by month | " + Line.KPIS, Language.RU);
    var plan = "report kpi --from 2025-09-01 --plan | bars goal from: deviation_rate";
    var lines = List.of(months, Line.of(plan, Language.RU));
    for (var i = 0; i < 2; i++) {
      var figure = lines.get(i).figures().getFirst();
      check(figure, figure.rows(lines.get(i).answer()), drawn.get(i).path("drawings"));
    }
    nothingIsCut();
    onAPhone();
  }

  /** What a cohort begins with is another thing than enrolment, and says so. */
  @Test
  void cohortsOfFirstPurchasesAreCalledSo() throws IOException {
    for (var language : Language.values()) {
      browser.open(page(Line.of("report cohorts --by first_purchase |", language)), 1200, 900);
      var text = browser.eval("document.body.innerText").asText();
      var isEnglish = language == Language.EN;
      assertTrue(text.contains(isEnglish ? "by month of first purchase" : "по месяцу первой покупки"), text);
      assertTrue(!text.contains(isEnglish ? "nrol" : "вступлен"), text);
    }
  }

  private static void onAPhone() throws IOException {
    browser.resize(390, 844);
    // A page waits a moment for the screen to come to rest; after printing it is drawn at once.
    browser.eval("window.dispatchEvent(new Event('afterprint'))");
    assertEquals(390, browser.eval("document.documentElement.scrollWidth").asInt());
    nothingIsCut();
  }

  private static void nothingIsCut() throws IOException {
    var cut = browser.eval(CUT);
    assertEquals(0, cut.size(), "texts beyond the edge of their drawing: " + cut);
  }

  @Test
  void aStageHasOneColourOnBothSides() throws IOException {
    var flow = "segment lifecycle --from 2026-01-31 --to 2026-03-10";
    browser.open(page(new Line(flow, Language.RU, List.of())), 1200, 900);
    var colours =
        browser.eval(
            "[...document.querySelectorAll('figure svg path:not([fill-opacity])')].map(path => path.getAttribute('fill'))");
    var counts = new ArrayList<String>();
    for (var colour : colours) counts.add(colour.asText());
    assertTrue(counts.size() > new HashSet<>(counts).size(), "colours: " + counts);
    assertTrue(browser.eval("document.querySelector('figure').textContent").asText().contains("(нет)"));
  }
}
