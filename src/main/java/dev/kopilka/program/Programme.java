package dev.kopilka.program;

import dev.kopilka.program.earn.Activity;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.outreach.Outreach;
import dev.kopilka.program.privilege.Discount;
import dev.kopilka.program.privilege.Reward;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.program.segment.RfmTerms;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.program.steering.Steering;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One set of rules over one ledger, one currency and one time zone. Points are counted in smallest
 * units, money in minor units of {@code currency}; maps are by code, in the order of the file.
 *
 * @param currency ISO 4217 code
 * @param earn sorted by code, so that ties never depend on who edited last
 * @param tiers empty when the programme has none
 * @param steering goals, partners, staff, the cost of channels
 * @param surveys codes of surveys that may be answered; empty when any may
 */
public record Programme(
    String code,
    String name,
    Set<Mechanic> kind,
    String currency,
    ZoneId zone,
    PointTerms points,
    RoundingMode rounding,
    EarningBase earningBase,
    ReturnTerms returns,
    List<EarnRule> earn,
    Map<String, Activity> activities,
    Map<String, Reward> rewards,
    Optional<TierLadder> tiers,
    List<Discount> discounts,
    Map<String, Segment> segments,
    RfmTerms rfm,
    Steering steering,
    LifecycleTerms lifecycle,
    Set<String> surveys,
    Outreach outreach,
    AdjustTerms adjust,
    TransferTerms transfer,
    Order order) {
  public Programme {
    if (code.isEmpty()) throw new IllegalArgumentException("a programme has a code");
    kind = Collections.unmodifiableSet(new TreeSet<>(kind));
    // Not Comparator.comparing: its lambdas are made anew at each start, whatever the cache.
    earn = earn.stream().sorted((one, other) -> one.code().compareTo(other.code())).toList();
    activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
    rewards = Collections.unmodifiableMap(new LinkedHashMap<>(rewards));
    discounts = List.copyOf(discounts);
    segments = Collections.unmodifiableMap(new LinkedHashMap<>(segments));
    surveys = Collections.unmodifiableSet(new TreeSet<>(surveys));
  }

  /** Codes of partners that purchases may name; empty when any may. */
  public Set<String> partners() {
    return steering.partners().keySet();
  }

  /** Fraction digits of the currency: 2 for RUB, 0 for JPY. */
  public int currencyScale() {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }

  /** What so many points are worth, exactly, in minor units of money; rounding is the caller's. */
  public BigDecimal moneyOf(long units) {
    return BigDecimal.valueOf(units, points.scale())
        .multiply(points.value())
        .movePointRight(currencyScale());
  }
}
