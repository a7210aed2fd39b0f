package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Nearest;
import dev.kopilka.program.tree.Texts;
import java.util.Currency;
import java.util.Optional;

/** Currencies: those of ISO 4217 that have a minor unit, so not gold or the testing code. */
final class Money {
  static final Form<String> CURRENCY =
      Texts.TEXT.refusing(
          text -> currency(text).isPresent() ? Optional.empty() : Optional.of(unknown(text)));

  private Money() {}

  static Optional<Currency> currency(String code) {
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(code))
        .filter(known -> known.getDefaultFractionDigits() >= 0)
        .findFirst();
  }

  private static Problem unknown(String found) {
    var codes = Currency.availableCurrencies().map(Currency::getCurrencyCode).sorted().toList();
    return Problem.of("CURRENCY_UNKNOWN")
        .with("found", found)
        .with("nearest", Nearest.to(found, codes));
  }
}
