package dev.kopilka.pilot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a pilot is to be assigned.
 *
 * @param source where members come from
 * @param share of these that take part, above 0, at most 1
 * @param strata by which members are put together first, so that each arm gets its part of each
 * @param begins the first day on which something counts; where it is left open, today
 */
public record Terms(
    String pilot,
    Arms arms,
    Source source,
    BigDecimal share,
    List<String> strata,
    Optional<LocalDate> begins) {
  public static final String CHANNEL = "channel";
  public static final String TIER = "tier";
  public static final String ATTRIBUTE = "attr.";

  public Terms {
    strata = List.copyOf(strata);
  }

  /** Where the members of a pilot come from. */
  public sealed interface Source {
    /** As it is kept. */
    String text();

    /** Every active member. */
    record Base() implements Source {
      @Override
      public String text() {
        return "base";
      }
    }

    /** Those who were in a segment when it was last run. */
    record Segment(String code) implements Source {
      @Override
      public String text() {
        return "segment:" + code;
      }
    }

    /** Those whose codes are on a list. */
    record Listed(Roll roll) implements Source {
      @Override
      public String text() {
        return "list:" + roll.digest();
      }
    }
  }

  String shareText() {
    return share.stripTrailingZeros().toPlainString();
  }

  String strataText() {
    return String.join(",", strata);
  }

  /** The name of the free fact among the strata, empty where there is none. */
  String attribute() {
    for (var one : strata) {
      if (one.startsWith(ATTRIBUTE)) return one.substring(ATTRIBUTE.length());
    }
    return "";
  }
}
