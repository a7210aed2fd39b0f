package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.report.Books;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.report.liability.Cohorts;
import dev.kopilka.report.liability.LotStories;
import dev.kopilka.report.liability.LotStories.Listener;
import dev.kopilka.report.liability.Sales;
import dev.kopilka.report.liability.SoldPoints;
import dev.kopilka.report.liability.revenue.DeferredRevenue;
import dev.kopilka.store.Unit;
import java.time.LocalDate;

/**
 * The ledger's own sales by period and what became of their points.
 *
 * @param day the last day of the last whole period
 * @param open points of sales that are open then, in smallest units
 * @param otherOpen open points that no sale gave: no revenue was deferred for them
 */
record OwnRevenue(
    Books books, LocalDate day, DeferredRevenue revenue, long open, long otherOpen) {
  static OwnRevenue read(Unit unit, Desk desk, Given given, Shares shares) {
    var books = Books.ofThePast(unit, desk, given);
    var span = LadderAnswer.span(given);
    var last = span.lastWhole(books.day());
    var day = span.lastDay(last);
    ProgrammeHistory history = Versions.load(unit);
    var sold = new Cohorts(span, SoldPoints.of(history));
    var all = new Cohorts(span, _ -> true);
    LotStories.tell(unit, books.zone(), day, Listener.both(sold, all));
    var sales = Sales.read(unit, span, books.zone(), day);
    var points = new SoldPoints(sold, sales, history, span);
    var revenue = points.revenue(last, period -> shares.at(span.lastDay(period)));
    return new OwnRevenue(books, day, revenue, sold.open(), all.open() - sold.open());
  }
}
