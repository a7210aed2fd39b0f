package dev.kopilka.command.pilot;

import dev.kopilka.command.Given;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.pilot.Arms;
import dev.kopilka.pilot.Terms;
import dev.kopilka.pilot.Terms.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what is typed after {@code pilot assign}. */
final class AssignOptions {
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,49}");

  private final Given given;

  AssignOptions(Given given) {
    this.given = given;
  }

  String pilot() {
    var code = given.text("PILOT");
    if (CODE.matcher(code).matches()) return code;
    throw bad("PILOT_CODE_MALFORMED", "PILOT");
  }

  /** The terms for members from there. */
  Terms terms(Source source) {
    return new Terms(pilot(), arms(), source, share(), strata(), begins());
  }

  private Optional<LocalDate> begins() {
    return given.has("--from") ? Optional.of(given.date("--from")) : Optional.empty();
  }

  private Arms arms() {
    return Arms.of(given.text("--arms")).orElseThrow(() -> bad("ARMS_MALFORMED", "--arms"));
  }

  /** Exact, so that it is told from another one. */
  private BigDecimal share() {
    var text = given.text("--share");
    var number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
    var share =
        Decimals.parse(number)
            .map(one -> text.endsWith("%") ? one.movePointLeft(2) : one)
            .orElseThrow(() -> bad("ARGUMENT_NOT_SHARE", "--share"));
    if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0) return share;
    throw bad("PILOT_SHARE_IMPOSSIBLE", "--share");
  }

  private List<String> strata() {
    if (!given.has("--strata")) return List.of();
    var strata = new ArrayList<String>();
    var attributes = 0;
    for (var one : given.text("--strata").split(",", -1)) {
      var isAttribute =
          one.startsWith(Terms.ATTRIBUTE) && one.length() > Terms.ATTRIBUTE.length();
      if (isAttribute) attributes++;
      var isKnown = isAttribute || one.equals(Terms.CHANNEL) || one.equals(Terms.TIER);
      if (!isKnown || attributes > 1 || strata.contains(one)) {
        throw bad("STRATA_MALFORMED", "--strata");
      }
      strata.add(one);
    }
    return strata;
  }

  private Trouble bad(String code, String name) {
    return new Trouble.BadInput(
        Problem.of(code).with("option", name).with("found", given.text(name)));
  }
}
