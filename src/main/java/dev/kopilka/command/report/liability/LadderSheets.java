package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Worth;
import dev.kopilka.report.liability.Span;
import dev.kopilka.report.liability.development.ChainLadder.Projection;
import dev.kopilka.report.liability.development.ChainLadder;
import dev.kopilka.report.liability.development.Independence;
import dev.kopilka.report.liability.development.Triangle;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A chain ladder as tables. */
final class LadderSheets {
  private static final Picture ORIGINS = Picture.bars("origin", "redeemed", "ultimate");

  private static final int FILE_DECIMALS = 2;

  /**
   * What the ledger knows beyond a triangle, points in smallest units.
   *
   * @param open points by origin
   * @param outstanding all open points, those that no origin of the triangle has too
   * @param queued the part of the redeemed points that the order of drawing decided
   */
  record Stock(
      LocalDate day,
      Span span,
      Worth worth,
      int scale,
      String currency,
      List<Long> open,
      long outstanding,
      Optional<BigDecimal> queued) {
    /** What of an origin is owed: no more can be redeemed than is open, and no less than nothing. */
    long owed(int origin, Projection projection) {
      var expected = Math.round(projection.expected());
      return Math.clamp(expected, 0, Math.max(0, open.get(origin)));
    }

    /** Open points that were earned before the first origin: they are owed in full. */
    long earlier() {
      var sum = outstanding;
      for (var points : open) sum -= points;
      return sum;
    }
  }

  record Answer(Triangle triangle, ChainLadder ladder, Optional<Stock> stock) {
    int scale() {
      return stock.map(Stock::scale).orElse(0);
    }

    BigDecimal amount(double units) {
      return Estimates.amount(units, scale(), stock.isPresent() ? scale() : FILE_DECIMALS);
    }

    long owed() {
      var sum = stock.orElseThrow().earlier();
      for (var i = 0; i < ladder.origins().size(); i++) {
        sum += stock.get().owed(i, ladder.origins().get(i));
      }
      return sum;
    }
  }

  private record Column(String name, Function<Integer, ?> value) {}

  private LadderSheets() {}

  static Exit show(Desk desk, Given given, Answer answer) {
    var test = Independence.of(answer.triangle);
    if (test.isBroken()) {
      desk.screen()
          .say(
              "report.calendar",
              Map.of(
                  "z", test.z(),
                  "low", Estimates.amount(test.low(), 0, 1),
                  "high", Estimates.amount(test.high(), 0, 1)));
    }
    return switch (given.text("--table")) {
      case "origins" ->
          desk.screen().show(sheet(answer.triangle.size(), origins(answer)).picture(ORIGINS));
      case "factors" -> desk.screen().show(sheet(answer.triangle.size() - 1, factors(answer)));
      case "triangle" -> desk.screen().show(sheet(answer.triangle.size(), triangle(answer)));
      default -> desk.screen().show(card(given, answer));
    };
  }

