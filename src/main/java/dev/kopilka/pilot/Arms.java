package dev.kopilka.pilot;

import dev.kopilka.model.value.Decimals;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What members of a pilot may get, the control first.
 *
 * @param list two arms at least, no name twice
 */
public record Arms(List<Arm> list) {
  private static final int MOST = 100;
  private static final int LONGEST = 50;
  private static final long HEAVIEST = 1000;

  /**
   * One arm.
   *
   * @param weight so many of the sum of all weights go here, from 1 to 1,000
   */
  public record Arm(String name, long weight) {}

  public Arms {
    list = List.copyOf(list);
  }

  /** {@code control=2,letter=1,call}; no weight is 1. Nothing where it cannot be read so. */
  public static Optional<Arms> of(String text) {
    var arms = new ArrayList<Arm>();
    var names = new HashSet<String>();
    for (var part : text.split(",", -1)) {
      var sign = part.lastIndexOf('=');
      var name = (sign < 0 ? part : part.substring(0, sign)).strip();
      var weight = sign < 0 ? Optional.of(1L) : Decimals.whole(part.substring(sign + 1).strip());
      if (name.isEmpty() || name.length() > LONGEST || !names.add(name)) return Optional.empty();
      if (weight.isEmpty() || weight.get() < 1 || weight.get() > HEAVIEST) return Optional.empty();
      arms.add(new Arm(name, weight.get()));
    }
    return arms.size() < 2 || arms.size() > MOST ? Optional.empty() : Optional.of(new Arms(arms));
  }

  /** As {@link #of} reads it. */
  public String text() {
    var text = new StringJoiner(",");
    for (var arm : list) text.add(arm.name + "=" + arm.weight);
    return text.toString();
  }

  public int count() {
    return list.size();
  }

  public long[] weights() {
    return list.stream().mapToLong(Arm::weight).toArray();
  }

  public long weight() {
    return list.stream().mapToLong(Arm::weight).sum();
  }
}
