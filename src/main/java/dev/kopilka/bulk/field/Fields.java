package dev.kopilka.bulk.field;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * Reads the cells of a table by type. Only ASCII digits count, nothing is rounded, and what can be
 * read in two ways is refused with the option that decides it.
 *
 * @param mark the decimal mark of the file
 * @param zone where times without an offset are local
 */
public record Fields(DecimalMark mark, ZoneId zone) {
  private static final int LONGEST_TEXT = 4_000;

  /** Stands in a cell of a workbook for a formula that was never calculated. */
  private static final String NOT_CALCULATED = "#NOT-CALCULATED!";

  /** What spreadsheets show instead of a value, in English and in Russian. */
  private static final Set<String> FAULTS =
      Set.of(
          "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
          "#ССЫЛКА!", "#Н/Д", "#ЗНАЧ!", "#ДЕЛ/0!", "#ИМЯ?", "#ПУСТО!", "#ЧИСЛО!");

  /** Money in units of {@code 10^-scale}: {@code 1 234,50} is 123450 at scale 2. */
  public Read<Long> money(String text, int scale) {
    return units(text, scale, "CELL_NOT_MONEY");
  }

  /** Points in units of {@code 10^-scale}. */
  public Read<Long> points(String text, int scale) {
    return units(text, scale, "CELL_NOT_POINTS");
  }

  /** A whole number. */
  public Read<Long> whole(String text) {
    return units(text, 0, "CELL_NOT_WHOLE");
  }

  private Read<Long> units(String text, int scale, String code) {
    if (isFault(text)) return fault(text);
    var plain = Numbers.plain(text, mark, code);
    if (plain.number().isEmpty()) return Read.bad(plain.code(), text);
    var number = Decimals.parse(plain.number());
    if (number.isEmpty()) return Read.bad("CELL_TOO_BIG", text);
    var units = Decimals.units(number.get(), scale);
    if (units.isPresent()) return Read.good(units.get());
    return isTooFine(number.get(), scale)
        ? new Read.Bad<>(
            Problem.of("CELL_TOO_FINE").with("found", text).with("decimals", (long) scale))
        : Read.bad("CELL_TOO_BIG", text);
  }

  private static boolean isTooFine(BigDecimal number, int scale) {
    return number.stripTrailingZeros().scale() > scale;
  }

  /** A decimal number as plain text without needless zeros, such as a quantity. */
  public Read<String> decimal(String text) {
    if (isFault(text)) return fault(text);
    var plain = Numbers.plain(text, mark, "CELL_NOT_NUMBER");
    if (plain.number().isEmpty()) return Read.bad(plain.code(), text);
    var number = Decimals.parse(plain.number());
    if (number.isEmpty()) return Read.bad("CELL_TOO_BIG", text);
    return Read.good(
        number.get().signum() == 0 ? "0" : number.get().stripTrailingZeros().toPlainString());
  }

  /** A day: {@code 2026-11-22} or {@code 22.11.2026}; a time after it must be midnight. */
  public Read<LocalDate> date(String text) {
    if (isFault(text)) return fault(text);
    var scan = new Moments(Numbers.strip(text));
    try {
      var day = scan.day();
      if (day.isEmpty()) return Read.bad("CELL_NOT_DATE", text);
      if (scan.isAtEnd()) return Read.good(day.get());
      var isMidnight =
          scan.takeTimeSeparator() && scan.time().filter(LocalTime.MIDNIGHT::equals).isPresent();
      return isMidnight && scan.isAtEnd()
          ? Read.good(day.get())
          : Read.bad("CELL_NOT_DATE", text);
    } catch (DateTimeException noSuchDay) {
      return Read.bad("CELL_NO_SUCH_DAY", text);
    }
  }

  /**
   * An instant, cut to milliseconds: a day (its local midnight) or a day and a time, with or
   * without an offset.
   */
  public Read<Instant> moment(String text) {
    if (isFault(text)) return fault(text);
    var scan = new Moments(Numbers.strip(text));
    try {
      var day = scan.day();
      if (day.isEmpty()) return Read.bad("CELL_NOT_MOMENT", text);
      if (scan.isAtEnd()) return Read.good(day.get().atStartOfDay(zone).toInstant());
      if (!scan.takeTimeSeparator()) return Read.bad("CELL_NOT_MOMENT", text);
      var time = scan.time();
      if (time.isEmpty()) return Read.bad("CELL_NOT_MOMENT", text);
      var instant = scan.instant(day.get(), time.get(), zone);
      return instant.isPresent()
          ? Read.good(instant.get())
          : Read.bad("CELL_NOT_MOMENT", text);
    } catch (DateTimeException noSuchDay) {
      return Read.bad("CELL_NO_SUCH_DAY", text);
    }
  }

  /** Text, stripped and composed (NFC); control characters have no place in a name or a code. */
  public Read<String> text(String text) {
    if (isFault(text)) return fault(text);
    var plain = Numbers.strip(text);
    if (plain.length() > LONGEST_TEXT) {
      return new Read.Bad<>(Problem.of("CELL_TEXT_TOO_LONG").with("limit", (long) LONGEST_TEXT));
    }
    var isAscii = true;
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      if (Character.isISOControl(c)) return new Read.Bad<>(Problem.of("CELL_HAS_CONTROL"));
      isAscii &= c < 0x80;
    }
    return Read.good(isAscii ? plain : Normalizer.normalize(plain, Normalizer.Form.NFC));
  }

  private static boolean isFault(String text) {
    if (text.isEmpty() || text.charAt(0) != '#') return false;
    return FAULTS.contains(text) || text.equals(NOT_CALCULATED);
  }

  private static <T> Read<T> fault(String text) {
    return text.equals(NOT_CALCULATED)
        ? new Read.Bad<>(Problem.of("CELL_NOT_CALCULATED"))
        : Read.bad("CELL_FAULT", text);
  }

  /** An external id: text, and not what a spreadsheet makes of a long number. */
  public Read<String> id(String text) {
    return Numbers.isScientific(Numbers.strip(text))
        ? Read.bad("CELL_SCIENTIFIC", text)
        : text(text);
  }
}
