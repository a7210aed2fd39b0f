package dev.kopilka.pilot.result;

import dev.kopilka.store.Unit;
import dev.kopilka.store.pilot.DealtRows;
import dev.kopilka.store.rows.MemberRows;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;

/**
 * The codes of the few people who have several cards. Each person counts once, under the code of the
 * card that they have now, and in the arm in which {@link People} sees them.
 */
final class Cards {
  private final Map<String, Long> numbers = new HashMap<>();
  private final Map<Long, String> codes;
  private final Map<Long, Long> merged;

  /** Arms by card, in the order in which cards are dealt. */
  private final Map<Long, Integer> dealt = new TreeMap<>();

  private Cards(Map<Long, String> codes, Map<Long, Long> merged) {
    this.codes = codes;
    this.merged = merged;
    codes.forEach((number, code) -> numbers.put(code, number));
  }

  static Cards of(Unit unit) {
    return new Cards(new DealtRows(unit).cards(), new MemberRows(unit).merged());
  }

  /** Whether it is one of several cards of somebody. */
  boolean have(String code) {
    return numbers.containsKey(code);
  }

  /** A card of somebody who has several was dealt to that arm. */
  void deal(String code, int arm) {
    dealt.put(numbers.get(code), arm);
  }

  /** The code under which whoever has that card counts. */
  String now(String code) {
    var number = numbers.get(code);
    return number == null ? code : codes.get(now(number));
  }

  private long now(long card) {
    var now = card;
    while (merged.containsKey(now)) now = merged.get(now);
    return now;
  }

  /** Hands over the code and the arm of each person of whom a card was dealt. */
  void each(ObjIntConsumer<String> reader) {
    var people = new People(merged);
    dealt.forEach((card, arm) -> people.deal(card, arm, Bought.NOTHING));
    people.eachArm((card, arm) -> reader.accept(codes.get(card), arm));
  }
}
