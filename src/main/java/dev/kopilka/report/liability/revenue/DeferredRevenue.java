package dev.kopilka.report.liability.revenue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract liability of all groups of sales together, period by period. */
public final class DeferredRevenue {
  private final Map<String, Deferral> deferrals = new LinkedHashMap<>();
  private final List<Period> periods = new ArrayList<>();

  /**
   * One period, in minor units.
   *
   * @param sales what was paid in it
   * @param goods revenue of goods at once
   * @param deferred allocated to points
   * @param released revenue for points redeemed
   * @param caughtUp revenue by changes of the expectation
   * @param takenBack off the liability with points that were taken back
   */
  public record Period(
      String name,
      long opening,
      long sales,
      long goods,
      long deferred,
      long released,
      long caughtUp,
      long takenBack) {
    public long closing() {
      return opening + deferred - released - caughtUp - takenBack;
    }

    /** Revenue of points in the period, what was caught up included. */
    public long pointsRevenue() {
      return released + caughtUp;
    }

    Period selling(long price, Allocation split) {
      return new Period(
          name,
          opening,
          sales + price,
          goods + split.goods(),
          deferred + split.points(),
          released,
          caughtUp,
          takenBack);
    }

    Period moving(Deferral.Movement by) {
      return new Period(
          name,
          opening,
          sales,
          goods,
          deferred,
          released + by.released(),
          caughtUp + by.caughtUp(),
          takenBack + by.takenBack());
    }
  }

  /** What is booked: one amount from one account to another. */
  public record Booking(String period, Document document, Account debit, Account credit, long amount) {}

  /** Why it is booked. */
  public enum Document {
    GOODS,
    POINTS,
    RELEASE,
    CATCH_UP,
    TAKEN_BACK
  }

  /** Accounts by what they are for; their numbers are the bookkeeper's. */
  public enum Account {
    RECEIVABLES,
    REVENUE_GOODS,
    REVENUE_POINTS,
    CONTRACT_LIABILITY
  }

  /** Begins a period with what the last one closed with. */
  public void begin(String name) {
    var opening = periods.isEmpty() ? 0 : periods.getLast().closing();
    periods.add(new Period(name, opening, 0, 0, 0, 0, 0, 0));
  }

  /** Books the sales of a group in the period. */
  public void sell(String group, long price, Allocation split) {
    deferrals.put(group, new Deferral(split.points()));
    periods.add(periods.removeLast().selling(price, split));
  }

  /** Moves a group to where it stands at the end of the period; does nothing if nothing was sold. */
  public void move(String group, Deferral.Standing standing) {
    var deferral = deferrals.get(group);
    if (deferral == null) return;
    periods.add(periods.removeLast().moving(deferral.move(standing)));
  }

  public List<Period> periods() {
    return List.copyOf(periods);
  }

  /** What is still deferred for a group, in minor units. */
  public long liability(String group) {
    return deferrals.containsKey(group) ? deferrals.get(group).liability() : 0;
  }

  /** The journal entries of a period; a negative movement is booked the other way round. */
  public static List<Booking> journal(Period period) {
    var journal = new ArrayList<Booking>();
    var name = period.name;
    book(journal, name, Document.GOODS, period.goods);
    book(journal, name, Document.POINTS, period.deferred);
    book(journal, name, Document.RELEASE, period.released);
    book(journal, name, Document.CATCH_UP, period.caughtUp);
    book(journal, name, Document.TAKEN_BACK, period.takenBack);
    return journal;
  }

  private static void book(List<Booking> journal, String period, Document document, long amount) {
    if (amount == 0) return;
    var debit =
        switch (document) {
          case GOODS, POINTS -> Account.RECEIVABLES;
          case RELEASE, CATCH_UP, TAKEN_BACK -> Account.CONTRACT_LIABILITY;
        };
    var credit =
        switch (document) {
          case GOODS -> Account.REVENUE_GOODS;
          case POINTS -> Account.CONTRACT_LIABILITY;
          case RELEASE, CATCH_UP -> Account.REVENUE_POINTS;
          // The refund of the sale was taken off the revenue of goods as a whole.
          case TAKEN_BACK -> Account.REVENUE_GOODS;
        };
    journal.add(
        amount > 0
            ? new Booking(period, document, debit, credit, amount)
            : new Booking(period, document, credit, debit, -amount));
  }
}
