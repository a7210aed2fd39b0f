package dev.kopilka.segment;

import dev.kopilka.program.segment.RfmTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What one named group of buyers adds up to.
 *
 * @param segment "" for those whose scores have no name
 * @param monetary in minor units
 * @param of buyers in all groups together
 */
public record RfmSummary(
    String segment, long members, long purchases, long monetary, long recencyDays, long of) {
  private static final int SHARE_DECIMALS = 4;

  /** The group's part of all buyers, from 0 to 1; 0 of none. */
  public BigDecimal share() {
    if (of == 0) return BigDecimal.ZERO.setScale(SHARE_DECIMALS);
    return ratio(members, of, SHARE_DECIMALS);
  }

  /** Money a purchase, in units of the currency, rounded half up to so many decimals; 0 for none. */
  public BigDecimal averageReceipt(int moneyScale) {
    if (purchases == 0) return BigDecimal.ZERO.setScale(moneyScale);
    return ratio(monetary, purchases, 0).setScale(0).movePointLeft(moneyScale);
  }

  /** Mean of the days since each member's last purchase. */
  public BigDecimal averageRecency() {
    return ratio(recencyDays, members, 1);
  }

  private static BigDecimal ratio(long part, long whole, int decimals) {
    return BigDecimal.valueOf(part)
        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP);
  }

  static List<RfmSummary> of(List<ScoreSum> scores, RfmTerms terms) {
    var of = scores.stream().mapToLong(score -> score.sum().members).sum();
    var sums = new LinkedHashMap<String, RfmSummary>();
    for (var name : terms.names()) sums.put(name.segment(), empty(name.segment(), of));
    sums.putIfAbsent("", empty("", of));
    for (var score : scores) {
      var segment = terms.nameOf(score.r(), score.f(), score.m());
      sums.computeIfPresent(segment, (_, sum) -> sum.plus(score.sum()));
    }
    var summary = new ArrayList<>(sums.values());
    summary.removeIf(sum -> sum.members == 0);
    return summary;
  }

  /** Of nobody. */
  public static RfmSummary empty(String segment, long of) {
    return new RfmSummary(segment, 0, 0, 0, 0, of);
  }

  /** With others of the same buyers. */
  public RfmSummary plus(RfmSummary more) {
    return new RfmSummary(
        segment,
        members + more.members,
        purchases + more.purchases,
        Math.addExact(monetary, more.monetary),
        recencyDays + more.recencyDays,
        of);
  }
}
