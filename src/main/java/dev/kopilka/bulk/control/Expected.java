package dev.kopilka.bulk.control;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The totals that a file must have.
 *
 * @param rows data rows, blank ones and the header not counted
 * @param sums by our columns; "" stands for the one column that counts in the kind at hand
 */
public record Expected(OptionalLong rows, Map<String, BigDecimal> sums) {
  public static final Expected NOTHING = new Expected(OptionalLong.empty(), Map.of());

  /** As typed: {@code VALUE} or {@code COLUMN=VALUE}, each column once. */
  public static Expected of(OptionalLong rows, List<String> specs) {
    var sums = new LinkedHashMap<String, BigDecimal>();
    for (var spec : specs) {
      var equals = spec.indexOf('=');
      var column = equals < 0 ? "" : spec.substring(0, equals).strip();
      var value = Decimals.parse(spec.substring(equals + 1).strip());
      if (equals == 0 || value.isEmpty() || sums.putIfAbsent(column, value.get()) != null) {
        throw new Trouble.BadInput(
            Problem.of("CONTROL_MALFORMED").with("option", "--expect-sum").with("found", spec));
      }
    }
    return new Expected(rows, sums);
  }

  public boolean isNothing() {
    return rows.isEmpty() && sums.isEmpty();
  }
}
