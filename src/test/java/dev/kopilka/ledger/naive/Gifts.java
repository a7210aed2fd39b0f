package dev.kopilka.ledger.naive;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Line;
import dev.kopilka.program.Programme;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.program.earn.Give;
import dev.kopilka.program.earn.Trigger;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Which rules give what, by plain loops over the rules as they are written down. */
final class Gifts {
  /** One rule's points. */
  record Gift(EarnRule rule, long points, List<Long> shares, LocalDate[] dates) {}

  private final Programme programme;
  private final Person person;
  private final EventKind kind;
  private final Facts facts;
  private final LocalDate day;
  private final String tier;
  private final Map<String, Long> budgets;
  private final List<Line> lines;
  private final List<Long> earning;
  boolean rejected;

  Gifts(Programme programme, Person person, EventKind kind, Facts facts, LocalDate day,
      String tier, Map<String, Long> budgets) {
    this.programme = programme;
    this.person = person;
    this.kind = kind;
    this.facts = facts;
    this.day = day;
    this.tier = tier;
    this.budgets = budgets;
    this.lines =
        facts.lines().isEmpty() ? List.of(new Line("", "", "", facts.amount())) : facts.lines();
    this.earning = earning();
  }

  /** What each line earns on: its part of the discount and of what points paid is taken off. */
  private List<Long> earning() {
    var change = programme.earningBase().netOfDiscount() ? 0 : facts.discount();
    if (programme.earningBase().excludePartPaidWithPoints()) {
      change -= money(facts.points()).setScale(0, RoundingMode.DOWN).longValueExact();
    }
    var positive = new ArrayList<Long>();
    for (var line : lines) {
      positive.add(Math.max(0, line.amount()));
      change += Math.min(0, line.amount());
    }
    var changes = spread(change, positive);
    var result = new ArrayList<Long>();
    for (var i = 0; i < lines.size(); i++) {
      var excluded = programme.earningBase().excludeCategories().contains(lines.get(i).category());
      result.add(excluded ? 0 : Math.max(0, positive.get(i) + changes.get(i)));
    }
    return result;
  }

  private BigDecimal money(long points) {
    return programme.points().value().multiply(BigDecimal.valueOf(points)).movePointRight(2);
  }

  /** Whole parts in proportion; each running total is cut towards zero. */
  static List<Long> spread(long total, List<Long> weights) {
    var all = weights.stream().mapToLong(Long::longValue).sum();
    var parts = new ArrayList<Long>();
    var before = 0L;
    var sum = 0L;
    for (var i = 0; i < weights.size(); i++) {
      sum += weights.get(i);
      var upTo = all == 0 ? total : portion(total, sum, all);
      parts.add(upTo - before);
      before = upTo;
    }
    return parts;
  }

  static long portion(long total, long part, long all) {
    var exact = BigDecimal.valueOf(total).multiply(BigDecimal.valueOf(part));
    return exact.divideToIntegralValue(BigDecimal.valueOf(all)).longValueExact();
  }

  List<Gift> all() {
    var plain = best(offers(rule -> !(rule.give() instanceof Give.Multiply), List.of()));
    var multiplied = best(offers(rule -> rule.give() instanceof Give.Multiply, plain));
    var all = new ArrayList<>(plain);
    all.addAll(multiplied);
    return all;
  }

  private List<Gift> offers(Predicate<EarnRule> which, List<Gift> others) {
    var offers = new ArrayList<Gift>();
    for (var rule : programme.earn()) {
      if (!which.test(rule) || !applies(rule)) continue;
      var wanted = wanted(rule, others);
      var room = room(rule);
      var capped = wanted;
      if (rule.cap().rejects() ? false : room < wanted) capped = room;
      if (rule.budget().isPresent()) {
        var left = rule.budget().getAsLong() - budgets.getOrDefault(rule.code(), 0L);
        capped = Math.min(capped, Math.max(0, left));
      }
      if (capped > 0) offers.add(new Gift(rule, capped, shares(rule, capped), dates(rule, others)));
    }
    return offers;
  }

  private List<Gift> best(List<Gift> offers) {
    var chosen = new ArrayList<Gift>();
    for (var offer : offers) {
      var beaten = false;
      for (var other : offers) {
        if (other == offer || offer.rule().group().isEmpty()) continue;
        if (!other.rule().group().equals(offer.rule().group())) continue;
        var byCode = other.rule().code().compareTo(offer.rule().code()) < 0;
        beaten |= other.points() > offer.points();
        beaten |= other.points() == offer.points() && byCode;
      }
      if (beaten) continue;
      chosen.add(offer);
      rejected |= offer.rule().cap().rejects() && offer.points() > room(offer.rule());
    }
    chosen.sort(Comparator.comparing(gift -> gift.rule().code()));
    return chosen;
  }

