package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Booked;
import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.earn.Split;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Decimals;
import dev.kopilka.model.value.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this and earlier returns of the purchase are about.
 *
 * @param isFirst whether nothing of the purchase was returned before
 * @param before money returned before, in minor units
 * @param amount money of this return
 * @param linesBefore numbers of lines returned before, from 1
 * @param lines numbers of the lines of this return, empty when it is by amount
 */
record Returned(
    Booked purchase,
    boolean isFirst,
    long before,
    long amount,
    List<Integer> linesBefore,
    List<Integer> lines,
    Optional<Refuse> refuse) {

  static Returned of(Booked purchase, Facts asked, int scale) {
    var earlier = purchase.followUps(EventKind.RETURN);
    var before = earlier.stream().mapToLong(event -> event.facts().amount()).sum();
    var linesBefore = new ArrayList<Integer>();
    for (var event : earlier) linesBefore.addAll(numbers(event.facts().subject()));
    var lines = numbers(asked.subject()).stream().distinct().toList();
    var left = purchase.event().facts().amount() - before;
    var amount = amount(purchase, asked, lines, left);
    var refuse = unfit(purchase, linesBefore, lines);
    if (refuse.isEmpty() && left == 0 && !earlier.isEmpty()) refuse = Optional.of(again(purchase));
    if (refuse.isEmpty() && amount > left) {
      refuse =
          Optional.of(
              Refuse.because(Refusal.RETURN_EXCEEDS_PURCHASE)
                  .with("asked", Decimals.text(amount, scale))
                  .with("left", Decimals.text(left, scale)));
    }
    return new Returned(purchase, earlier.isEmpty(), before, amount, linesBefore, lines, refuse);
  }

  private static long amount(Booked purchase, Facts asked, List<Integer> lines, long left) {
    if (!lines.isEmpty()) return money(purchase, lines);
    return asked.amount() > 0 ? asked.amount() : left;
  }

  private static Refuse again(Booked purchase) {
    return Refuse.because(Refusal.ALREADY_RETURNED).with("id", purchase.event().key().id());
  }

  private static List<Integer> numbers(String text) {
    var numbers = new ArrayList<Integer>();
    for (var part : text.split(",")) {
      // What is no number is no line either; 0 is refused as such.
      if (!part.isBlank()) numbers.add(Decimals.whole(part.strip()).orElse(0L).intValue());
    }
    return numbers;
  }

  private static long money(Booked purchase, List<Integer> lines) {
    var all = purchase.event().facts().lines();
    var sum = 0L;
    for (var number : lines) {
      if (number >= 1 && number <= all.size()) sum += all.get(number - 1).amount();
    }
    return sum;
  }

  private static Optional<Refuse> unfit(Booked purchase, List<Integer> before, List<Integer> lines) {
    var count = purchase.event().facts().lines().size();
    for (var number : lines) {
      if (number < 1 || number > count) {
        return Optional.of(
            Refuse.because(Refusal.LINE_NOT_FOUND).with("line", number).with("lines", count));
      }
    }
    for (var number : lines) {
      if (before.contains(number)) {
        return Optional.of(again(purchase).with("line", number));
      }
    }
    return Optional.empty();
  }

  String lineNumbers() {
    return String.join(",", lines.stream().map(String::valueOf).toList());
  }

  /** Points of the entry that all returns up to and with this one are about. */
  long dueBy(Entry entry, long points) {
    var all = new ArrayList<>(linesBefore);
    all.addAll(lines);
    return due(entry, points, before + amount, all);
  }

  long dueBefore(Entry entry, long points) {
    return isFirst ? 0 : due(entry, points, before, linesBefore);
  }

  private long due(Entry entry, long points, long money, List<Integer> numbers) {
    var paid = purchase.event().facts().amount();
    if (money >= paid) return points;
    var byLine = 0L;
    var moneyOfLines = 0L;
    for (var number : numbers) {
      moneyOfLines += purchase.event().facts().lines().get(number - 1).amount();
      if (!entry.shares().isEmpty()) byLine += entry.shares().get(number - 1);
    }
    if (entry.shares().isEmpty()) return Split.part(points, money, paid);
    return Math.min(points, byLine + Split.part(points, money - moneyOfLines, paid));
  }
}
