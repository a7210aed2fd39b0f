package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Texts;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** Currencies: those of ISO 4217 that have a minor unit, so not gold or the testing code. */
final class Money {
  static final Form<String> CURRENCY =
      Texts.TEXT.refusing(
          text -> currency(text).isPresent() ? Optional.empty() : Optional.of(unknown(text)));

  // Java goes on knowing codes that ISO has withdrawn; RUR for RUB is the usual mistake here.
  private static final Set<String> WITHDRAWN =
      Set.of(
          ("ADP AFA ATS AYM AZM BEF BGL BYB BYR CSD CYP DEM EEK ESP FIM FRF GHC GRD GWP HRK IEP ITL"
                  + " LTL LUF LVL MGF MRO MTL MZM NLG PTE ROL RUR SDD SIT SKK SLL SRG STD TMM TPE"
                  + " TRL VEB VEF YUM ZMK ZWD ZWN ZWR")
              .split(" "));

  private Money() {}

  static Optional<Currency> currency(String code) {
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(code))
        .filter(known -> known.getDefaultFractionDigits() >= 0)
        .filter(known -> !WITHDRAWN.contains(known.getCurrencyCode()))
        .findFirst();
  }

  private static Problem unknown(String found) {
    var codes =
        Currency.availableCurrencies()
            .map(Currency::getCurrencyCode)
            .filter(code -> !WITHDRAWN.contains(code))
            .sorted()
            .toList();
    return Problem.of("CURRENCY_UNKNOWN")
        .with("found", found)
        .with("nearest", Nearest.to(found, codes));
  }
}
