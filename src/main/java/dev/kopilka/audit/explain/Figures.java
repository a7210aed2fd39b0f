package dev.kopilka.audit.explain;

import dev.kopilka.program.Programme;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Points, money and days of one programme as they are told. */
record Figures(Programme programme) {
  BigDecimal points(long units) {
    return BigDecimal.valueOf(Math.abs(units), programme.points().scale());
  }

  String money(long minor) {
    var money = BigDecimal.valueOf(minor, programme.currencyScale());
    return money.toPlainString() + " " + programme.currency();
  }

  LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(programme.zone()).toLocalDate();
  }
}
