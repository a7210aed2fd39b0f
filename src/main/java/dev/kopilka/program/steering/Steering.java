package dev.kopilka.program.steering;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a programme says of its goals, partners and staff, and what its channels cost; maps are in
 * the order of the file.
 */
public record Steering(
    List<Goal> goals,
    Map<String, Partner> partners,
    Map<String, ChannelCost> channelCosts,
    StaffTerms staff) {
  public Steering {
    goals = List.copyOf(goals);
    partners = Collections.unmodifiableMap(new LinkedHashMap<>(partners));
    channelCosts = Collections.unmodifiableMap(new LinkedHashMap<>(channelCosts));
  }
}
