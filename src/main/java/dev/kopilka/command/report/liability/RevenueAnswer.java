package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.liability.revenue.DeferredRevenue.Booking;
import dev.kopilka.report.liability.revenue.DeferredRevenue.Period;
import dev.kopilka.report.liability.revenue.DeferredRevenue;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Revenue deferred for points and released again, with the journal entries. */
final class RevenueAnswer {
  private static final Picture PERIODS =
      Picture.lines("period", "deferred", "released", "closing");

  /**
   * What is shown.
   *
   * @param card what is known beside the revenue
   * @param scale decimals of money
   */
  private record Answer(DeferredRevenue revenue, Card card, int scale) {}

  private RevenueAnswer() {}

  static Exit show(Desk desk, Given given) {
    if (given.has("--file")) {
      Method.excludeWithFile(given, "--expected", "--by", "--as-of");
      var revenue = SalesFile.read(desk, given.text("--file"));
      return show(desk, given, new Answer(revenue, Card.of(), SalesFile.SCALE));
    }
    var shares = Shares.of(desk, given);
    var span = LadderAnswer.span(given);
    OwnRevenue own = desk.database().read(unit -> OwnRevenue.read(unit, desk, given, shares));
    new Truth(desk, own.books().zone()).say(own.day());
    var programme = own.books().programme();
    var card =
        Card.of()
            .put("as_of", own.day())
            .put("by", span)
            .put("currency", programme.currency())
            .put("expected_share", percent(shares.at(own.day())))
            .decimal("sold_open", own.open(), programme.points().scale())
            .decimal("other_open", own.otherOpen(), programme.points().scale());
    return show(desk, given, new Answer(own.revenue(), card, programme.currencyScale()));
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
  }

  private static Exit show(Desk desk, Given given, Answer answer) {
    var periods = answer.revenue.periods();
    var scale = answer.scale;
    var journal = new ArrayList<Booking>();
    for (var period : periods) journal.addAll(DeferredRevenue.journal(period));
    return switch (given.text("--table")) {
      case "periods" -> desk.screen().show(sheet(periods, scale));
      case "journal" -> desk.screen().show(bookings(journal, scale));
      default -> desk.screen().show(filled(answer.card, periods, journal, scale));
    };
  }

  private static Sheet<Period> sheet(List<Period> periods, int scale) {
    return Sheet.of(periods)
        .column("period", Period::name)
        .decimal("opening", Period::opening, scale)
        .decimal("sales", Period::sales, scale)
        .decimal("goods", Period::goods, scale)
        .decimal("deferred", Period::deferred, scale)
        .decimal("released", Period::released, scale)
        .decimal("caught_up", Period::caughtUp, scale)
        .decimal("taken_back", Period::takenBack, scale)
        .decimal("points_revenue", Period::pointsRevenue, scale)
        .decimal("closing", Period::closing, scale)
        .picture(PERIODS);
  }

  private static Sheet<Booking> bookings(List<Booking> journal, int scale) {
    return Sheet.of(journal)
        .column("period", Booking::period)
        .column("document", Booking::document)
        .column("debit", Booking::debit)
        .column("credit", Booking::credit)
        .decimal("amount", Booking::amount, scale);
  }

  private static Card filled(Card card, List<Period> periods, List<Booking> journal, int scale) {
    var liability = periods.isEmpty() ? 0 : periods.getLast().closing();
    return card.decimal("liability", liability, scale)
        .put("periods", sheet(periods, scale).cards())
        .picture("periods", PERIODS)
        .put("journal", bookings(journal, scale).cards());
  }
}
