package dev.kopilka.report;

import dev.kopilka.model.EntryKind;
import dev.kopilka.report.Periods.Period;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.util.ArrayList;
import java.util.List;

/**
 * How the points of all members together went through one period.
 *
 * @param opening what members had before it, less what they owed
 * @param issued given by rules, less what returns took back
 * @param redeemed spent, less what was given back
 * @param expired lapsed
 * @param adjusted corrected by hand or brought over from elsewhere, signed
 */
public record Flow(
    Period period, long opening, long issued, long redeemed, long expired, long adjusted) {

  public long closing() {
    return Math.addExact(opening + issued - redeemed, adjusted - expired);
  }

  /**
   * A whole ledger's flows.
   *
   * @param later entries that occurred after the last period
   */
  public record Flows(List<Flow> list, long later) {
    public long closing() {
      return list.getLast().closing();
    }
  }

  /** Flows that follow on each other as one. */
  static Flow joined(Period period, List<Flow> flows) {
    if (flows.size() == 1) return flows.getFirst();
    var issued = 0L;
    var redeemed = 0L;
    var expired = 0L;
    var adjusted = 0L;
    for (var flow : flows) {
      issued = Math.addExact(issued, flow.issued);
      redeemed = Math.addExact(redeemed, flow.redeemed);
      expired = Math.addExact(expired, flow.expired);
      adjusted = Math.addExact(adjusted, flow.adjusted);
    }
    return new Flow(period, flows.getFirst().opening, issued, redeemed, expired, adjusted);
  }

  /** Reads every entry once. */
  public static Flows read(Unit unit, Periods periods) {
    // Place 0 is for what came before the first period, the last one for what came after.
    var sums = new Sums[periods.count() + 2];
    for (var i = 0; i < sums.length; i++) sums[i] = new Sums();
    new Reports(unit)
        .ask("movements")
        .eachAtOnce(
            row -> {
              var kind = EntryKind.of((int) row.number(2));
              sums[periods.of(row.number(1)) + 1].add(kind, row.number(3));
            });
    var flows = new ArrayList<Flow>();
    var opening = sums[0].balance();
    for (var i = 0; i < periods.count(); i++) {
      var sum = sums[i + 1];
      var flow =
          new Flow(
              periods.get(i), opening, sum.issued, sum.redeemed, sum.expired, sum.adjusted);
      flows.add(flow);
      opening = flow.closing();
    }
    return new Flows(flows, sums[sums.length - 1].entries);
  }

  private static final class Sums {
    private long entries;
    private long issued;
    private long redeemed;
    private long expired;
    private long adjusted;

    void add(EntryKind kind, long points) {
      entries++;
      switch (kind) {
        case EARN, RETURN -> issued = Math.addExact(issued, points);
        case REDEEM, CAPTURE, RESTORE -> redeemed = Math.subtractExact(redeemed, points);
        case EXPIRE -> expired = Math.subtractExact(expired, points);
        // What moves between members comes to nothing for all of them together.
        case ADJUST, OPENING, TRANSFER, MERGE, UNMERGE -> adjusted = Math.addExact(adjusted, points);
        case HOLD, RELEASE, TIER, EXTEND, GRANT, REVOKE -> {}
      }
    }

    long balance() {
      return issued - redeemed - expired + adjusted;
    }
  }
}
