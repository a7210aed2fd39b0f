package dev.kopilka.report.trade;

import dev.kopilka.program.steering.ChannelCost;
import dev.kopilka.report.Periods;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** What came through each channel that the programme prices, or that members and events name. */
public final class Channels {
  private Channels() {}

  /**
   * One channel.
   *
   * @param code "" for what names none
   * @param consents members, whatever channel they joined through, who agreed to be reached by it
   * @param cost in minor units; empty where the programme names none
   */
  public record Line(
      String code, Joined joined, long consents, Sales sales, OptionalLong cost) {}

  /**
   * Who joined through a channel.
   *
   * @param enrolled within the days
   * @param members still members now, of all who had joined by the last day
   * @param reachable those of them with a consent of any kind
   */
  public record Joined(long enrolled, long members, long reachable) {
    static final Joined NOBODY = new Joined(0, 0, 0);

    /** The part of the members who may be reached. */
    public Optional<BigDecimal> reach() {
      if (members == 0) return Optional.empty();
      return Optional.of(
          BigDecimal.valueOf(reachable)
              .divide(BigDecimal.valueOf(members), 4, RoundingMode.HALF_UP));
    }
  }

  /** All channels within the days, which are one period, in the order of their codes. */
  public static List<Line> read(Unit unit, Map<String, ChannelCost> costs, Periods days) {
    var joined = joined(unit, days);
    var consents = consents(unit, days);
    var sales = Sales.read(unit, Sales.Place.CHANNEL, days);
    var codes = new TreeSet<>(costs.keySet());
    codes.addAll(joined.keySet());
    codes.addAll(consents.keySet());
    codes.addAll(sales.keySet());
    var lines = new ArrayList<Line>();
    for (var code : codes) {
      var line =
          new Line(
              code,
              joined.getOrDefault(code, Joined.NOBODY),
              consents.getOrDefault(code, 0L),
              sales.getOrDefault(code, Sales.NONE),
              OptionalLong.empty());
      var cost = Optional.ofNullable(costs.get(code));
      lines.add(cost.map(prices -> priced(line, prices, days)).orElse(line));
    }
    return lines;
  }

  private static Map<String, Joined> joined(Unit unit, Periods days) {
    var joined = new TreeMap<String, Joined>();
    new Reports(unit)
        .ask("channel_members")
        .with("from", days.start())
        .with("until", days.end())
        .each(
            row ->
                joined.put(row.text(1), new Joined(row.number(2), row.number(3), row.number(4))));
    return joined;
  }

  /** A member's consents are channels, with commas between. */
  private static Map<String, Long> consents(Unit unit, Periods days) {
    var consents = new TreeMap<String, Long>();
    new Reports(unit)
        .ask("consents")
        .with("until", days.end())
        .each(
            row -> {
              for (var consent : row.text(1).split(",")) {
                if (!consent.isEmpty()) consents.merge(consent, row.number(2), Long::sum);
              }
            });
    return consents;
  }

  private static Line priced(Line line, ChannelCost cost, Periods days) {
    var sum =
        BigDecimal.valueOf(cost.perEnrolment())
            .multiply(BigDecimal.valueOf(line.joined.enrolled))
            .add(
                BigDecimal.valueOf(cost.perPurchase())
                    .multiply(BigDecimal.valueOf(line.sales.purchases())))
            .add(line.sales.part(cost.ofRevenue()))
            .add(monthly(cost.perMonth(), days.get(0).from(), days.get(0).to()));
    var rounded = OptionalLong.of(Sales.rounded(sum));
    return new Line(line.code, line.joined, line.consents, line.sales, rounded);
  }

  /** A month's price for each whole month, and its part by days for a month that is cut. */
  static BigDecimal monthly(long price, LocalDate from, LocalDate to) {
    var sum = BigDecimal.ZERO;
    var end = YearMonth.from(to);
    for (var month = YearMonth.from(from); !month.isAfter(end); month = month.plusMonths(1)) {
      var first = month.atDay(1).isBefore(from) ? from : month.atDay(1);
      var last = month.atEndOfMonth().isAfter(to) ? to : month.atEndOfMonth();
      var days = last.getDayOfMonth() - first.getDayOfMonth() + 1L;
      sum =
          sum.add(
              BigDecimal.valueOf(Math.multiplyExact(price, days))
                  .divide(BigDecimal.valueOf(month.lengthOfMonth()), 6, RoundingMode.HALF_UP));
    }
    return sum;
  }
}
