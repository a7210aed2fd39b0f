package dev.kopilka.program.tree;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Node.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/** Forms of dates, periods and time zones. */
public final class Times {
  /** An ISO date of a day that exists: {@code 2026-12-31}. */
  public static final Form<LocalDate> DATE = Form.scalar(Times::date);

  /** An ISO period of whole days or longer, which may be none: {@code P14D}, {@code P0D}. */
  public static final Form<Period> PERIOD = Form.scalar(Times::period);

  /** A period that is longer than nothing. */
  public static final Form<Period> TERM =
      PERIOD.refusing(
          term -> term.isZero() ? Optional.of(Problem.of("PERIOD_EMPTY")) : Optional.empty());

  /** A region of the time zone database: offsets are refused, because they know no summer time. */
  public static final Form<ZoneId> ZONE = Form.scalar(Times::zone);

  private Times() {}

  private static Optional<LocalDate> date(Scalar scalar, Findings findings) {
    if (Texts.isNone(scalar)) return Texts.wrong(scalar, Problem.of("VALUE_EMPTY"), findings);
    var text = scalar.text();
    if (!text.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}"))
      return wrong(scalar, "VALUE_NOT_DATE", findings);
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noSuchDay) {
      return wrong(scalar, "DATE_DOES_NOT_EXIST", findings);
    }
  }

  private static Optional<Period> period(Scalar scalar, Findings findings) {
    if (Texts.isNone(scalar)) return Texts.wrong(scalar, Problem.of("VALUE_EMPTY"), findings);
    return period(scalar.text())
        .or(
            () ->
                wrong(
                    scalar,
                    scalar.text().matches("P[0-9YMWD]*T.*")
                        ? "PERIOD_HAS_TIME"
                        : "VALUE_NOT_PERIOD",
                    findings));
  }

  /** The period that the text spells, or nothing: no sign, no time, up to four digits a part. */
  public static Optional<Period> period(String text) {
    return text.matches("P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?")
        ? Optional.of(Period.parse(text))
        : Optional.empty();
  }

  private static Optional<ZoneId> zone(Scalar scalar, Findings findings) {
    if (Texts.isNone(scalar)) return Texts.wrong(scalar, Problem.of("VALUE_EMPTY"), findings);
    if (ZoneRulesProvider.getAvailableZoneIds().contains(scalar.text()))
      return Optional.of(ZoneId.of(scalar.text()));
    var nearest =
        Nearest.to(
            scalar.text(), ZoneRulesProvider.getAvailableZoneIds().stream().sorted().toList());
    return Texts.wrong(
        scalar,
        Problem.of("TIMEZONE_UNKNOWN").with("found", Texts.shown(scalar)).with("nearest", nearest),
        findings);
  }

  private static <T> Optional<T> wrong(Scalar scalar, String code, Findings findings) {
    return Texts.wrong(scalar, Problem.of(code).with("found", Texts.shown(scalar)), findings);
  }
}
