package dev.kopilka.segment.lifecycle;

import dev.kopilka.model.EventKind;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.segment.AsOf;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what members did, member by member, without what was undone because it never happened. */
final class Happenings implements AutoCloseable {
  /**
   * One event, as far as stages ask.
   *
   * @param number within its member
   * @param subject an activity, or a kind of contract
   * @param starts the first day of a contract, since 1970
   * @param ends its last good day
   */
  record Happening(long number, EventKind kind, long at, String subject, int starts, int ends) {}

  private final Reports reports;
  private final Rows rows;
  private boolean isMore;

  /** Of everybody, or of those alone who were merged into another member. */
  private Happenings(Unit unit, String question, LifecycleTerms terms, AsOf asOf) {
    var isShop = terms instanceof ShopTerms;
    reports = new Reports(unit);
    rows =
        reports
            .ask(question)
            .with("one", (isShop ? EventKind.PURCHASE : EventKind.ACTIVITY).number())
            .with("other", (isShop ? EventKind.PURCHASE : EventKind.CONTRACT).number())
            .with("until", asOf.moment().toEpochMilli())
            .rows();
    isMore = rows.next();
  }

  static Happenings ofAll(Unit unit, LifecycleTerms terms, AsOf asOf) {
    return new Happenings(unit, "happenings", terms, asOf);
  }

  static Happenings ofMerged(Unit unit, LifecycleTerms terms, AsOf asOf) {
    return new Happenings(unit, "happenings_merged", terms, asOf);
  }

  /** What the member did, in the order in which it was recorded. Ask for members in ascending order. */
  List<Happening> of(long member) {
    while (isMore && rows.row().number(1) < member) isMore = rows.next();
    var found = new ArrayList<Happening>();
    var isUndone = false;
    for (; isMore && rows.row().number(1) == member; isMore = rows.next()) {
      var row = rows.row();
      var kind = EventKind.of((int) row.number(3));
      // A reversal that undoes an activity or a contract names it with its source.
      if (kind == EventKind.REVERSAL) isUndone |= row.text(5).indexOf(':') > 0;
      else
        found.add(
            new Happening(
                row.number(2),
                kind,
                row.number(4),
                kind == EventKind.PURCHASE ? "" : row.text(5),
                (int) row.number(6),
                (int) row.number(7)));
    }
    if (isUndone && !found.isEmpty()) {
      var undone = undone(member);
      found.removeIf(one -> undone.contains(one.number()));
    }
    return found;
  }

  private Set<Long> undone(long member) {
    var numbers = new HashSet<Long>();
    reports
        .ask("undone")
        .with("member", member)
        // A colon in the statement itself would be taken for a parameter.
        .with("colon", ":")
        .each(row -> numbers.add(row.number(1)));
    return numbers;
  }

  @Override
  public void close() {
    rows.close();
  }
}
