package dev.kopilka.report.liability;

import dev.kopilka.model.EventKind;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.TreeMap;

/** What was sold by period: receipts less returns, and the points that were paid with or came back. */
public final class Sales {
  private final TreeMap<Integer, Sum> byPeriod = new TreeMap<>();

  /**
   * The sales of a period.
   *
   * @param receipts less returns, in minor units, the part paid with points included
   * @param paid points that were paid with, less those given back with returns; smallest units
   */
  public record Sum(long receipts, long paid) {
    static final Sum NONE = new Sum(0, 0);

    Sum plus(Sum other) {
      return new Sum(
          Math.addExact(receipts, other.receipts), Math.addExact(paid, other.paid));
    }
  }

  private Sales() {}

  /** Reads what was sold and taken back until the end of the day. */
  public static Sales read(Unit unit, Span span, ZoneId zone, LocalDate day) {
    var sales = new Sales();
    var end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli() - 1;
    new Reports(unit)
        .ask("sales")
        .with("until", end)
        .eachAtOnce(
            row -> {
              var isReturn = EventKind.of((int) row.number(1)) == EventKind.RETURN;
              var on = Instant.ofEpochMilli(row.number(2)).atZone(zone).toLocalDate();
              var amount = isReturn ? -row.number(3) : row.number(3);
              sales.byPeriod.merge(span.of(on), new Sum(amount, -row.number(4)), Sum::plus);
            });
    return sales;
  }

  public Sum in(int period) {
    return byPeriod.getOrDefault(period, Sum.NONE);
  }

  /** The first period with sales, or the other where there is none. */
  public int firstOr(int otherwise) {
    return byPeriod.isEmpty() ? otherwise : byPeriod.firstKey();
  }
}
