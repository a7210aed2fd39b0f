package dev.kopilka.segment.portrait;

import dev.kopilka.segment.facts.Answers;
import dev.kopilka.segment.portrait.count.Moments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one member did in the window of the portrait, with all cards that are theirs. */
final class Doings {
  /** Where plain points were spent, and not a reward taken. */
  static final String POINTS = "points";

  final Times receiptTimes = new Times();
  final Moments receipts = new Moments();
  final Map<String, Long> money = new HashMap<>();
  final Set<String> channels = new HashSet<>();
  final Set<String> stores = new HashSet<>();
  final Set<String> partners = new HashSet<>();
  final Map<String, String> activities = new HashMap<>();

  /** The second of the week of each visit, by the name of its event. */
  final Map<String, Integer> visits = new HashMap<>();

  final Map<String, String> rewards = new HashMap<>();
  final Answers answers = new Answers();
  private final List<String> takenBack = new ArrayList<>();
  long spend;
  long withPoints;
  long withPromoCode;

  /** Points paid a part of a receipt: the reward is the receipt itself. */
  void paidWithPoints() {
    withPoints++;
    rewards.put("", POINTS);
  }

  /** What was taken back never happened, not with another card of the same member either. */
  void reversed(String reference) {
    takenBack.add(reference);
    forget(reference);
  }

  private void forget(String reference) {
    rewards.remove(reference);
    activities.remove(reference);
    visits.remove(reference);
    answers.reversed(reference);
  }

  Collection<String> kindsOfRewards() {
    return new HashSet<>(rewards.values());
  }

  Collection<String> kindsOfActivities() {
    return new HashSet<>(activities.values());
  }

  boolean isBuyer() {
    return receipts.count() > 0;
  }

  /** When the member bought and came; what may be taken back yet, so ask at the end. */
  Times times() {
    var times = new Times();
    times.add(receiptTimes);
    for (var second : visits.values()) times.add(second);
    return times;
  }

  /** What was done with another card of the same member. */
  void add(Doings other) {
    receiptTimes.add(other.receiptTimes);
    receipts.add(other.receipts);
    other.money.forEach((category, amount) -> money.merge(category, amount, Math::addExact));
    channels.addAll(other.channels);
    stores.addAll(other.stores);
    partners.addAll(other.partners);
    activities.putAll(other.activities);
    visits.putAll(other.visits);
    rewards.putAll(other.rewards);
    answers.add(other.answers);
    spend += other.spend;
    withPoints += other.withPoints;
    withPromoCode += other.withPromoCode;
    takenBack.addAll(other.takenBack);
    takenBack.forEach(this::forget);
  }
}
