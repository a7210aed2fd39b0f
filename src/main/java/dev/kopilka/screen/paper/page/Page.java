package dev.kopilka.screen.paper.page;

import static dev.kopilka.screen.paper.page.Markup.escaped;

import dev.kopilka.screen.Cell;
import dev.kopilka.screen.format.Rows;
import dev.kopilka.screen.format.Target;
import dev.kopilka.screen.paper.Heading;
import dev.kopilka.screen.paper.Paper;
import dev.kopilka.screen.paper.Part;
import java.util.Map;

/**
 * A page on its way to stdout: a heading, what was said beside the answer, then fields and tables
 * with their pictures. The library of the charts stands at the end, and only where a chart is.
 */
public final class Page implements Paper {
  private final Target target;
  private final Heading heading;
  private final Figures numbers;
  private boolean hasPicture;
  private int parts;

  public Page(Target target, Heading heading) {
    this.target = new Target(target.stream(), target.zone(), 0, false, false);
    this.heading = heading;
    this.numbers = new Figures(heading.words(), target.zone());
    head();
  }

  private void head() {
    var title = escaped(title());
    write("<!doctype html>\n<html lang=\"" + heading.words().language().code() + "\">\n<head>\n");
    write("<meta charset=\"utf-8\">\n");
    write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    write("<meta http-equiv=\"Content-Security-Policy\" content=\"" + Inside.policy() + "\">\n");
    write("<title>" + title + "</title>\n<style>\n" + Inside.STYLE.text() + "</style>\n</head>\n");
    write("<body>\n<header>\n<h1>" + title + "</h1>\n");
    for (var note : heading.notes()) write("<p>" + escaped(note) + "</p>\n");
    write("</header>\n<main>\n");
  }

  /** The command's title in the reader's language, else its words. */
  private String title() {
    var key = "title." + heading.path().replace(' ', '.');
    var title = heading.words().label(key);
    return title.equals(key) ? "kopilka " + heading.path() : title;
  }

  @Override
  public void fields(Map<String, Object> fields) {
    write("<section>\n<table class=\"fields\">\n<tbody>\n");
    for (var field : fields.entrySet()) {
      var name = escaped(column(field.getKey()));
      write("<tr><th scope=\"row\" title=\"" + escaped(field.getKey()) + "\">" + name + "</th>");
      var value = numbers.spoken(field.getValue());
      write(numbers.cell(value, Cell.isNumber(value)) + "</tr>\n");
    }
    write("</tbody>\n</table>\n</section>\n");
  }

  @Override
  public Rows table(Part part) {
    return new PageTable(this, part, ++parts);
  }

  void write(String text) {
    target.text(text);
  }

  /** What this answer calls the column, in the reader's language. */
  String column(String name) {
    return heading.words().column(heading.path(), name);
  }

  Heading heading() {
    return heading;
  }

  Figures numbers() {
    return numbers;
  }

  Target target() {
    return target;
  }

  /** There is something to draw: the library will be needed. */
  void draws() {
    hasPicture = true;
  }

  @Override
  public void end() {
    write("</main>\n<footer>kopilka " + escaped(heading.path()) + "</footer>\n");
    if (hasPicture) {
      write("<script>" + Inside.CHARTS.text() + "</script>\n");
      write("<script>" + Inside.PICTURES.text() + "</script>\n");
    }
    write("</body>\n</html>\n");
  }
}
