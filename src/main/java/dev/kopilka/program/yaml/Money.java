package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Texts;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    if (WITHDRAWN.contains(code)) return Optional.empty();
    try {
      return Optional.of(Currency.getInstance(code))
          .filter(known -> known.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException noSuchCode) {
      return Optional.empty();
    }
  }

  private static Problem unknown(String found) {
    return Problem.of("CURRENCY_UNKNOWN").with("found", found).with("nearest", nearest(found));
  }

  /** The code in capitals, or another of the same country, whose letters come first. */
  private static String nearest(String found) {
    var code = found.toUpperCase(Locale.ROOT);
    var known = new TreeSet<String>();
    for (var currency : Currency.getAvailableCurrencies()) {
      if (currency(currency.getCurrencyCode()).isPresent()) known.add(currency.getCurrencyCode());
    }
    if (known.contains(code)) return code;
    for (var other : known) {
      if (code.length() == other.length() && other.startsWith(code.substring(0, 2))) return other;
    }
    return Nearest.to(code, known);
  }
}