  private boolean applies(EarnRule rule) {
    var trigger =
        switch (kind) {
          case ACTIVITY -> Trigger.activity(facts.subject());
          case ENROLMENT -> Trigger.ENROLMENT;
          case SURVEY -> Trigger.survey(facts.subject());
          case CONTRACT -> Trigger.contract(facts.subject());
          default -> Trigger.PURCHASE;
        };
    var when = rule.when();
    var asked = rule.on();
    var named = asked.code().isEmpty() || asked.code().equals(trigger.code());
    if (asked.on() != trigger.on() || !named) return false;
    if (day.isBefore(rule.valid().from()) || day.isAfter(rule.valid().to())) return false;
    if (!when.weekdays().isEmpty() && !when.weekdays().contains(day.getDayOfWeek())) return false;
    if (!when.channels().isEmpty() && !when.channels().contains(facts.where().channel())) {
      return false;
    }
    if (!when.tiers().isEmpty() && !when.tiers().contains(tier)) return false;
    var any = false;
    var sum = 0L;
    for (var line : lines) {
      if (!matches(rule, line)) continue;
      any = true;
      sum += line.amount();
    }
    return any && (when.minAmount().isEmpty() || sum >= when.minAmount().getAsLong());
  }

  private static boolean matches(EarnRule rule, Line line) {
    var categories = rule.when().categories();
    return categories.isEmpty() || categories.contains(line.category());
  }

  private long wanted(EarnRule rule, List<Gift> others) {
    var money = 0L;
    var sum = 0L;
    for (var i = 0; i < lines.size(); i++) {
      if (!matches(rule, lines.get(i))) continue;
      money += earning.get(i);
      for (var gift : others) sum += lines.size() == 1 ? gift.points() : gift.shares().get(i);
    }
    return switch (rule.give()) {
      case Give.Fixed fixed -> fixed.points();
      case Give.Per per -> money / per.perAmount() * per.points();
      case Give.Percent percent ->
          percent.rate()
              .multiply(BigDecimal.valueOf(money))
              .divide(money(1), 0, programme.rounding())
              .longValueExact();
      case Give.Multiply multiply ->
          multiply.factor()
              .subtract(BigDecimal.ONE)
              .multiply(BigDecimal.valueOf(sum))
              .setScale(0, programme.rounding())
              .longValueExact();
    };
  }

  private List<Long> shares(EarnRule rule, long points) {
    if (lines.size() == 1) return List.of();
    var weights = new ArrayList<Long>();
    for (var i = 0; i < lines.size(); i++) {
      weights.add(matches(rule, lines.get(i)) ? earning.get(i) : 0);
    }
    if (weights.stream().allMatch(weight -> weight == 0)) {
      weights.clear();
      for (var line : lines) weights.add(matches(rule, line) ? 1L : 0L);
    }
    return spread(points, weights);
  }

  private long room(EarnRule rule) {
    var cap = rule.cap();
    var today = 0L;
    var week = 0L;
    var month = 0L;
    var ever = 0L;
    for (var gain : person.allGains()) {
      if (!gain.rule().equals(rule.code()) || gain.points() < 0) continue;
      ever += gain.points();
      if (gain.day().equals(day)) today += gain.points();
      if (sameWeek(gain.day())) week += gain.points();
      if (gain.day().withDayOfMonth(1).equals(day.withDayOfMonth(1))) month += gain.points();
    }
    var room = cap.perEvent().orElse(Long.MAX_VALUE);
    room = Math.min(room, cap.perDay().orElse(Long.MAX_VALUE) - today);
    room = Math.min(room, cap.perWeek().orElse(Long.MAX_VALUE) - week);
    room = Math.min(room, cap.perMonth().orElse(Long.MAX_VALUE) - month);
    return Math.max(0, Math.min(room, cap.perMember().orElse(Long.MAX_VALUE) - ever));
  }

  private boolean sameWeek(LocalDate other) {
    return other.get(IsoFields.WEEK_BASED_YEAR) == day.get(IsoFields.WEEK_BASED_YEAR)
        && other.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  private LocalDate[] dates(EarnRule rule, List<Gift> others) {
    var own = !rule.hold().equals(Period.ZERO) || rule.expire().policy() != Expiry.Policy.NEVER;
    if (own || others.isEmpty()) {
      var active = day.plus(rule.hold());
      return new LocalDate[] {day, active, lastDay(rule.expire(), active)};
    }
    var largest = others.getFirst();
    for (var gift : others) if (gift.points() > largest.points()) largest = gift;
    return largest.dates();
  }

  static LocalDate lastDay(Expiry expiry, LocalDate active) {
    if (expiry.policy() == Expiry.Policy.NEVER) return LocalDate.of(9999, 12, 31);
    var last = active.plus(expiry.after());
    var ends =
        switch (expiry.roundTo()) {
          case NONE -> 0;
          case MONTH_END -> 1;
          case QUARTER_END -> 3;
          case YEAR_END -> 12;
        };
    if (ends == 0) return last;
    var month = last.withDayOfMonth(1);
    while (month.getMonthValue() % ends != 0) month = month.plusMonths(1);
    return month.plusMonths(1).minusDays(1);
  }
}
