package dev.kopilka.screen.paper.page;

import static dev.kopilka.screen.paper.page.Markup.escaped;

import dev.kopilka.screen.Card;
import dev.kopilka.screen.Cell;
import dev.kopilka.screen.format.Json;
import dev.kopilka.screen.format.Rows;
import dev.kopilka.screen.format.Target;
import dev.kopilka.screen.paper.Part;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.screen.picture.Plot;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of a page: the place of its picture, its rows, and below them the picture's points. */
final class PageTable implements Rows {
  /** From so many columns on a sheet of paper is turned for the table. */
  private static final int WIDE = 9;

  /** From so many columns on, and half as many rows, paper has a line for each of the columns. */
  private static final int TURNED = 12;

  /** So many rows stand beside each other on a sheet that is not turned. */
  private static final int BESIDE = 6;

  /** So many rows wait for a column that has nothing in them, to learn which side it is on. */
  private static final int WAITING = 100;

  private final Page page;
  private final Part part;
  private final int number;
  private List<String> names = List.of();
  private Plot plot;
  private final List<Object[]> held = new ArrayList<>();
  private boolean hasHeading;
  private boolean[] isTold;
  private boolean[] isNumber;

  PageTable(Page page, Part part, int number) {
    this.page = page;
    this.part = part;
    this.number = number;
  }

  @Override
  public void begin(List<String> columns) {
    names = columns;
    isTold = new boolean[columns.size()];
    isNumber = new boolean[columns.size()];
    plot = new Plot(part.picture(), columns, page.target().zone());
  }

  /** What stands before the table; how many rows there are decides which way the paper lies. */
  private void opening() {
    var isWide = names.size() >= WIDE && !(mayBeTurned() && held.size() <= BESIDE);
    page.write(isWide ? "<section class=\"wide\">\n" : "<section>\n");
    if (!part.name().isEmpty()) page.write("<h2>" + word(part.name()) + "</h2>\n");
    if (!plot.picture().isNone()) {
      var points = "\" data-points=\"points-" + number + "\"></figure>\n";
      page.write("<figure class=\"" + kind() + points);
    }
    page.write("<div class=\"scroll" + onPaper() + "\">\n");
  }

  /** How paper finds room for all columns: what has many is turned, or else printed smaller. */
  private String onPaper() {
    if (names.size() < TURNED) return "";
    var columns = "\" style=\"--columns:" + names.size();
    return (mayBeTurned() ? " turned" : " many") + columns;
  }

  private String kind() {
    return plot.picture().kind().name().toLowerCase(Locale.ROOT);
  }

  private String word(String column) {
    return escaped(page.column(column));
  }

  @Override
  public void row(Object[] raw) {
    var values = page.numbers().spoken(raw);
    plot.row(values);
    if (hasHeading) {
      line(values);
      return;
    }
    held.add(values);
    var isKnown = isToldBy(values) && !mayBeTurned();
    if (isKnown || held.size() == WAITING) release();
  }

  /** Until it is clear that there are more rows, a table of many columns waits for its end. */
  private boolean mayBeTurned() {
    var most = Math.min(names.size() / 2, WAITING - 1);
    return names.size() >= TURNED && held.size() <= most;
  }

  /** Numbers stand to the right if the first row that has anything there has one. */
  private boolean isToldBy(Object[] values) {
    var isAll = true;
    for (var i = 0; i < values.length; i++) {
      if (!isTold[i] && !Cell.isAbsent(values[i])) {
        isTold[i] = true;
        isNumber[i] = Cell.isNumber(values[i]);
      }
      isAll &= isTold[i];
    }
    return isAll;
  }

  private void release() {
    heading();
    held.forEach(this::line);
    held.clear();
  }

  private void line(Object[] values) {
    var line = new StringBuilder("<tr>");
    for (var i = 0; i < values.length; i++) {
      line.append(page.numbers().cell(values[i], isNumber[i]));
    }
    page.write(line.append("</tr>\n").toString());
  }

  private void heading() {
    hasHeading = true;
    opening();
    page.write("<table>\n<thead><tr>");
    for (var i = 0; i < isNumber.length; i++) {
      var side = isNumber[i] ? "<th scope=\"col\" class=\"n\"" : "<th scope=\"col\"";
      var title = " title=\"" + escaped(names.get(i)) + "\">";
      page.write(side + title + word(names.get(i)) + "</th>");
    }
    page.write("</tr></thead>\n<tbody>\n");
  }

  @Override
  public void end() {
    var isEmpty = !hasHeading && held.isEmpty();
    if (!hasHeading) release();
    page.write("</tbody>\n</table>\n</div>\n");
    if (isEmpty) note("page.empty", Map.of());
    if (plot.isTooMany()) note("page.too-many", Map.of("rows", plot.rows()));
    if (plot.isDrawn()) points();
    page.write("</section>\n");
  }

  private void note(String key, Map<String, ?> details) {
    var words = page.heading().words().label(key, details);
    page.write("<p class=\"note\">" + escaped(words) + "</p>\n");
  }

  private void points() {
    page.draws();
    var card = Card.of();
    card.put("kind", kind());
    card.put("axes", words(plot.picture().axes()));
    card.put("values", words(plot.picture().values()));
    tint(card);
    card.put("none", page.heading().words().label("page.none"));
    card.put("points", plot.points());
    var json = new ByteArrayOutputStream();
    Json.object(card, new Target(json, page.target().zone(), 0, false, false));
    // Within a script nothing but its end tag is markup; spelled so it is the same text for JSON.
    var safe = json.toString(StandardCharsets.UTF_8).strip().replace("<", "\\u003c");
    var start = "<script type=\"application/json\" id=\"points-" + number + "\">";
    page.write(start + safe + "</script>\n");
  }

  /** What the picture is told of its colours, beside its numbers. */
  private void tint(Card card) {
    var tint = plot.picture().tint();
    // The columns of a grid are called by their words, those of other pictures by what they hold.
    var isGrid = plot.picture().kind() == Picture.Kind.GRID;
    var beyond = isGrid ? page.heading().words().column(tint.beyond()) : tint.beyond();
    if (!tint.beyond().isEmpty()) card.put("beyond", beyond);
    if (!tint.grounds().isEmpty()) card.put("colours", tint.colours());
  }

  private List<String> words(List<String> columns) {
    var words = new ArrayList<String>();
    for (var column : columns) words.add(page.column(column));
    return words;
  }
}
