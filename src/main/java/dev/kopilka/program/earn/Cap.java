package dev.kopilka.program.earn;

import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The most that one member gets from one rule, in smallest units, per event, local day, ISO week,
 * calendar month, and in all.
 *
 * @param rejects the event is refused when the cap is passed; otherwise the points are cut to it
 */
public record Cap(
    OptionalLong perEvent,
    OptionalLong perDay,
    OptionalLong perWeek,
    OptionalLong perMonth,
    OptionalLong perMember,
    boolean rejects) {
  private static final OptionalLong OPEN = OptionalLong.empty();
  public static final Cap NONE = new Cap(OPEN, OPEN, OPEN, OPEN, OPEN, false);

  public Cap {
    Stream.of(perEvent, perDay, perWeek, perMonth, perMember)
        .forEach(
            cap -> {
              if (cap.isPresent() && cap.getAsLong() < 1)
                throw new IllegalArgumentException("cap: " + cap.getAsLong());
            });
  }

  /** Whether it depends on what the member got before the event. */
  public boolean looksBack() {
    return perDay.isPresent()
        || perWeek.isPresent()
        || perMonth.isPresent()
        || perMember.isPresent();
  }
}
