package dev.kopilka.ledger.naive;

import static dev.kopilka.ledger.naive.Person.Place.GONE;
import static dev.kopilka.ledger.naive.Person.Place.HELD;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.naive.Person.Reserve;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.Programme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Spending and reserving, by moving single points; the reasons against it are all collected. */
final class Spending {
  private final Programme programme;
  private final Person person;
  private final LocalDate day;
  private final Set<Refusal> reasons;
  private final Map<String, Long> taken;

  Spending(
      Programme programme,
      Person person,
      LocalDate day,
      Set<Refusal> reasons,
      Map<String, Long> taken) {
    this.programme = programme;
    this.person = person;
    this.day = day;
    this.reasons = reasons;
    this.taken = taken;
  }

  void check(long points, long amount, boolean onReceipt) {
    var terms = programme.points();
    if (points <= 0) reasons.add(Refusal.NOTHING_TO_SPEND);
    if (points < terms.minRedeem()) reasons.add(Refusal.BELOW_MINIMUM);
    if (points % terms.step() != 0) reasons.add(Refusal.NOT_A_STEP);
    var money = terms.value().movePointRight(2).multiply(BigDecimal.valueOf(points));
    var most = terms.maxShare().multiply(BigDecimal.valueOf(amount));
    if (onReceipt && money.compareTo(most) > 0) reasons.add(Refusal.SHARE_EXCEEDED);
    if (points > person.available(day)) reasons.add(Refusal.POINTS_INSUFFICIENT);
  }

  Runnable redeem(Request request, Memory memory) {
    var facts = request.facts();
    if (facts.subject().isEmpty()) {
      check(facts.points(), facts.amount(), facts.amount() > 0);
      return () -> memory.spent = person.spend(day, facts.points());
    }
    var reward = programme.rewards().get(facts.subject());
    if (reward == null) {
      reasons.add(Refusal.REWARD_NOT_FOUND);
      return null;
    }
    var valid = reward.valid();
    if (day.isBefore(valid.from()) || day.isAfter(valid.to())) {
      reasons.add(Refusal.REWARD_NOT_OFFERED);
    }
    if (!reward.tiers().isEmpty() && !reward.tiers().contains(new Ladder(programme, person).on(day))) {
      reasons.add(Refusal.TIER_TOO_LOW);
    }
    var gone = taken.getOrDefault(reward.code(), 0L);
    if (reward.stock().isPresent() && gone >= reward.stock().getAsLong()) {
      reasons.add(Refusal.STOCK_EMPTY);
    }
    if (reward.cost() > person.available(day)) reasons.add(Refusal.POINTS_INSUFFICIENT);
    return () -> {
      memory.spent = person.spend(day, reward.cost());
      memory.spentBy = reward.code();
      taken.merge(reward.code(), 1L, Long::sum);
    };
  }

  Runnable reserve(Request request, Memory memory) {
    var facts = request.facts();
    check(facts.points(), facts.amount(), facts.amount() > 0);
    return () -> {
      person.uses++;
      var points = person.first(day, facts.points());
      for (var point : points) point.place = HELD;
      memory.reserve = new Reserve(facts.terms().expiresOn(), points);
      person.reserves.add(memory.reserve);
    };
  }

  Runnable capture(Request request, Memory memory, Memory about) {
    var reserve = about.reserve;
    if (reserve.ended) reasons.add(Refusal.HOLD_ENDED);
    else if (day.isAfter(reserve.until)) reasons.add(Refusal.HOLD_OVERDUE);
    var asked = request.facts().points() == 0 ? reserve.points.size() : request.facts().points();
    if (!reserve.ended && asked > reserve.points.size()) {
      reasons.add(Refusal.CAPTURE_EXCEEDS_HOLD);
    }
    return () -> {
      person.uses++;
      memory.spent = reserve.points.subList(0, (int) asked);
      for (var point : memory.spent) point.place = GONE;
      person.redeemed += asked;
      person.release(reserve);
    };
  }

  Runnable release(Memory about) {
    if (about.reserve.ended) reasons.add(Refusal.HOLD_ENDED);
    return () -> person.release(about.reserve);
  }

  Runnable reverse(Memory about) {
    if (about.reversed) reasons.add(Refusal.ALREADY_REVERSED);
    return () -> {
      about.reversed = true;
      new GivenBack(programme, day, about).restore(0, about.spent.size());
      if (taken.containsKey(about.spentBy)) taken.merge(about.spentBy, -1L, Long::sum);
    };
  }
}
