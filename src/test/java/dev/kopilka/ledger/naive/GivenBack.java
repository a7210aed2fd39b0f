package dev.kopilka.ledger.naive;

import static dev.kopilka.ledger.naive.Person.Place.FREE;
import static dev.kopilka.ledger.naive.Person.Place.GONE;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.naive.Person.Deed;
import dev.kopilka.ledger.naive.Person.Gain;
import dev.kopilka.ledger.naive.Person.Point;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.Programme;
import dev.kopilka.program.ReturnTerms.Policy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Goods come back, or a redemption is undone: by moving single points. */
final class GivenBack {
  private final Programme programme;
  private final LocalDate day;
  private final Memory memory;
  private final Person person;

  /** It comes back to whom the person is now. */
  GivenBack(Programme programme, LocalDate day, Memory memory) {
    this.programme = programme;
    this.day = day;
    this.memory = memory;
    this.person = memory.person.living();
  }

  Runnable act(Request request, Set<Refusal> reasons) {
    var lines = new TreeSet<Integer>();
    for (var word : request.facts().subject().split(",")) {
      if (!word.isEmpty()) lines.add(Integer.parseInt(word));
    }
    var all = memory.request.facts().lines();
    for (var line : lines) if (line < 1 || line > all.size()) reasons.add(Refusal.LINE_NOT_FOUND);
    if (!reasons.isEmpty()) return null;
    for (var line : lines) {
      if (memory.returnedLines.contains(line)) reasons.add(Refusal.ALREADY_RETURNED);
    }
    var left = memory.paid() - memory.returnedMoney;
    if (memory.returnedAtAll && left == 0) reasons.add(Refusal.ALREADY_RETURNED);
    var asked = request.facts().amount() > 0 ? request.facts().amount() : left;
    if (!lines.isEmpty()) asked = lines.stream().mapToLong(n -> all.get(n - 1).amount()).sum();
    if (asked > left) reasons.add(Refusal.RETURN_EXCEEDS_PURCHASE);
    var money = asked;
    return () -> takeBack(money, lines);
  }

  private void takeBack(long money, Set<Integer> lines) {
    var before = new ArrayList<Long>();
    for (var given : memory.given) before.add(due(given.points, given.shares));
    var spentBefore = due(memory.spent.size(), List.of());
    memory.returnedMoney += money;
    memory.returnedLines.addAll(lines);
    memory.returnedAtAll = true;
    person.spend -= money;
    person.deeds.add(new Deed(day, -money, 0));
    restore(spentBefore, due(memory.spent.size(), List.of()));
    for (var i = 0; i < memory.given.size(); i++) takeBack(memory.given.get(i), before.get(i));
  }

  /** How much of so many points all returns so far are about. */
  private long due(long points, List<Long> shares) {
    if (memory.returnedMoney >= memory.paid() && memory.returnedAtAll) return points;
    if (memory.paid() == 0) return 0;
    if (shares.isEmpty()) return Gifts.portion(points, memory.returnedMoney, memory.paid());
    var byLine = 0L;
    var money = memory.returnedMoney;
    for (var line : memory.returnedLines) {
      byLine += shares.get(line - 1);
      money -= memory.request.facts().lines().get(line - 1).amount();
    }
    return Math.min(points, byLine + Gifts.portion(points, money, memory.paid()));
  }

  /** Nobody is asked, in all, for more than what had not lapsed. */
  private void takeBack(Memory.Given given, long before) {
    var until = due(given.points, given.shares);
    var lapsed = Person.lapsed(given.parcel);
    var asked = Math.min(until - before, until - lapsed - given.takenBack);
    if (asked <= 0) return;
    var policy = programme.returns().policy();
    var gone = 0L;
    if (policy != Policy.PENDING_ONLY || day.isBefore(given.parcel.active)) {
      for (var point : person.points) {
        var isOwn = point.parcel == Person.now(given.parcel);
        if (gone == asked || !isOwn || point.place != FREE) continue;
        point.place = GONE;
        gone++;
      }
    }
    if (policy != Policy.PENDING_ONLY) {
      // What is left of the purchase's own points is gone by now, so these are others.
      for (var point : person.first(day, asked - gone)) {
        point.place = GONE;
        gone++;
      }
    }
    if (policy == Policy.TO_DEBT) {
      person.debt += asked - gone;
      gone = asked;
    }
    given.takenBack += gone;
    person.earned -= gone;
    if (gone > 0) person.gains.add(new Gain(day, given.rule, -gone));
  }

  /** Spent points of these places in the order of spending come back to where they were. */
  void restore(long from, long to) {
    var back = new ArrayList<Point>();
    var lapsed = 0L;
    for (var point : memory.spent.subList((int) from, (int) to)) {
      if (day.isAfter(point.parcel.expires)) lapsed++;
      else back.add(point);
    }
    person.redeemed -= back.size();
    if (person != memory.person) reopen(back);
    else putBack(back);
    var grace = programme.returns().restoreFor();
    if (lapsed == 0 || grace.isEmpty()) return;
    person.redeemed -= lapsed;
    person.credit(memory.spentBy, lapsed, new LocalDate[] {day, day, day.plus(grace.get())});
  }

  /** Points of another card begin anew under the same terms; those that lapse last pay a debt. */
  private void reopen(List<Point> back) {
    for (var at = back.size(); at > 0; ) {
      var parcel = back.get(at - 1).parcel;
      var to = at;
      while (at > 0 && back.get(at - 1).parcel == parcel) at--;
      var dates = new LocalDate[] {parcel.earned, parcel.active, parcel.expires};
      person.credit(parcel.rule, to - at, dates);
    }
  }

  private void putBack(List<Point> back) {
    var settled = Math.min(person.debt, back.size());
    person.debt -= settled;
    for (var point : back.subList(0, (int) (back.size() - settled))) {
      point.place = FREE;
      person.points.add(point);
    }
  }
}
