package dev.kopilka.ledger.earn;

import dev.kopilka.model.account.History;
import dev.kopilka.model.value.Days;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.earn.Validity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.OptionalLong;

/** How many points a rule may still give to a member on a day. */
final class Caps {
  private final String rule;
  private final History history;

  private Caps(String rule, History history) {
    this.rule = rule;
    this.history = history;
  }

  /** Room left under the tightest cap; {@link Long#MAX_VALUE} when there is none. */
  static long room(EarnRule rule, History history, LocalDate day) {
    var cap = rule.cap();
    var room = cap.perEvent().orElse(Long.MAX_VALUE);
    if (!cap.looksBack()) return Math.max(0, room);
    var caps = new Caps(rule.code(), history);
    var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var lastOfMonth = day.with(TemporalAdjusters.lastDayOfMonth());
    room = Math.min(room, caps.left(cap.perDay(), day, day));
    room = Math.min(room, caps.left(cap.perWeek(), monday, monday.plusDays(6)));
    room = Math.min(room, caps.left(cap.perMonth(), day.withDayOfMonth(1), lastOfMonth));
    room = Math.min(room, caps.left(cap.perMember(), Validity.ANCIENT, Days.NEVER));
    return Math.max(0, room);
  }

  private long left(OptionalLong cap, LocalDate from, LocalDate to) {
    if (cap.isEmpty()) return Long.MAX_VALUE;
    return cap.getAsLong() - history.given(rule, from, to);
  }
}
