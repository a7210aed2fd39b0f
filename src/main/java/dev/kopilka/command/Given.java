package dev.kopilka.command;

import dev.kopilka.model.Key;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/**
 * What was typed, still text, and readers that make values of it. A reader of something that was
 * not typed answers its "otherwise"; a text that is no such value is bad input (exit 4).
 */
public final class Given {
  private final Map<String, List<String>> typed;

  /**
   * @param typed the values by the parameter's name, defaults filled in; a flag that was typed has
   *     an empty list
   */
  public Given(Map<String, List<String>> typed) {
    this.typed = typed;
  }

  /** Whether it was typed or has a default. */
  public boolean has(String name) {
    return typed.containsKey(name);
  }

  public boolean flag(String name) {
    return typed.containsKey(name);
  }

  /** The text, or "" when it was not typed. */
  public String text(String name) {
    return textOr(name, "");
  }

  public String textOr(String name, String otherwise) {
    var values = typed.getOrDefault(name, List.of());
    return values.isEmpty() ? otherwise : values.getLast();
  }

  /** Whose numbering ids are of, as typed; throws where it is one that the ledger itself keeps. */
  public String sourceOr(String usual) {
    var source = textOr("--source", usual);
    if (!Key.isOfLedger(source)) return source;
    throw new Trouble.BadInput(
        Problem.of("SOURCE_RESERVED").with("option", "--source").with("found", source));
  }

  /** Every value of a repeatable parameter, in the order in which they were typed. */
  public List<String> list(String name) {
    return typed.getOrDefault(name, List.of());
  }

  /** Money in units of {@code 10^-scale}: {@code 123.45} is 12345 where the scale is 2. */
  public long money(String name, int scale) {
    var number = Decimals.parse(text(name));
    if (number.isEmpty()) throw bad("ARGUMENT_NOT_MONEY", name);
    return Decimals.units(number.get(), scale)
        .orElseThrow(() -> bad("ARGUMENT_TOO_FINE", name, "decimals", (long) scale));
  }

  public long moneyOr(String name, int scale, long otherwise) {
    return has(name) ? money(name, scale) : otherwise;
  }

  /** Points in the programme's smallest unit, with at most that many decimals. */
  public long points(String name, int scale) {
    var number = Decimals.parse(text(name));
    if (number.isEmpty()) throw bad("ARGUMENT_NOT_POINTS", name);
    return Decimals.units(number.get(), scale)
        .orElseThrow(() -> bad("ARGUMENT_TOO_FINE", name, "decimals", (long) scale));
  }

  public long wholeNumber(String name) {
    return Decimals.whole(text(name)).orElseThrow(() -> bad("ARGUMENT_NOT_WHOLE", name));
  }

  public long wholeNumberOr(String name, long otherwise) {
    return has(name) ? wholeNumber(name) : otherwise;
  }

  /** A day, {@code 2026-11-22}. */
  public LocalDate date(String name) {
    return Moments.date(text(name)).orElseThrow(() -> bad("ARGUMENT_NOT_DATE", name));
  }

  public LocalDate dateOr(String name, LocalDate otherwise) {
    return has(name) ? date(name) : otherwise;
  }

  /** Days, weeks, months, years, or several of them, more than none: {@code P12M}. */
  public Period period(String name) {
    if (!text(name).matches("P([0-9]{1,4}[YMWD]){1,4}")) throw bad("ARGUMENT_NOT_PERIOD", name);
    try {
      var period = Period.parse(text(name));
      if (!period.isZero()) return period;
    } catch (DateTimeParseException outOfOrder) {
      // The pattern lets through what ISO does not: units out of order, or twice.
    }
    throw bad("ARGUMENT_NOT_PERIOD", name);
  }

  /**
   * A moment: an instant with its offset, a local time of the zone, or a day of the zone, which
   * stands for its first moment.
   */
  public Instant moment(String name, ZoneId zone) {
    return Moments.moment(text(name), zone).orElseThrow(() -> bad("ARGUMENT_NOT_MOMENT", name));
  }

  public Instant momentOr(String name, ZoneId zone, Instant otherwise) {
    return has(name) ? moment(name, zone) : otherwise;
  }

  /** As {@link #moment}, but a day stands for its last moment: what is true at the day's end. */
  public Instant asOf(ZoneId zone, Instant otherwise) {
    if (!has("--as-of")) return otherwise;
    var day = Moments.date(text("--as-of"));
    if (day.isEmpty()) return moment("--as-of", zone);
    return day.get().plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
  }

  /** A file that is there and may be read. */
  public Path file(String name) {
    var path = path(name);
    if (Files.isDirectory(path)) throw bad("FILE_IS_FOLDER", name, "file", text(name));
    if (!Files.exists(path)) throw bad("FILE_NOT_FOUND", name, "file", text(name));
    if (!Files.isReadable(path)) throw bad("FILE_NOT_READABLE", name, "file", text(name));
    return path;
  }

  /** A path that need not be there yet. */
  public Path path(String name) {
    try {
      return Path.of(text(name));
    } catch (InvalidPathException e) {
      throw bad("FILE_NOT_FOUND", name, "file", text(name));
    }
  }

  private Trouble.BadInput bad(String code, String name) {
    return new Trouble.BadInput(Problem.of(code).with("option", name).with("found", text(name)));
  }

  private Trouble.BadInput bad(String code, String name, String detail, Object value) {
    var problem = Problem.of(code).with("option", name).with("found", text(name));
    return new Trouble.BadInput(problem.with(detail, value));
  }
}
