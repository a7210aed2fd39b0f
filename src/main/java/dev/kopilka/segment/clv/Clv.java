package dev.kopilka.segment.clv;

import dev.kopilka.segment.clv.ClvTerms.Prospect;
import dev.kopilka.segment.clv.estimate.BgNbd;
import dev.kopilka.segment.clv.estimate.BuyingFit;
import dev.kopilka.segment.clv.estimate.Histories;
import dev.kopilka.segment.clv.estimate.Patterns;
import dev.kopilka.segment.clv.estimate.SpendingFit;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everybody who bought in the calibration, in the order of their codes, with what they will buy. A
 * row is reckoned when it is asked for.
 */
public final class Clv extends AbstractList<ClvRow> {
  private static final int PROBABILITY = 6;
  private static final int PARAMETER = 4;
  private static final double WEEKS_OF_A_YEAR = 52;

  private final Histories buyers;
  private final Patterns patterns;
  private final Prospect prospect;
  private final int moneyScale;
  private final double minorUnits;
  private final Optional<BuyingFit.Found> buying;
  private final Optional<SpendingFit.Found> spending;

  Clv(Histories buyers, Prospect prospect, int moneyScale) {
    this.buyers = buyers;
    this.prospect = prospect;
    this.moneyScale = moneyScale;
    this.minorUnits = StrictMath.pow(10, moneyScale);
    this.patterns = Patterns.of(buyers);
    var isKnown = buyers.repeatBuyers() > 0;
    this.buying = isKnown ? Optional.of(BuyingFit.of(patterns)) : Optional.empty();
    this.spending = SpendingFit.of(buyers, minorUnits);
  }

  /**
   * Reads the ledger and fits both models.
   *
   * @param moneyScale decimals of the currency
   */
  public static Clv of(Unit unit, ClvTerms terms, int moneyScale) {
    return new Clv(Reader.read(unit, terms), terms.prospect(), moneyScale);
  }

  @Override
  public int size() {
    return buyers.size();
  }

  @Override
  public ClvRow get(int i) {
    var x = buyers.repeats()[i];
    var recency = buyers.recency()[i] / Patterns.WEEK;
    var age = buyers.age()[i] / Patterns.WEEK;
    var model = buying.map(BuyingFit.Found::model);
    var spend = spend(i);
    var purchases = model.map(one -> one.expected(x, recency, age, prospect.weeks()));
    return new ClvRow(
        buyers.codes()[i],
        x,
        Rounded.weeks(buyers.recency()[i]),
        Rounded.weeks(buyers.age()[i]),
        x == 0 ? Optional.empty() : Optional.of(Rounded.mean(buyers.spend()[i], x, moneyScale)),
        model.map(one -> Rounded.to(PROBABILITY, one.alive(x, recency, age))),
        purchases.map(number -> Rounded.to(PROBABILITY, number)),
        spend.isPresent() ? money(spend.getAsDouble()) : Optional.empty(),
        purchases.flatMap(number -> value(spend, number)),
        model.flatMap(one -> value(spend, discounted(one, x, recency, age))),
        buyers.span().holdout() > 0 ? Optional.of(buyers.later()[i]) : Optional.empty());
  }

  private OptionalDouble spend(int i) {
    if (spending.isEmpty()) return OptionalDouble.empty();
    var x = buyers.repeats()[i];
    var mean = x == 0 ? 0 : Math.max(0, buyers.meanSpend(i)) / minorUnits;
    return spending.get().model().expected(x, mean);
  }

  private Optional<BigDecimal> value(OptionalDouble spend, double purchases) {
    if (spend.isEmpty()) return Optional.empty();
    return money(spend.getAsDouble() * purchases * prospect.margin());
  }

  private Optional<BigDecimal> money(double units) {
    return Optional.of(Rounded.to(moneyScale, units));
  }

  /**
   * Purchases to come, each worth less by the interest until the end of its week: the sum over the
   * weeks of Fader, Hardie and Lee (2005), RFM and CLV, equation 1, in steps of a week.
   */
  private double discounted(BgNbd model, int x, double recency, double age) {
    if (prospect.discount() == 0) return model.expected(x, recency, age, prospect.weeks());
    var sum = 0.0;
    var before = 0.0;
    for (var week = 1; week <= prospect.weeks(); week++) {
      var soFar = model.expected(x, recency, age, week);
      var years = week / WEEKS_OF_A_YEAR;
      sum += (soFar - before) * StrictMath.pow(1 + prospect.discount(), -years);
      before = soFar;
    }
    return sum;
  }

  /** What was fitted and how well. */
  public Fit fit() {
    var quality = new Quality(buyers, buying, spending);
    var correlation = quality.correlation();
    var frequencies = quality.frequencies(patterns);
    return new Fit(
        buyers.size(),
        buyers.repeatBuyers(),
        buying.map(Clv::told),
        spending.map(Clv::told),
        correlation.isPresent()
            ? Optional.of(Rounded.to(PARAMETER, correlation.getAsDouble()))
            : Optional.empty(),
        frequencies,
        quality.warnings(frequencies, tracking(Tracking.By.WHOLE)));
  }

  private static Fit.Buying told(BuyingFit.Found found) {
    var model = found.model();
    return new Fit.Buying(
        Rounded.to(PROBABILITY, model.r()),
        Rounded.to(PROBABILITY, model.alpha()),
        Rounded.to(PROBABILITY, model.a()),
        Rounded.to(PROBABILITY, model.b()),
        Rounded.to(PARAMETER, found.maximum().value()));
  }

  private static Fit.Spending told(SpendingFit.Found found) {
    var model = found.model();
    return new Fit.Spending(
        Rounded.to(PROBABILITY, model.p()),
        Rounded.to(PROBABILITY, model.q()),
        Rounded.to(PROBABILITY, model.gamma()),
        Rounded.to(PARAMETER, found.logLikelihood()),
        found.buyers());
  }

  /** The holdout, stretch by stretch; empty where there is none. */
  public List<Tracking> tracking(Tracking.By by) {
    return Tracking.of(buyers, patterns, buying.map(BuyingFit.Found::model), by);
  }
}
