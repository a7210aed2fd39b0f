package dev.kopilka.program;

import dev.kopilka.model.value.Days;
import java.time.LocalDate;

/**
 * The directive that authorises a version of the programme, as its file names it; absent texts are
 * empty and an absent date is {@link Days#NEVER}.
 */
public record Order(String number, LocalDate date, String signatory) {
  public static final Order NONE = new Order("", Days.NEVER, "");
}
