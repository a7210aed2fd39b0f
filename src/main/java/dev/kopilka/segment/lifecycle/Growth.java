package dev.kopilka.segment.lifecycle;

import dev.kopilka.model.value.Invariant;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.flow.Flow;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The stages at the end of each month, and for a shop the accounts of its growth: who is active is
 * new, retained or reactivated, and was active before, is new or came back, and has not gone.
 */
public final class Growth {
  private final LifecycleTerms terms;
  private final List<Staging> months = new ArrayList<>();
  private final long[][] counts;
  private final long[] active;
  private final long[] churned;

  /**
   * One month.
   *
   * @param to its last day that counts
   * @param members how many have a stage
   * @param before who bought in the month before
   * @param active who bought in this one
   * @param churned who bought in the month before and not in this one, or left
   */
  public record Month(
      LocalDate to, long members, long before, long active, long churned, List<Long> counts) {
    public YearMonth month() {
      return YearMonth.from(to);
    }

    public long count(Stage stage) {
      return counts.get(stage.ordinal());
    }

    /** The part of those active before who still are, from 0 to 1; empty when there were none. */
    public Optional<BigDecimal> retention() {
      if (before == 0) return Optional.empty();
      return Optional.of(Flow.share(count(Stage.RETAINED), before));
    }
  }

  /** The month before the first one is counted, too, and not shown. */
  private Growth(LifecycleTerms terms, LocalDate from, LocalDate to) {
    this.terms = terms;
    for (var month = from.withDayOfMonth(1).minusMonths(1);
        !month.isAfter(to);
        month = month.plusMonths(1)) {
      var end = month.plusMonths(1).minusDays(1);
      months.add(staging(end.isAfter(to) ? to : end));
    }
    counts = new long[months.size()][Stage.values().length];
    active = new long[months.size()];
    churned = new long[months.size()];
  }

  private Staging staging(LocalDate day) {
    return terms instanceof ShopTerms shop
        ? ShopStaging.inMonth(day, shop)
        : Staging.on(day, terms);
  }

  /** The months from that of a day to that of the moment, in order. */
  public static List<Month> read(Unit unit, LifecycleTerms terms, AsOf asOf, LocalDate from) {
    var growth = new Growth(terms, from, asOf.day());
    try (var lives = new Lives(unit, terms, asOf)) {
      lives.each(growth::add);
    }
    return growth.list();
  }

  private void add(Life life) {
    var was = false;
    for (var i = 0; i < months.size(); i++) {
      var staging = months.get(i);
      if (life.enrolled() > staging.day()) continue;
      counts[i][staging.of(life).ordinal()]++;
      if (!(staging instanceof ShopStaging shop)) continue;
      var is = shop.hasBought(life);
      if (is) active[i]++;
      if (was && !is) churned[i]++;
      was = is;
    }
  }

  private List<Month> list() {
    var list = new ArrayList<Month>();
    for (var i = 1; i < months.size(); i++) {
      var month = new ArrayList<Long>();
      var members = 0L;
      for (var count : counts[i]) {
        month.add(count);
        members += count;
      }
      list.add(
          new Month(
              LocalDate.ofEpochDay(months.get(i).day()),
              members,
              active[i - 1],
              active[i],
              churned[i],
              month));
    }
    if (terms instanceof ShopTerms) list.forEach(Growth::check);
    return list;
  }

  /** Active members are counted by their purchases and once more by their stages. */
  private static void check(Month month) {
    var come = month.count(Stage.NEW) + month.count(Stage.REACTIVATED);
    var balances =
        month.active() == come + month.count(Stage.RETAINED)
            && month.active() == month.before() + come - month.churned();
    Invariant.holds(balances, "the growth of " + month.month() + " does not balance");
  }
}
