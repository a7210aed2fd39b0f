package dev.kopilka.report;

import dev.kopilka.model.EventKind;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.util.ArrayList;
import java.util.List;

/** Counts the indicators of all periods in one walk over the events and one over the entries. */
public final class Kpis {
  private final Periods periods;
  private final long[] enrolled;
  private final long[] gone;
  private final long[] active;
  private final long[] buyers;
  private final long[] repeatBuyers;
  private final long[] purchases;
  private final long[] revenue;

  // The member who was last seen active and buying in each period. Events come by member, so that
  // is all it takes to count distinct members.
  private final long[] lastActive;
  private final long[] lastBuyer;
  private final int[] bought;

  private Kpis(Periods periods) {
    this.periods = periods;
    var count = periods.count();
    // Place 0 is for what came before the first period, the last one for what came after.
    this.enrolled = new long[count + 2];
    this.gone = new long[count + 2];
    this.active = new long[count];
    this.buyers = new long[count];
    this.repeatBuyers = new long[count];
    this.purchases = new long[count];
    this.revenue = new long[count];
    this.lastActive = new long[count];
    this.lastBuyer = new long[count];
    this.bought = new int[count];
  }

  /** The indicators of every period, in order. */
  public static List<Kpi> read(Unit unit, Periods periods) {
    var kpis = new Kpis(periods);
    var reports = new Reports(unit);
    reports.ask("enrolments").each(row -> kpis.enrolled[periods.of(row.number(1)) + 1]++);
    reports
        .ask("visits")
        .with("from", periods.start())
        .with("until", periods.end())
        .each(kpis::add);
    return kpis.with(Flow.read(unit, periods).list());
  }

  private void add(Row row) {
    var member = row.number(1);
    var kind = EventKind.of((int) row.number(2));
    var period = periods.of(row.number(3));
    switch (kind) {
      case PURCHASE -> {
        visit(member, period);
        purchase(member, period, row.number(4));
      }
      case ACTIVITY -> visit(member, period);
      case RETURN -> revenue[period] = Math.subtractExact(revenue[period], row.number(4));
      case LEAVING, MERGE -> gone[period + 1]++;
      case UNMERGE -> gone[period + 1]--;
      case ADJUSTMENT, OPENING, REDEMPTION, HOLD, CAPTURE, RELEASE, REVERSAL, ENROLMENT, TRANSFER,
          TRANSFER_IN, MERGE_IN, UNMERGE_IN, TIER, SURVEY, CONTRACT ->
          throw new IllegalStateException("not asked for: " + kind);
    }
  }

  private void visit(long member, int period) {
    if (lastActive[period] == member) return;
    lastActive[period] = member;
    active[period]++;
  }

  private void purchase(long member, int period, long amount) {
    purchases[period]++;
    revenue[period] = Math.addExact(revenue[period], amount);
    if (lastBuyer[period] != member) {
      lastBuyer[period] = member;
      buyers[period]++;
      bought[period] = 0;
    }
    if (++bought[period] == 2) repeatBuyers[period]++;
  }

  private List<Kpi> with(List<Flow> flows) {
    var kpis = new ArrayList<Kpi>();
    var members = enrolled[0] - gone[0];
    for (var i = 0; i < periods.count(); i++) {
      members += enrolled[i + 1] - gone[i + 1];
      kpis.add(
          new Kpi(
              periods.get(i),
              members,
              active[i],
              buyers[i],
              repeatBuyers[i],
              purchases[i],
              revenue[i],
              flows.get(i)));
    }
    return kpis;
  }
}
