package dev.kopilka.bulk.field;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.Locale;

/** What stands between the whole part of a number and its decimals. */
public enum DecimalMark {
  /** Comma or point, as each number shows; {@code 1,234} shows neither and is refused. */
  AUTO,
  POINT,
  COMMA;

  /** The mark by the name that {@code --decimal} takes. */
  public static DecimalMark named(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "auto" -> AUTO;
      case "point", "." -> POINT;
      case "comma", "," -> COMMA;
      default -> throw new Trouble.Usage(Problem.of("DECIMAL_UNKNOWN").with("found", name));
    };
  }
}
