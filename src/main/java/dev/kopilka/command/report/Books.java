package dev.kopilka.command.report;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.Programme;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** The day a report on open points is for, and the programme that is in force on it. */
public record Books(Programme programme, LocalDate day) {
  /** For the day of {@code --as-of}, or today. */
  public static Books of(Unit unit, Desk desk, Given given) {
    var history = Versions.load(unit);
    var latest = history.latest().orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME));
    var zone = latest.programme().zone();
    var today = desk.now().atZone(zone).toLocalDate();
    var day = given.dateOr("--as-of", today);
    return new Books(history.inForceOn(day).orElse(latest).programme(), day);
  }

  /** The same of what has been: nobody knows what will be redeemed until a day to come. */
  public static Books ofThePast(Unit unit, Desk desk, Given given) {
    var books = of(unit, desk, given);
    var today = desk.now().atZone(books.zone()).toLocalDate();
    if (!books.day.isAfter(today)) return books;
    throw new Trouble.BadInput(
        Problem.of("DAY_TO_COME").with("option", "--as-of").with("day", books.day).with("today", today));
  }

  public ZoneId zone() {
    return programme.zone();
  }

  public int scale() {
    return programme.points().scale();
  }

  Instant end() {
    return Truth.endOf(day, zone());
  }

  /** Points that only the day's close will take off the books, and how to have it done. */
  void sayLapsed(Desk desk, long points) {
    if (points == 0) return;
    desk.screen().say("report.lapsed", Map.of("points", BigDecimal.valueOf(points, scale())));
  }
}
