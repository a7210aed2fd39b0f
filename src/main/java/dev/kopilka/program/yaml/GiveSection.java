package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.earn.Give;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a rule gives: {@code points}, {@code points} with {@code per}, {@code percent} or {@code
 * multiply}.
 */
final class GiveSection {
  private GiveSection() {}

  static Form<Give> form(Declared declared) {
    return Form.section(section -> give(section, declared));
  }

  private static Supplier<Give> give(Section section, Declared declared) {
    var way = section.oneOf(List.of("points", "percent", "multiply"));
    var points = section.maybe("points", Numbers.positive(Numbers.points(declared.pointScale())));
    var per = section.maybeLong("per", Numbers.positive(Numbers.money(declared.moneyScale())));
    var percent = section.maybe("percent", Numbers.RATE);
    var factor = section.maybe("multiply", FACTOR);
    if (section.has("per") && !way.isEmpty() && !way.equals("points"))
      section.wrong(
          section.at("per"), Problem.of("KEYS_EXCLUDE").with("key", "per").with("other", way));
    return () ->
        switch (way) {
          case "percent" -> new Give.Percent(percent.get().orElseThrow());
          case "multiply" -> new Give.Multiply(factor.get().orElseThrow());
          default -> {
            var number = points.get().orElseThrow();
            yield per.get().isPresent()
                ? new Give.Per(number, per.get().getAsLong())
                : new Give.Fixed(number);
          }
        };
  }

  private static final Form<BigDecimal> FACTOR =
      Numbers.DECIMAL.refusing(
          factor ->
              factor.compareTo(BigDecimal.ONE) > 0
                  ? Optional.empty()
                  : Optional.of(
                      Problem.of("FACTOR_TOO_LOW").with("found", factor.toPlainString())));
}
