package dev.kopilka.segment.portrait;

import dev.kopilka.program.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a portrait is asked for.
 *
 * @param segment code; its members are those whom its last run found
 * @param now what happened later does not count
 */
public record Sitting(Programme programme, String segment, Instant now, Terms terms) {
  /**
   * How a portrait is drawn.
   *
   * @param least nothing is said about fewer members than this
   * @param top so many values of a trait without an order of its own are told apart
   * @param isAgainstRest compared with everybody else, not with the base, which holds the segment
   * @param window only what happened so far back counts; empty for everything
   * @param nps code of the survey that asks whether members would recommend us
   */
  public record Terms(
      int least,
      int top,
      boolean isAgainstRest,
      Optional<Period> window,
      String nps) {}

  public ZoneId zone() {
    return programme.zone();
  }

  LocalDate day() {
    return now.atZone(zone()).toLocalDate();
  }

  LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(zone()).toLocalDate();
  }

  /** The first moment that counts, in milliseconds. A window ends with today, which is in it. */
  long from() {
    if (terms.window().isEmpty()) return Long.MIN_VALUE;
    var first = day().minus(terms.window().get()).plusDays(1);
    return first.atStartOfDay(zone()).toInstant().toEpochMilli();
  }
}
