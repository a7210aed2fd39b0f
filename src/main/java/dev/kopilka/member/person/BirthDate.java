package dev.kopilka.member.person;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.time.DateTimeException;
import java.time.LocalDate;

/** A day of birth as an ISO date, empty when it is not known. */
public record BirthDate(String text) {
  public static final BirthDate NONE = new BirthDate("");
  private static final int OLDEST_YEARS = 120;

  /**
   * The day that the ISO text names, which somebody alive today may have been born on.
   *
   * @param today the local day of the programme
   */
  public static BirthDate of(String text, LocalDate today) {
    var trimmed = text.strip();
    if (trimmed.isEmpty()) return NONE;
    if (!trimmed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) throw unfit("BIRTH_DATE_MALFORMED");
    try {
      return of(LocalDate.parse(trimmed), today);
    } catch (DateTimeException noSuchDay) {
      throw unfit("BIRTH_DATE_MALFORMED");
    }
  }

  /** As above, for callers that read other spellings of a date. */
  public static BirthDate of(LocalDate day, LocalDate today) {
    if (day.isAfter(today) || day.isBefore(today.minusYears(OLDEST_YEARS))) {
      throw unfit("BIRTH_DATE_UNLIKELY");
    }
    return new BirthDate(day.toString());
  }

  private static Trouble.BadInput unfit(String code) {
    return new Trouble.BadInput(Problem.of(code).with("field", "birth_date"));
  }
}
