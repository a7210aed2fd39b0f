package dev.kopilka.ledger.earn;

import dev.kopilka.model.account.History;
import dev.kopilka.model.value.Days;
import dev.kopilka.program.earn.Cap;
import dev.kopilka.program.earn.Validity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.OptionalLong;

/** How many points a rule may still give to a member on a day. */
final class Caps {
  private Caps() {}

  /** Room left under the tightest cap; {@link Long#MAX_VALUE} when there is none. */
  static long room(Cap cap, History history, String rule, LocalDate day) {
    var room = cap.perEvent().orElse(Long.MAX_VALUE);
    if (cap.perDay().isPresent()) room = Math.min(room, left(cap.perDay(), history, rule, day, day));
    if (cap.perWeek().isPresent()) {
      var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      room = Math.min(room, left(cap.perWeek(), history, rule, monday, monday.plusDays(6)));
    }
    if (cap.perMonth().isPresent()) {
      var last = day.with(TemporalAdjusters.lastDayOfMonth());
      room = Math.min(room, left(cap.perMonth(), history, rule, day.withDayOfMonth(1), last));
    }
    if (cap.perMember().isPresent()) {
      room = Math.min(room, left(cap.perMember(), history, rule, Validity.ANCIENT, Days.NEVER));
    }
    return Math.max(0, room);
  }

  private static long left(
      OptionalLong cap, History history, String rule, LocalDate from, LocalDate to) {
    return cap.getAsLong() - history.given(rule, from, to);
  }
}
