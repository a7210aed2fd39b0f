package dev.kopilka.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A member's place on the tier ladder from a day on.
 *
 * @param entry sequence number of the tier entry
 * @param until last day of its validity; the day's close looks at it afterwards
 */
public record Standing(
    int entry, String tier, LocalDate from, LocalDate until, Basis basis) {
  /** The one of them that was given by hand and not released, if there is one. */
  public static Optional<Standing> granted(List<Standing> standings) {
    for (var standing : standings.reversed()) {
      if (standing.basis == Basis.GIVEN) return Optional.of(standing);
      if (standing.basis == Basis.RELEASED) return Optional.empty();
    }
    return Optional.empty();
  }

  /** Why a standing began. The word is stored. */
  public enum Basis {
    /** The ladder's rules gave it. */
    RULE,
    /** Given by hand: the member does not fall below it until it is released. */
    GIVEN,
    /** What stands since a tier given by hand was released. */
    RELEASED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Basis of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
