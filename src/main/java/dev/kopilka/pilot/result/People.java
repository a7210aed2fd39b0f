package dev.kopilka.pilot.result;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ObjIntConsumer;

/**
 * The few people who have several cards. What was done with any of them is one person's, who counts
 * once: in the arm of the card that they have now, or of the first one that was dealt.
 */
final class People {
  private final Map<Long, Long> merged;
  private final Set<Long> cards;
  private final Map<Long, Integer> arms = new HashMap<>();
  private final Map<Long, Person> people = new TreeMap<>();

  private static final class Person {
    private Bought bought = Bought.NOTHING;
    private int arm;
    private boolean isInSeveral;
  }

  /**
   * @param merged which card was merged into which, one step each
   */
  People(Map<Long, Long> merged) {
    this.merged = merged;
    this.cards = new HashSet<>(merged.keySet());
    cards.addAll(merged.values());
  }

  boolean isEmpty() {
    return cards.isEmpty();
  }

  /** Whether it is one of several cards of somebody. */
  boolean have(long card) {
    return cards.contains(card);
  }

  /** A card that was dealt to an arm; cards come in the order of their numbers. */
  void deal(long card, int arm, Bought bought) {
    arms.put(card, arm);
    var now = now(card);
    var known = people.get(now);
    var person = people.computeIfAbsent(now, _ -> new Person());
    person.isInSeveral |= known != null && known.arm != arm;
    if (known == null || card == now) person.arm = arm;
    person.bought = person.bought.plus(bought);
  }

  /** Something more of a card that was dealt; of another one it counts if its holder is in the pilot. */
  void add(long card, Bought bought) {
    var person = people.get(now(card));
    if (person != null) person.bought = person.bought.plus(bought);
  }

  boolean isDealt(long card) {
    return arms.containsKey(card);
  }

  /** So many have cards in more than one arm. */
  long inSeveral() {
    return people.values().stream().filter(person -> person.isInSeveral).count();
  }

  /** Hands over what each bought, and the arm. */
  void each(ObjIntConsumer<Bought> reader) {
    for (var person : people.values()) reader.accept(person.bought, person.arm);
  }

  /** Hands over the card that each has now, and the arm. */
  void eachArm(BiConsumer<Long, Integer> reader) {
    people.forEach((card, person) -> reader.accept(card, person.arm));
  }

  private long now(long card) {
    var now = card;
    while (merged.containsKey(now)) now = merged.get(now);
    return now;
  }
}
