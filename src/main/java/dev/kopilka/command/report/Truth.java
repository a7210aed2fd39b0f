package dev.kopilka.command.report;

import dev.kopilka.command.Desk;
import dev.kopilka.screen.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** Says beside a report when the ledger was read and up to which moment events count. */
public final class Truth {
  private final Desk desk;
  private final ZoneId zone;

  public Truth(Desk desk, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
    desk.screen().showTimesIn(zone);
  }

  /**
   * Says it.
   *
   * @param until a moment, or a day that counts as a whole
   */
  public void say(Object until) {
    desk.screen()
        .say(
            "report.truth",
            Map.of("at", Cell.text(desk.now(), zone), "until", Cell.text(until, zone)));
  }

  /** The last moment of a day. */
  static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }
}
