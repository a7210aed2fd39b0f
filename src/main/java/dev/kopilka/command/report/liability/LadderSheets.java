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
import dev.kopilka.screen.format.Term;
import dev.kopilka.screen.picture.Picture;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
      case "origins" -> desk.screen().show(origins(answer));
      case "factors" -> desk.screen().show(factors(answer));
      case "triangle" -> desk.screen().show(triangle(answer));
      default -> desk.screen().show(card(given, answer));
    };
  }

  /** So many rows, each known by its place. */
  private static Sheet<Integer> rows(int count) {
    return Sheet.of(IntStream.range(0, count).boxed().toList());
  }

  private static Sheet<Integer> origins(Answer answer) {
    var all = answer.ladder.origins();
    var sheet =
        rows(answer.triangle.size())
            .picture(ORIGINS)
            .column("origin", i -> answer.triangle.origins().get(i))
            .column("redeemed", i -> answer.amount(all.get(i).latest()))
            .column(
                "developed", i -> Estimates.ratio(all.get(i).latest(), all.get(i).ultimate()))
            .column("ultimate", i -> answer.amount(all.get(i).ultimate()))
            .column("expected", i -> answer.amount(all.get(i).expected()))
            .column("process_error", i -> answer.amount(all.get(i).process()))
            .column("parameter_error", i -> answer.amount(all.get(i).parameter()))
            .column("standard_error", i -> answer.amount(all.get(i).error()))
            .column("cv", i -> Estimates.ratio(all.get(i).error(), all.get(i).expected()));
    if (answer.stock.isEmpty()) return sheet;
    var stock = answer.stock.get();
    return sheet
        .column("open", i -> answer.amount(stock.open.get(i)))
        .column("owed", i -> answer.amount(stock.owed(i, all.get(i))))
        .column("value", i -> stock.worth.of(stock.owed(i, all.get(i))));
  }

  private static Sheet<Integer> factors(Answer answer) {
    var steps = answer.ladder.steps();
    return rows(steps.size())
        .column("from", i -> i + 1)
        .column("to", i -> i + 2)
        .column("factor", i -> Estimates.ratio(steps.get(i).factor()))
        .column("standard_error", i -> Estimates.ratio(steps.get(i).error()))
        .column("sigma", i -> Estimates.ratio(steps.get(i).sigma()));
  }

  private static Sheet<Integer> triangle(Answer answer) {
    var size = answer.triangle.size();
    var sheet = rows(size).column("origin", i -> answer.triangle.origins().get(i));
    for (var at = 0; at < size; at++) {
      var development = at;
      sheet.column("dev" + (at + 1), i -> cell(answer, i, development));
    }
    return sheet;
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
                .put("by", stock.span)
                .put("currency", stock.currency)
                .put("point_value", stock.worth.ofOne()));
    card.put("last_sigma", new Term("lastsigma", given.textOr("--last-sigma", "mack")))
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
    return card.put("origins", origins(answer).cards())
        .picture("origins", ORIGINS)
        .put("factors", factors(answer).cards());
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
