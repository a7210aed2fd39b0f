package dev.kopilka.ledger.earn;

import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import dev.kopilka.model.account.History;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.program.Programme;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.program.earn.Give;
import dev.kopilka.program.earn.Trigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Which rules give how many points for an event.
 *
 * <p>Rules add up; among the rules of one group only the best counts, ties by code. Multiplying
 * rules come last and give {@code (factor − 1) ×} what the other rules really gave, caps and
 * budgets included, each of them on its own: two doublings give three times, not four.
 */
public final class Earning {
  /** What the rules look at, apart from the rule book. */
  public record Asked(
      Trigger trigger,
      Facts facts,
      LocalDate day,
      String tier,
      Set<String> segments,
      History history,
      ToLongFunction<String> given) {}

  /** What all rules give together, or the rule whose cap refuses the event. */
  public record Result(List<Gift> gifts, Optional<EarnRule> refusing) {
    public long points() {
      return gifts.stream().mapToLong(Gift::points).sum();
    }
  }

  private final Programme programme;
  private final Asked asked;
  private final Base base;
  private Optional<EarnRule> refusing = Optional.empty();

  private Earning(Programme programme, Asked asked) {
    this.programme = programme;
    this.asked = asked;
    this.base = Base.of(programme, asked.facts());
  }

  public static Result of(Programme programme, Asked asked) {
    return new Earning(programme, asked).result();
  }

  private Result result() {
    var plain = new ArrayList<Gift>();
    for (var rule : rules(false)) add(plain, rule, plainPoints(rule), terms(rule));
    var gifts = new ArrayList<>(best(plain));
    var multiplied = new ArrayList<Gift>();
    for (var rule : rules(true)) multiply(multiplied, rule, List.copyOf(gifts));
    gifts.addAll(best(multiplied));
    return new Result(gifts, refusing);
  }

  private List<EarnRule> rules(boolean multiplying) {
    var rules = new ArrayList<EarnRule>();
    for (var rule : programme.earn()) {
      if (rule.give() instanceof Give.Multiply == multiplying && applies(rule)) rules.add(rule);
    }
    return rules;
  }

  private boolean applies(EarnRule rule) {
    return rule.on().covers(asked.trigger())
        && rule.valid().covers(asked.day())
        && Match.holds(rule.when(), asked)
        && enough(rule);
  }

  private boolean enough(EarnRule rule) {
    var matching = base.matching(rule.when().categories());
    var any = false;
    for (var matches : matching) any |= matches;
    return any && base.amount(matching) >= rule.when().minAmount().orElse(Long.MIN_VALUE);
  }

  private long plainPoints(EarnRule rule) {
    var money = base.earning(base.matching(rule.when().categories()));
    return switch (rule.give()) {
      case Give.Per per -> Math.multiplyExact(money / per.perAmount(), per.points());
      case Give.Percent percent ->
          Worth.points(
              programme, BigDecimal.valueOf(money).multiply(percent.rate()), programme.rounding());
      case Give.Fixed fixed -> fixed.points();
      case Give.Multiply _ -> 0;
    };
  }

  /** Adds what cap and budget leave of the points, if anything. */
  private void add(List<Gift> gifts, EarnRule rule, long wanted, Terms terms) {
    var points = rule.cap().rejects() ? wanted : Math.min(wanted, room(rule));
    if (rule.budget().isPresent()) {
      points = Math.min(points, rule.budget().getAsLong() - asked.given().applyAsLong(rule.code()));
    }
    if (points <= 0) return;
    var shares = base.shares(points, base.matching(rule.when().categories()));
    gifts.add(new Gift(rule, points, terms, shares));
  }

  /** Without dates of its own, a multiplying rule's points live as long as the largest gift's. */
  private void multiply(List<Gift> multiplied, EarnRule rule, List<Gift> gifts) {
    if (gifts.isEmpty()) return;
    var matching = base.matching(rule.when().categories());
    var sum = 0L;
    for (var gift : gifts) sum = Math.addExact(sum, on(gift, matching));
    var more = ((Give.Multiply) rule.give()).factor().subtract(BigDecimal.ONE);
    var points =
        Decimals.round(BigDecimal.valueOf(sum).multiply(more), programme.rounding());
    var largest = gifts.stream().max(Comparator.comparingLong(Gift::points)).orElseThrow();
    var hasOwn = !rule.hold().isZero() || rule.expire().policy() != Expiry.Policy.NEVER;
    add(multiplied, rule, points, hasOwn ? terms(rule) : largest.terms());
  }

  private static long on(Gift gift, boolean[] matching) {
    if (gift.shares().isEmpty()) return gift.points();
    var sum = 0L;
    for (var i = 0; i < matching.length; i++) if (matching[i]) sum += gift.shares().get(i);
    return sum;
  }

  /**
   * Of each group the gift with the most points stays, caps and budgets counted: a rule whose
   * budget is spent stands in nobody's way. The rules come sorted, so ties go by code.
   */
  private List<Gift> best(List<Gift> gifts) {
    var chosen = new ArrayList<Gift>(gifts.size());
    var groups = new LinkedHashMap<String, Gift>();
    for (var gift : gifts) {
      var group = gift.rule().group();
      if (group.isEmpty()) chosen.add(gift);
      else groups.merge(group, gift, (one, other) -> other.points() > one.points() ? other : one);
    }
    chosen.addAll(groups.values());
    chosen.sort(Comparator.comparing(gift -> gift.rule().code()));
    for (var gift : chosen) {
      if (gift.points() > room(gift.rule())) refusing = Optional.of(gift.rule());
    }
    return chosen;
  }

  private long room(EarnRule rule) {
    return Caps.room(rule, asked.history(), asked.day());
  }

  private Terms terms(EarnRule rule) {
    var active = asked.day().plus(rule.hold());
    return new Terms(asked.day(), active, rule.expire().lastGoodDay(active));
  }
}
