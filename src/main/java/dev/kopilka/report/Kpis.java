package dev.kopilka.report;

import dev.kopilka.model.EventKind;
import dev.kopilka.report.Kpi.Trade;
import dev.kopilka.report.Kpi.Turnover;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Holders;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the indicators of all windows in one walk over the events and one over the entries. What was
 * done with several cards of one person waits until all is read, and is then one member's.
 */
public final class Kpis {
  private final Windows windows;
  private final Periods cuts;
  private final Holders holders;
  private final Map<Long, List<Deed>> waiting = new TreeMap<>();
  // By cut. Place 0 is for what came before the first one, the last one for what came after.
  private final long[] enrolled;
  private final long[] left;
  private final long[] merged;
  private final Doings[] doings;

  /** What somebody did in a cut. */
  private record Deed(EventKind kind, int cut, long amount, long points) {}

  /**
   * What happened within one window. Events come by member, so the member who was last seen doing a
   * thing is all it takes to count distinct members.
   */
  private static final class Doings {
    private long active;
    private long buyers;
    private long repeatBuyers;
    private long redeemers;
    private long purchases;
    private long revenue;
    private long lastActive;
    private long lastBuyer;
    private long lastRedeemer;
    private int bought;

    void visit(long member) {
      if (lastActive == member) return;
      lastActive = member;
      active++;
    }

    void purchase(long member, long amount) {
      visit(member);
      purchases++;
      revenue = Math.addExact(revenue, amount);
      if (lastBuyer != member) {
        lastBuyer = member;
        buyers++;
        bought = 0;
      }
      if (++bought == 2) repeatBuyers++;
    }

    void giveBack(long amount) {
      revenue = Math.subtractExact(revenue, amount);
    }

    void redeem(long member) {
      if (lastRedeemer == member) return;
      lastRedeemer = member;
      redeemers++;
    }

    Trade trade() {
      return new Trade(active, buyers, repeatBuyers, redeemers, purchases, revenue);
    }
  }

  private Kpis(Windows windows, Holders holders) {
    this.windows = windows;
    this.holders = holders;
    this.cuts = windows.cuts();
    this.enrolled = new long[cuts.count() + 2];
    this.left = new long[cuts.count() + 2];
    this.merged = new long[cuts.count() + 2];
    this.doings = new Doings[windows.count()];
    for (var i = 0; i < doings.length; i++) doings[i] = new Doings();
  }

  /** The indicators of every period, in order. */
  public static List<Kpi> read(Unit unit, Periods periods) {
    return read(unit, Windows.of(periods));
  }

  /** The indicators of every window, in order. */
  public static List<Kpi> read(Unit unit, Windows windows) {
    var kpis = new Kpis(windows, Holders.load(unit));
    var reports = new Reports(unit);
    var cuts = kpis.cuts;
    reports.ask("enrolments").eachAtOnce(row -> kpis.enrolled[cuts.of(row.number(1)) + 1]++);
    reports
        .ask("visits")
        .with("from", cuts.start())
        .with("until", cuts.end())
        .eachAtOnce(kpis::add);
    kpis.waiting.forEach(
        (member, deeds) -> {
          for (var deed : deeds) kpis.add(member, deed);
        });
    return kpis.with(Flow.read(unit, cuts).list());
  }

  private void add(Row row) {
    var kind = EventKind.of((int) row.number(2));
    var cut = cuts.of(row.number(3));
    switch (kind) {
      case PURCHASE, ACTIVITY, RETURN, REDEMPTION, CAPTURE ->
          take(row.number(1), new Deed(kind, cut, row.number(4), row.number(5)));
      case LEAVING -> left[cut + 1]++;
      case MERGE -> merged[cut + 1]++;
      case UNMERGE -> merged[cut + 1]--;
      case ADJUSTMENT, OPENING, HOLD, RELEASE, REVERSAL, ENROLMENT, TRANSFER, TRANSFER_IN, MERGE_IN,
          UNMERGE_IN, TIER, SURVEY, CONTRACT ->
          throw new IllegalStateException("not asked for: " + kind);
    }
  }

  private void take(long card, Deed deed) {
    if (!holders.isOneOfSeveral(card)) add(card, deed);
    else waiting.computeIfAbsent(holders.of(card), _ -> new ArrayList<>()).add(deed);
  }

  private void add(long member, Deed deed) {
    for (var window : windows.over(deed.cut)) add(doings[window], member, deed);
  }

  private static void add(Doings doings, long member, Deed deed) {
    var kind = deed.kind;
    if (kind == EventKind.PURCHASE) doings.purchase(member, deed.amount);
    if (kind == EventKind.ACTIVITY) doings.visit(member);
    if (kind == EventKind.RETURN) doings.giveBack(deed.amount);
    // A receipt may be paid in part with points.
    var isPaidWithPoints = kind == EventKind.PURCHASE && deed.points > 0;
    if (kind == EventKind.REDEMPTION || kind == EventKind.CAPTURE || isPaidWithPoints) {
      doings.redeem(member);
    }
  }

  private List<Kpi> with(List<Flow> flows) {
    // Who took part when each cut began.
    var before = new long[cuts.count() + 1];
    before[0] = enrolled[0] - left[0] - merged[0];
    for (var i = 0; i < cuts.count(); i++) {
      before[i + 1] = before[i] + enrolled[i + 1] - left[i + 1] - merged[i + 1];
    }
    var kpis = new ArrayList<Kpi>();
    for (var i = 0; i < windows.count(); i++) {
      var first = windows.first(i);
      var last = windows.last(i);
      var turnover =
          new Turnover(
              before[first], sum(enrolled, first, last), sum(left, first, last), before[last + 1]);
      var flow = Flow.joined(windows.get(i), flows.subList(first, last + 1));
      kpis.add(new Kpi(windows.get(i), turnover, doings[i].trade(), flow));
    }
    return kpis;
  }

  private static long sum(long[] byCut, int first, int last) {
    var sum = 0L;
    for (var cut = first; cut <= last; cut++) sum += byCut[cut + 1];
    return sum;
  }
}
