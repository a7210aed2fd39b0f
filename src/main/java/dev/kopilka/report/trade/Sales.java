package dev.kopilka.report.trade;

import dev.kopilka.report.Periods;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Holders;
import dev.kopilka.store.report.Asked;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was bought in one place, and the points that went with it.
 *
 * @param buyers members with a purchase there
 * @param revenue receipts less returns, in minor units
 * @param issued given by rules, less what returns took back
 * @param redeemed spent, less what was given back
 */
public record Sales(long buyers, long purchases, long revenue, long issued, long redeemed) {
  static final Sales NONE = new Sales(0, 0, 0, 0, 0);

  private Sales plus(Sales other) {
    return new Sales(
        buyers + other.buyers,
        purchases + other.purchases,
        Math.addExact(revenue, other.revenue),
        Math.addExact(issued, other.issued),
        Math.addExact(redeemed, other.redeemed));
  }

  private record Buyer(String place, long member) {}

  /** What sales are put together by, in the order of the columns that say so. */
  enum Place {
    CHANNEL("channel_sales"),
    PARTNER("partner_sales");

    private final String question;

    Place(String question) {
      this.question = question;
    }

    String of(Row row) {
      return row.text(1 + ordinal());
    }
  }

  /** Sales within the days, by place. */
  static Map<String, Sales> read(Unit unit, Place place, Periods days) {
    var sales = new TreeMap<String, Sales>();
    asked(unit, place.question, days)
        .eachAtOnce(
            row -> {
              var bought = new Sales(row.number(2), row.number(3), row.number(4), 0, 0);
              sales.merge(row.text(1), bought, Sales::plus);
            });
    joinCards(unit, place, days, sales);
    asked(unit, "trade_returns", days)
        .eachAtOnce(
            row -> {
              var paidBack = new Sales(0, 0, -row.number(3), 0, 0);
              sales.merge(place.of(row), paidBack, Sales::plus);
            });
    asked(unit, "trade_points", days)
        .eachAtOnce(
            row -> {
              var points = new Sales(0, 0, 0, row.number(3), row.number(4));
              sales.merge(place.of(row), points, Sales::plus);
            });
    return sales;
  }

  /** Whoever bought in one place with several cards is one buyer there. */
  private static void joinCards(Unit unit, Place place, Periods days, Map<String, Sales> sales) {
    var holders = Holders.load(unit);
    if (holders.isEmpty()) return;
    var cards = new HashSet<Buyer>();
    var people = new HashSet<Buyer>();
    asked(unit, "buyers_several", days)
        .eachAtOnce(
            row -> {
              var where = place.of(row);
              var isNewCard = cards.add(new Buyer(where, row.number(3)));
              var isNew = people.add(new Buyer(where, holders.of(row.number(3))));
              if (isNewCard && !isNew) sales.merge(where, new Sales(-1, 0, 0, 0, 0), Sales::plus);
            });
  }

  private static Asked asked(Unit unit, String question, Periods days) {
    return new Reports(unit)
        .ask(question)
        .with("from", days.start())
        .with("until", days.end());
  }

  /** That part of the revenue, in minor units, not yet rounded; nothing of less than nothing. */
  BigDecimal part(BigDecimal share) {
    return BigDecimal.valueOf(Math.max(0, revenue)).multiply(share);
  }

  /** The one rounding. */
  static long rounded(BigDecimal minor) {
    return minor.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
