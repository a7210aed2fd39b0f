package dev.kopilka.segment.portrait;

import dev.kopilka.model.EventKind;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.EventRows;
import java.time.Instant;
import java.time.ZoneId;

/** Enters the rows of {@code portrait_events} into what a member did. */
final class DoingsReader {
  private static final int SECONDS_OF_HOUR = 3600;
  private static final int SECONDS_OF_DAY = 24 * SECONDS_OF_HOUR;
  private static final int WEEK = 7;
  // The first of January 1970 was a Thursday; weeks begin with Monday.
  private static final int THURSDAY = 3;

  private final ZoneId zone;

  DoingsReader(ZoneId zone) {
    this.zone = zone;
  }

  void enter(Row row, Doings doings) {
    switch (EventKind.of(Math.toIntExact(row.number(2)))) {
      case PURCHASE -> purchase(row, doings);
      case RETURN -> doings.spend = Math.subtractExact(doings.spend, row.number(4));
      case ACTIVITY -> doings.activities.put(name(row), row.text(6));
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
    time(row.number(3), doings);
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

  /** The weekday and the hour by the clocks of the programme's zone. */
  private void time(long millis, Doings doings) {
    var instant = Instant.ofEpochMilli(millis);
    var local =
        instant.getEpochSecond() + zone.getRules().getOffset(instant).getTotalSeconds();
    var second = Math.floorMod(local, SECONDS_OF_DAY);
    doings.weekdays[Math.floorMod(Math.floorDiv(local, SECONDS_OF_DAY) + THURSDAY, WEEK)]++;
    doings.hours[second / SECONDS_OF_HOUR]++;
    doings.hasTimeOfDay |= second > 0;
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
