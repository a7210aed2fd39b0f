package dev.kopilka.program.earn;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold for a rule to count; each list is alternatives, all lists must hold, an empty one
 * holds always.
 *
 * @param minAmount minor units that the receipt must reach
 */
public record Conditions(
    Set<DayOfWeek> weekdays,
    Set<String> channels,
    Set<String> stores,
    Set<String> categories,
    Set<String> tiers,
    Set<String> segments,
    Set<String> promoCodes,
    Set<String> partners,
    OptionalLong minAmount) {
  public static final Conditions NONE =
      new Conditions(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          OptionalLong.empty());

  public Conditions {
    weekdays = sorted(weekdays);
    channels = sorted(channels);
    stores = sorted(stores);
    categories = sorted(categories);
    tiers = sorted(tiers);
    segments = sorted(segments);
    promoCodes = sorted(promoCodes);
    partners = sorted(partners);
  }

  // Set.copyOf would iterate in an order that differs from run to run.
  private static <T extends Comparable<? super T>> Set<T> sorted(Set<T> any) {
    return Collections.unmodifiableSet(new TreeSet<>(any));
  }
}
