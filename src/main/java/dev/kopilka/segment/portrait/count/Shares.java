package dev.kopilka.segment.portrait.count;

import dev.kopilka.segment.portrait.count.Count.Group;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which part of their own units each member has of each value. Members are independent of each other
 * and units of one member are not, so what differs is the mean of these, however much each has.
 */
public final class Shares {
  /** A share is counted in millionths: finer than any effect is shown. */
  private static final int DECIMALS = 6;

  private final Map<String, Means> byValue = new HashMap<>();
  private final Count members = new Count();

  /** All that a member has, by value; who has nothing has no shares of it. */
  public void add(Group group, Map<String, Long> units) {
    var sum = 0L;
    for (var own : units.values()) sum = Math.addExact(sum, own);
    if (sum <= 0) return;
    members.add(group, 1);
    var whole = BigDecimal.valueOf(sum);
    for (var own : units.entrySet()) {
      var share =
          BigDecimal.valueOf(own.getValue(), -DECIMALS).divide(whole, 0, RoundingMode.HALF_UP);
      byValue
          .computeIfAbsent(own.getKey(), _ -> new Means())
          .add(group, share.longValueExact());
    }
  }

  /**
   * Cohen's d of the members' shares of a value; those who have none of it have a share of 0.
   *
   * @param isAgainstRest compared with those outside of the segment alone, not with everybody
   */
  public Optional<Effect> effect(String value, boolean isAgainstRest) {
    var own = of(value, Group.SEGMENT);
    var rest = of(value, Group.REST);
    return Effect.d(own, isAgainstRest ? rest : own.plus(rest));
  }

  private Moments of(String value, Group group) {
    var shares = new Moments();
    var some = byValue.getOrDefault(value, new Means()).of(group);
    shares.add(some);
    shares.addZeros(members.members(group) - some.count());
    return shares;
  }
}
