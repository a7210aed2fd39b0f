package dev.kopilka.segment.portrait;

import dev.kopilka.model.EventKind;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.EventRows;
import java.time.ZoneId;

/** Enters the rows of {@code portrait_events} into what a member did. */
final class DoingsReader {
  private final ZoneId zone;
  private final LifecycleTerms lifecycle;

  /**
   * Reads them for a programme.
   *
   * @param zone whose clocks tell weekdays and hours
   * @param lifecycle says which activities are visits
   */
  DoingsReader(ZoneId zone, LifecycleTerms lifecycle) {
    this.zone = zone;
    this.lifecycle = lifecycle;
  }

  void enter(Row row, Doings doings) {
    switch (EventKind.of(Math.toIntExact(row.number(2)))) {
      case PURCHASE -> purchase(row, doings);
      case RETURN -> doings.spend = Math.subtractExact(doings.spend, row.number(4));
      case ACTIVITY -> activity(row, doings);
      case REDEMPTION, CAPTURE -> doings.rewards.put(name(row), kind(row.text(6)));
      case REVERSAL -> doings.reversed(row.text(7));
      case SURVEY ->
          doings.answers.add(name(row), row.text(6), row.number(3), row.text(15));
      default -> throw new IllegalStateException("not asked for: " + row.number(2));
    }
  }

  private void purchase(Row row, Doings doings) {
    var amount = row.number(4);
    doings.receipts.add(amount);
    doings.spend = Math.addExact(doings.spend, amount);
    doings.receiptTimes.add(Times.secondOfWeek(row.number(3), zone));
    // A receipt may also name the redemption that paid a part of it.
    if (row.number(5) > 0 || !row.text(7).isEmpty()) doings.paidWithPoints();
    if (!row.text(13).isEmpty()) doings.withPromoCode++;
    if (!row.text(10).isEmpty()) doings.channels.add(row.text(10));
    if (!row.text(11).isEmpty()) doings.stores.add(row.text(11));
    if (!row.text(12).isEmpty()) doings.partners.add(row.text(12));
    var lines = EventRows.lines(row.text(14));
    if (lines.isEmpty()) doings.money.merge("", amount, Math::addExact);
    for (var line : lines) doings.money.merge(line.category(), line.amount(), Math::addExact);
  }

  private void activity(Row row, Doings doings) {
    var name = name(row);
    var code = row.text(6);
    doings.activities.put(name, code);
    if (lifecycle.isVisit(code)) {
      doings.visits.put(name, Times.secondOfWeek(row.number(3), zone));
    }
  }

  private static String kind(String subject) {
    return subject.isEmpty() ? Doings.POINTS : subject;
  }

  /** As a reversal refers to the event: see {@code ledger.References}. */
  private static String name(Row row) {
    var source = row.text(8);
    return source.equals(EventKind.REDEMPTION.defaultSource())
        ? row.text(9)
        : source + ":" + row.text(9);
  }
}