  private static Sheet<Integer> sheet(int rows, List<Column> columns) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < rows; i++) places.add(i);
    var sheet = Sheet.of(places);
    for (var column : columns) sheet.column(column.name, column.value);
    return sheet;
  }

  private static List<Card> cards(int rows, List<Column> columns) {
    var cards = new ArrayList<Card>();
    for (var i = 0; i < rows; i++) {
      var card = Card.of();
      for (var column : columns) card.put(column.name, column.value.apply(i));
      cards.add(card);
    }
    return cards;
  }

  private static List<Column> origins(Answer answer) {
    var all = answer.ladder.origins();
    var columns = new ArrayList<Column>();
    columns.add(new Column("origin", i -> answer.triangle.origins().get(i)));
    columns.add(new Column("redeemed", i -> answer.amount(all.get(i).latest())));
    columns.add(
        new Column(
            "developed", i -> Estimates.ratio(all.get(i).latest(), all.get(i).ultimate())));
    columns.add(new Column("ultimate", i -> answer.amount(all.get(i).ultimate())));
    columns.add(new Column("expected", i -> answer.amount(all.get(i).expected())));
    columns.add(new Column("process_error", i -> answer.amount(all.get(i).process())));
    columns.add(new Column("parameter_error", i -> answer.amount(all.get(i).parameter())));
    columns.add(new Column("standard_error", i -> answer.amount(all.get(i).error())));
    columns.add(
        new Column("cv", i -> Estimates.ratio(all.get(i).error(), all.get(i).expected())));
    if (answer.stock.isEmpty()) return columns;
    var stock = answer.stock.get();
    columns.add(new Column("open", i -> answer.amount(stock.open.get(i))));
    columns.add(new Column("owed", i -> answer.amount(stock.owed(i, all.get(i)))));
    columns.add(new Column("value", i -> stock.worth.of(stock.owed(i, all.get(i)))));
    return columns;
  }

  private static List<Column> factors(Answer answer) {
    var steps = answer.ladder.steps();
    return List.of(
        new Column("from", i -> i + 1),
        new Column("to", i -> i + 2),
        new Column("factor", i -> Estimates.ratio(steps.get(i).factor())),
        new Column("standard_error", i -> Estimates.ratio(steps.get(i).error())),
        new Column("sigma", i -> Estimates.ratio(steps.get(i).sigma())));
  }

  private static List<Column> triangle(Answer answer) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("origin", i -> answer.triangle.origins().get(i)));
    for (var at = 0; at < answer.triangle.size(); at++) {
      var development = at;
      columns.add(new Column("dev" + (at + 1), i -> cell(answer, i, development)));
    }
    return columns;
  }

  private static Optional<BigDecimal> cell(Answer answer, int origin, int development) {
    var row = answer.triangle.rows().get(origin);
    if (development >= row.length) return Optional.empty();
    var number = BigDecimal.valueOf(row[development]).movePointLeft(answer.scale());
    return Optional.of(number.stripTrailingZeros().setScale(Math.max(answer.scale(), number.stripTrailingZeros().scale())));
  }

  private static Card card(Given given, Answer answer) {
    var total = answer.ladder.total();
    var card = Card.of();
    answer.stock.ifPresent(
        stock ->
            card.put("as_of", stock.day)
                .put("by", stock.span.name().toLowerCase(Locale.ROOT))
                .put("currency", stock.currency)
                .put("point_value", stock.worth.ofOne()));
    card.put("last_sigma", given.textOr("--last-sigma", "mack"))
        .put("periods", answer.triangle.size())
        .put("redeemed", answer.amount(total.latest()))
        .put("ultimate", answer.amount(total.ultimate()))
        .put("expected", answer.amount(total.expected()))
        .put("process_error", answer.amount(total.process()))
        .put("parameter_error", answer.amount(total.parameter()))
        .put("standard_error", answer.amount(total.error()))
        .put("cv", Estimates.ratio(total.error(), total.expected()))
        .put("calendar", calendar(Independence.of(answer.triangle)));
    answer.stock.ifPresent(stock -> money(card, answer, stock));
    return card.put("origins", cards(answer.triangle.size(), origins(answer)))
        .put("factors", cards(answer.triangle.size() - 1, factors(answer)));
  }

  private static Card calendar(Independence test) {
    return Card.of()
        .put("z", test.z())
        .put("low", Estimates.ratio(test.low()))
        .put("high", Estimates.ratio(test.high()))
        .put("effect", test.isBroken());
  }

  private static void money(Card card, Answer answer, Stock stock) {
    var owed = answer.owed();
    card.decimal("outstanding", stock.outstanding, stock.scale)
        .decimal("earlier", stock.earlier(), stock.scale)
        .decimal("owed", owed, stock.scale)
        .decimal("breakage", stock.outstanding - owed, stock.scale)
        .put("liability", stock.worth.of(owed))
        .put("queued", stock.queued);
  }
}
