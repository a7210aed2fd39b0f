package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.model.EntryKind;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.CountRows;
import dev.kopilka.store.rows.EntryRows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sums over all members within a transaction: budgets, stock, what an actor adjusted today. */
final class Sums {
  private final Unit unit;
  private final CountRows rows;
  private final ProgrammeHistory programmes;
  private final Map<String, Long> given = new HashMap<>();
  private final Map<String, Long> stock = new HashMap<>();
  private final TreeMap<String, Long> giving = new TreeMap<>();
  private final TreeMap<String, Long> taking = new TreeMap<>();
  private final ZoneId zone;
  private final long today;
  private final String actor;
  private long adjusted = -1;

  Sums(Unit unit, ProgrammeHistory programmes, Pen pen, ZoneId zone) {
    this.unit = unit;
    this.rows = new CountRows(unit);
    this.programmes = programmes;
    this.actor = pen.actor();
    this.zone = zone;
    this.today = start(Posting.day(pen.recordedAt(), zone));
  }

  long given(String rule) {
    return given.computeIfAbsent(rule, this::countedOrNow);
  }

  /** A rule that has a budget only since a later version is counted from its first gift on. */
  private long countedOrNow(String rule) {
    unit.settle();
    var counted = rows.given(rule);
    if (counted.isPresent()) return counted.getAsLong();
    var sum = rows.earned(rule);
    giving.merge(rule, sum, Long::sum);
    return sum;
  }

  long stockChange(String reward) {
    return stock.computeIfAbsent(
        reward,
        code -> {
          unit.settle();
          var stored = rows.stock(code);
          return stored.added() - stored.taken();
        });
  }

  long adjusted(String by) {
    if (!by.equals(actor) || adjusted < 0) {
      unit.settle();
      adjusted = rows.adjusted(by, today);
    }
    return adjusted;
  }

  /** Points that the member gave away to others in the month, as far as they are written. */
  long transferred(long member, YearMonth month) {
    unit.settle();
    return new EntryRows(unit)
        .transferred(member, start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  void take(Decision.Post post) {
    for (var entry : post.entries()) {
      if (entry.kind() == EntryKind.EARN && hasBudget(entry.rule())) {
        given.put(entry.rule(), given(entry.rule()) + entry.points());
        giving.merge(entry.rule(), entry.points(), Long::sum);
      }
      if (entry.kind() == EntryKind.ADJUST) adjusted = adjusted(actor) + Math.abs(entry.points());
    }
    long units = post.event().unitsTaken();
    if (units == 0) return;
    var reward = post.event().facts().subject();
    stock.put(reward, stockChange(reward) - units);
    taking.merge(reward, units, Long::sum);
  }

  // A rule with a budget in any version is counted from its first gift on.
  private boolean hasBudget(String rule) {
    for (var version : programmes.versions()) {
      for (var known : version.programme().earn()) {
        if (known.code().equals(rule) && known.budget().isPresent()) return true;
      }
    }
    return false;
  }

  void flush() {
    giving.forEach(rows::give);
    taking.forEach((reward, units) -> rows.move(reward, new CountRows.Stock(0, units)));
    giving.clear();
    taking.clear();
  }
}
