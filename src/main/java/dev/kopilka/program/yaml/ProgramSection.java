package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.EarningBase;
import dev.kopilka.program.Mechanic;
import dev.kopilka.program.PointTerms;
import dev.kopilka.program.ReturnTerms;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The section {@code program}: name, currency, zone, and what a point is. */
record ProgramSection(
    String code,
    String name,
    Set<Mechanic> kind,
    String currency,
    ZoneId zone,
    PointTerms points,
    RoundingMode rounding,
    Optional<EarningBase> earningBase,
    ReturnTerms returns) {
  private static final int MOST_FORMS = 3;
  private static final String RESTORE = "restore_for ";

  static Form<ProgramSection> form(Declared declared) {
    return Form.section(
        section -> {
          var code = section.need("code", Texts.CODE);
          var name = section.need("name", Texts.TEXT);
          var kind = section.or("kind", Texts.set(KIND), Set.of());
          var currency = section.need("currency", Money.CURRENCY);
          var zone = section.need("timezone", Times.ZONE);
          var points = section.need("points", points(declared));
          var rounding = section.or("rounding", ROUNDING, RoundingMode.DOWN);
          var base = section.maybe("earning_base", BASE);
          var returns = section.or("returns", RETURNS, LOST);
          return () ->
              new ProgramSection(
                  code.get(),
                  name.get(),
                  kind.get(),
                  currency.get(),
                  zone.get(),
                  points.get(),
                  rounding.get(),
                  base.get(),
                  returns.get());
        });
  }

  private static final Form<Mechanic> KIND = Texts.choice(List.of(Mechanic.values()));

  private static final Form<RoundingMode> ROUNDING =
      Texts.choice(List.of(RoundingMode.DOWN, RoundingMode.HALF_UP, RoundingMode.UP));

  private static final ReturnTerms LOST =
      new ReturnTerms(ReturnTerms.Policy.TO_DEBT, Optional.empty());

  private static Form<PointTerms> points(Declared declared) {
    var units = Numbers.points(declared.pointScale());
    return Form.section(
        section -> {
          var name = section.need("name", NAMES);
          var scale = section.or("scale", Numbers.within(0, PointTerms.MOST_DECIMALS), 0L);
          var value = section.need("value", VALUE);
          var share = section.or("max_share_of_receipt", Numbers.SHARE, BigDecimal.ONE);
          var step = section.or("step", Numbers.positive(units), 1L);
          var least = section.or("min_redeem", units, 0L);
          return () ->
              new PointTerms(
                  name.get(),
                  Math.toIntExact(scale.get()),
                  value.get(),
                  share.get(),
                  step.get(),
                  least.get());
        });
  }

  private static final Form<List<String>> NAMES =
      Form.list(Texts.TEXT)
          .refusing(
              forms ->
                  forms.isEmpty() || forms.size() > MOST_FORMS
                      ? Optional.of(Problem.of("POINT_NAME_FORMS").with("found", forms.size()))
                      : Optional.empty());

  private static final Form<BigDecimal> VALUE =
      Numbers.DECIMAL.refusing(
          value ->
              value.signum() > 0
                  ? Optional.empty()
                  : Optional.of(Problem.of("VALUE_NOT_POSITIVE")));

  // All that decides what earns points is written out: nobody should have to know a default.
  private static final Form<EarningBase> BASE =
      Form.section(
          section -> {
            var net = section.need("net_of_discount", Texts.FLAG);
            var paid = section.need("exclude_part_paid_with_points", Texts.FLAG);
            var categories =
                section.or(
                    "exclude_categories",
                    Form.list(Texts.TEXT).<Set<String>>as(Set::copyOf),
                    Set.of());
            return () -> new EarningBase(net.get(), paid.get(), categories.get());
          });

  private static final Form<Optional<Period>> LAPSED =
      Texts.TEXT.to(
          text -> {
            if (text.equals("lost")) return Optional.of(Optional.empty());
            if (!text.startsWith(RESTORE)) return Optional.empty();
            return Times.period(text.substring(RESTORE.length()).strip())
                .filter(period -> !period.isZero())
                .map(Optional::of);
          },
          text -> Texts.notAmong(text, List.of("lost", "restore_for P14D")));

  private static final Form<ReturnTerms> RETURNS =
      Form.section(
          section -> {
            var policy =
                section.or(
                    "policy",
                    Texts.choice(List.of(ReturnTerms.Policy.values())),
                    ReturnTerms.Policy.TO_DEBT);
            var lapsed = section.or("lapsed_points", LAPSED, Optional.<Period>empty());
            return () -> new ReturnTerms(policy.get(), lapsed.get());
          });
}
