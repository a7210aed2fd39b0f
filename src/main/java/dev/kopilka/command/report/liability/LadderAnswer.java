package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.report.Books;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.report.Worth;
import dev.kopilka.report.liability.Cohorts;
import dev.kopilka.report.liability.LotStories;
import dev.kopilka.report.liability.Span;
import dev.kopilka.report.liability.development.ChainLadder;
import dev.kopilka.report.liability.development.LastSigma;
import dev.kopilka.report.liability.development.Triangle;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What will be redeemed by the chain ladder, of the ledger's points or of a triangle in a file. */
final class LadderAnswer {
  private LadderAnswer() {}

  static Exit show(Desk desk, Given given) {
    var rule =
        LastSigma.valueOf(given.textOr("--last-sigma", "mack").toUpperCase(Locale.ROOT));
    if (given.has("--file")) {
      Method.excludeWithFile(given, "--by", "--as-of");
      var triangle = TriangleFile.read(desk, given.text("--file"));
      var ladder = ChainLadder.of(triangle, rule);
      var answer = new LadderSheets.Answer(triangle, ladder, Optional.empty());
      return LadderSheets.show(desk, given, answer);
    }
    var span = span(given);
    Own own = desk.database().read(unit -> own(unit, desk, given, span));
    var ladder = ChainLadder.of(own.triangle, rule);
    new Truth(desk, own.books.zone()).say(own.stock.day());
    sayQueue(desk, own.cohorts.queue().share(), own.cohorts.queue().isMuch());
    return LadderSheets.show(
        desk, given, new LadderSheets.Answer(own.triangle, ladder, Optional.of(own.stock)));
  }

  /** Warns where the order of drawing decided much of what is taken for the points' own way. */
  static void sayQueue(Desk desk, Optional<BigDecimal> share, boolean isMuch) {
    if (!isMuch) return;
    var percent = share.orElseThrow().movePointRight(2).stripTrailingZeros().toPlainString();
    desk.screen().say("report.queue", Map.of("percent", percent));
  }

  static Span span(Given given) {
    return Span.valueOf(given.textOr("--by", "month").toUpperCase(Locale.ROOT));
  }

  private record Own(Triangle triangle, LadderSheets.Stock stock, Cohorts cohorts, Books books) {}

  private static Own own(Unit unit, Desk desk, Given given, Span span) {
    var books = Books.ofThePast(unit, desk, given);
    var last = span.lastWhole(books.day());
    var cohorts = new Cohorts(span, _ -> true);
    LotStories.tell(unit, books.zone(), span.lastDay(last), cohorts);
    var first = cohorts.firstWholeOr(last + 1);
    var triangle = triangle(cohorts, span, first, last);
    var open = new ArrayList<Long>();
    for (var origin = first; origin <= last; origin++) {
      open.add(cohorts.until(origin, last).open());
    }
    var stock =
        new LadderSheets.Stock(
            span.lastDay(last),
            span,
            new Worth(books.programme()),
            books.programme().points().scale(),
            books.programme().currency(),
            open,
            cohorts.open(),
            cohorts.queue().share());
    return new Own(triangle, stock, cohorts, books);
  }

  private static Triangle triangle(Cohorts cohorts, Span span, int first, int last) {
    var size = last - first + 1;
    if (size < Triangle.LEAST) {
      throw new Trouble.BadInput(TriangleFile.tooFew("TRIANGLE_SHORT", size));
    }
    var names = new ArrayList<String>();
    var rows = new ArrayList<double[]>();
    for (var origin = first; origin <= last; origin++) {
      var row = new double[last - origin + 1];
      for (var at = 0; at < row.length; at++) {
        row[at] = cohorts.until(origin, origin + at).redeemed();
      }
      names.add(span.name(origin));
      rows.add(row);
    }
    var triangle = new Triangle(names, rows);
    var hollow = triangle.hollow();
    if (hollow.isEmpty()) return triangle;
    throw new Trouble.BadInput(
        Problem.of("TRIANGLE_HOLLOW")
            .with("origin", names.get(hollow.get().origin()))
            .with("development", hollow.get().development() + 1L));
  }
}
