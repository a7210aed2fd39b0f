package dev.kopilka.report.trade;

import dev.kopilka.program.Programme;
import dev.kopilka.program.steering.Partner;
import dev.kopilka.program.steering.Partner.Settlement;
import dev.kopilka.report.Periods;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What members earned and spent at each partner, and who owes whom for it. */
public final class Partners {
  private Partners() {}

  /**
   * One partner.
   *
   * @param due empty where the programme names no terms
   */
  public record Line(String code, String name, Sales sales, Optional<Due> due) {}

  /** In minor units. */
  public record Due(long partnerPays, long partnerGets) {
    /** What the partner owes; what it is owed, if negative. */
    public long balance() {
      return Math.subtractExact(partnerPays, partnerGets);
    }
  }

  /** All partners that the programme or an event of the days names, in the order of their codes. */
  public static List<Line> read(Unit unit, Programme programme, Periods days) {
    var partners = programme.steering().partners();
    var sales = Sales.read(unit, Sales.Place.PARTNER, days);
    sales.remove("");
    var codes = new TreeSet<>(partners.keySet());
    codes.addAll(sales.keySet());
    var lines = new ArrayList<Line>();
    for (var code : codes) {
      var known = Optional.ofNullable(partners.get(code));
      var sold = sales.getOrDefault(code, Sales.NONE);
      lines.add(
          new Line(
              code,
              known.map(Partner::name).orElse(code),
              sold,
              known.flatMap(Partner::settlement).map(terms -> due(sold, terms, programme))));
    }
    return lines;
  }

  private static Due due(Sales sales, Settlement terms, Programme programme) {
    var points = price(sales.issued(), terms.paysPerIssued(), programme);
    return new Due(
        Sales.rounded(points.add(sales.part(terms.paysOfRevenue()))),
        Sales.rounded(price(sales.redeemed(), terms.getsPerRedeemed(), programme)));
  }

  /** So many smallest units of points at the price of a whole point, in minor units of money. */
  private static BigDecimal price(long units, BigDecimal ofOne, Programme programme) {
    return BigDecimal.valueOf(units, programme.points().scale())
        .multiply(ofOne)
        .movePointRight(programme.currencyScale());
  }
}
