package dev.kopilka.ledger;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.SettingRows;
import java.time.LocalDate;
import java.util.Optional;

/** The days into which nothing is booked any more. */
final class ClosedPeriod {
  /** Name of the setting that holds the last one of them. */
  static final String CLOSED = "closed_through";

  private final SettingRows settings;
  private Optional<LocalDate> through = Optional.empty();

  ClosedPeriod(Unit unit) {
    this.settings = new SettingRows(unit);
  }

  /** The question that {@link #through} asks, to be asked beside others. */
  Query asked() {
    return settings.asked(CLOSED);
  }

  /** The last closed day; the earliest day that there is when none was ever closed. */
  LocalDate through() {
    if (through.isEmpty()) {
      through = Optional.of(settings.get(CLOSED).map(LocalDate::parse).orElse(LocalDate.MIN));
    }
    return through.get();
  }
}
