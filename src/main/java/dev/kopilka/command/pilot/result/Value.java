package dev.kopilka.command.pilot.result;

import dev.kopilka.model.value.Decimals;
import java.util.Locale;
import java.util.Set;

/**
 * Reads one outcome of a file.
 *
 * @param isShare whether it is yes or no
 * @param isLog whether the logarithm of one more is taken, which tames what few have very much of
 */
record Value(boolean isShare, boolean isLog) {
  private static final Set<String> YES = Set.of("1", "true", "yes", "y", "да", "истина");
  private static final Set<String> NO = Set.of("0", "false", "no", "n", "нет", "ложь");

  /** 1 or 0, or the number; NaN where it is neither. */
  double of(String text) {
    if (isShare) return yes(text.toLowerCase(Locale.ROOT));
    var number = Decimals.parse(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
    if (number.isEmpty()) return Double.NaN;
    var plain = number.get().doubleValue();
    return isLog ? Math.log1p(plain) : plain;
  }

  private static double yes(String word) {
    if (YES.contains(word)) return 1;
    return NO.contains(word) ? 0 : Double.NaN;
  }

  /** What is said of a text that is none. */
  String problem() {
    return isShare ? "OUTCOME_NOT_YES_OR_NO" : "OUTCOME_NOT_NUMBER";
  }
}
