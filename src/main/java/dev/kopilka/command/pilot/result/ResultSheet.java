package dev.kopilka.command.pilot.result;

import dev.kopilka.command.pilot.Figures;
import dev.kopilka.pilot.result.Comparison.Adjusted;
import dev.kopilka.pilot.result.Comparison;
import dev.kopilka.pilot.result.Finding.Against;
import dev.kopilka.pilot.result.Finding;
import dev.kopilka.pilot.result.Payback;
import dev.kopilka.pilot.result.Wish;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The arms of a pilot with what came of them, a row each. */
final class ResultSheet {
  /** What a pilot is held for; the means are in the table. */
  private static final Picture DIFFERENCE =
      Picture.effects(List.of("arm"), "difference", "difference_low", "difference_high");

  /** The same where the verdict is about outcomes less what was known before. */
  private static final Picture ADJUSTED =
      Picture.effects(List.of("arm"), "cuped_difference", "cuped_low", "cuped_high");

  private final Sheet<Finding> sheet;

  private ResultSheet(List<Finding> findings) {
    sheet = Sheet.of(findings);
  }

  /**
   * The sheet.
   *
   * @param hasMargins whether margins were gathered
   */
  static Sheet<Finding> of(List<Finding> findings, Wish wish, boolean hasMargins) {
    var made = new ResultSheet(findings);
    made.arms(wish);
    made.comparisons();
    if (wish.usesBefore()) made.adjusted();
    made.verdict();
    if (hasMargins) made.payback();
    return made.sheet.picture(wish.usesBefore() ? ADJUSTED : DIFFERENCE);
  }

  private void arms(Wish wish) {
    sheet
        .column("arm", finding -> finding.arm().name())
        .column("members", finding -> finding.arm().outcomes().count())
        .column("expected", finding -> Figures.of(finding.expected()));
    if (wish.isShare()) sheet.column("events", finding -> finding.arm().outcomes().events());
    sheet.column("mean", finding -> Figures.of(finding.mean().value()));
    if (!wish.isShare()) {
      sheet.column("deviation", finding -> Figures.of(finding.mean().deviation()));
    }
    sheet
        .column("low", finding -> Figures.of(finding.interval().low()))
        .column("high", finding -> Figures.of(finding.interval().high()));
  }

  private static Optional<BigDecimal> of(
      Finding finding, ToDoubleFunction<Comparison> figure) {
    return finding
        .against()
        .flatMap(against -> Figures.of(figure.applyAsDouble(against.comparison())));
  }

  private void comparisons() {
    sheet
        .column("difference", finding -> of(finding, Comparison::difference))
        .column("difference_low", finding -> of(finding, one -> one.interval().low()))
        .column("difference_high", finding -> of(finding, one -> one.interval().high()))
        .column("lift", finding -> of(finding, Comparison::lift))
        .column("test", finding -> finding.against().map(against -> against.comparison().test()))
        .column("statistic", finding -> of(finding, Comparison::statistic))
        .column("p", finding -> of(finding, Comparison::p));
  }

  private static Optional<BigDecimal> less(Finding finding, ToDoubleFunction<Adjusted> figure) {
    return finding
        .against()
        .flatMap(against -> against.comparison().adjusted())
        .flatMap(adjusted -> Figures.of(figure.applyAsDouble(adjusted)));
  }

  private void adjusted() {
    sheet
        .column("cuped_difference", finding -> less(finding, Adjusted::difference))
        .column("cuped_low", finding -> less(finding, one -> one.interval().low()))
        .column("cuped_high", finding -> less(finding, one -> one.interval().high()))
        .column("cuped_p", finding -> less(finding, Adjusted::p))
        .column("variance_gained", finding -> less(finding, Adjusted::gained));
  }

  private void verdict() {
    sheet
        .column("p_holm", finding -> finding.against().flatMap(one -> Figures.of(one.holm())))
        .column("verdict", finding -> finding.against().map(Against::verdict));
  }

  private static Optional<BigDecimal> paid(Finding finding, ToDoubleFunction<Payback> figure) {
    return finding
        .against()
        .flatMap(Against::payback)
        .flatMap(payback -> Figures.of(figure.applyAsDouble(payback)));
  }

  private void payback() {
    sheet
        .column("margin_uplift", finding -> paid(finding, Payback::margin))
        .column("margin_low", finding -> paid(finding, one -> one.between().low()))
        .column("margin_high", finding -> paid(finding, one -> one.between().high()))
        .column("points_cost", finding -> paid(finding, Payback::cost))
        .column("net", finding -> paid(finding, Payback::net))
        .column("payback", finding -> paid(finding, Payback::ratio))
        .column("payback_low", finding -> paid(finding, Payback::lowRatio))
        .column("payback_high", finding -> paid(finding, Payback::highRatio));
  }
}
