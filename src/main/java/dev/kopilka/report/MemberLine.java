package dev.kopilka.report;

import dev.kopilka.model.account.Totals;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;

/**
 * One member as of today, without anything personal.
 *
 * @param tier "" before the first standing
 */
public record MemberLine(
    String member,
    String status,
    Instant enrolledAt,
    String tier,
    Points points,
    Totals totals) {
  /** Smallest units. */
  public record Points(long available, long pending, long held, long debt) {}

  /** Which members are shown; "" for all. */
  public record Choice(String status, String segment) {}

  public Optional<Instant> lastPurchaseAt() {
    return totals.lastPurchaseAt() == 0
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(totals.lastPurchaseAt()));
  }

  /** Walks over the members in the order of their codes; the walk ends with the unit. */
  public static Iterator<MemberLine> walk(Unit unit, LocalDate day, Choice choice) {
    return new Reports(unit)
        .ask("members")
        .with("day", day.toEpochDay())
        .with("status", choice.status())
        .with("segment", choice.segment())
        .walk(MemberLine::read);
  }

  private static MemberLine read(Row row) {
    return new MemberLine(
        row.text(1),
        row.text(2),
        Instant.ofEpochMilli(row.number(3)),
        row.text(4),
        new Points(row.number(5), row.number(6), row.number(7), row.number(8)),
        new Totals(
            row.number(9),
            row.number(10),
            row.number(11),
            row.number(12),
            row.number(13),
            row.number(14)));
  }
}
