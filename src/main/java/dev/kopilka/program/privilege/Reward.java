package dev.kopilka.program.privilege;

import dev.kopilka.program.earn.Validity;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that points buy.
 *
 * @param cost smallest units of points
 * @param stock how many there are in all; empty when without end
 * @param tiers who may take it; empty when everybody
 * @param consents what a member must have agreed to, all of it; empty for nothing
 * @param valid days on which it is offered
 * @param supplier code; "" for none
 * @param moneyCost what one costs the owner, in minor units
 */
public record Reward(
    String code,
    String name,
    long cost,
    OptionalLong stock,
    Set<String> tiers,
    Set<String> consents,
    Validity valid,
    String supplier,
    OptionalLong moneyCost) {
  public Reward {
    if (cost < 1) throw new IllegalArgumentException("cost of " + code + ": " + cost);
    if (stock.isPresent() && stock.getAsLong() < 0)
      throw new IllegalArgumentException("stock of " + code + ": " + stock);
    tiers = Collections.unmodifiableSet(new TreeSet<>(tiers));
    consents = Collections.unmodifiableSet(new TreeSet<>(consents));
  }
}
