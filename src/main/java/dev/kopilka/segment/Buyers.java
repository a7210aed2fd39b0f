package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everybody who bought in a window, in the order of their codes: one column a measure. */
record Buyers(List<String> codes, long[] recency, long[] frequency, long[] monetary) {
  private record Buyer(String code, long recency, long frequency, long monetary) {}

  /**
   * Asks the ledger. A window of so long ends with the day of {@code asOf}, which counts.
   *
   * @param window empty for everything that was ever bought
   */
  static Buyers load(Unit unit, AsOf asOf, Optional<Period> window) {
    var day = asOf.day();
    var from =
        window
            .map(back -> day.minus(back).plusDays(1).atStartOfDay(asOf.zone()).toInstant())
            .map(start -> start.toEpochMilli())
            .orElse(Long.MIN_VALUE);
    var buyers = new ArrayList<Buyer>();
    new Reports(unit)
        .ask("buyers")
        .with("from", from)
        .with("until", asOf.moment().toEpochMilli())
        .each(
            row -> {
              var days = day.toEpochDay() - asOf.day(row.number(2)).toEpochDay();
              buyers.add(new Buyer(row.text(1), days, row.number(3), row.number(4)));
            });
    // Sorted here and not by the database, whose collation of codes may differ from another's.
    buyers.sort(Comparator.comparing(Buyer::code));
    return columns(buyers);
  }

  private static Buyers columns(List<Buyer> buyers) {
    var codes = new ArrayList<String>(buyers.size());
    var columns = new Buyers(codes, new long[buyers.size()], new long[buyers.size()],
        new long[buyers.size()]);
    for (var i = 0; i < buyers.size(); i++) {
      codes.add(buyers.get(i).code());
      columns.recency[i] = buyers.get(i).recency();
      columns.frequency[i] = buyers.get(i).frequency();
      columns.monetary[i] = buyers.get(i).monetary();
    }
    return columns;
  }
}
