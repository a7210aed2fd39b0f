package dev.kopilka.model.account;

import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a member's past that caps and tiers ask for: what was given and spent, by local day.
 * Loaded only when the programme has such rules. A card of the till's own may have any number of
 * purchases, so what is kept grows with the days and not with them.
 *
 * @param days in order, each date once; those that come in another order or in parts are put
 *     together
 */
public record History(List<Day> days) {
  public static final History NONE = new History(List.of());

  /**
   * What counted on one local day.
   *
   * @param spend minor units, less those of returns
   * @param visits receipts and activities, less those taken back
   * @param points earned by rules, less those that returns took back
   * @param given points by rule; a return does not make room again under a cap
   */
  public record Day(
      LocalDate date, long spend, long visits, long points, Map<String, Long> given) {
    public Day {
      given = Map.copyOf(given);
    }

    /** Points that a rule gave, or that a return took back when they are negative. */
    public static Day gift(LocalDate date, String rule, long points) {
      return new Day(date, 0, 0, points, points > 0 ? Map.of(rule, points) : Map.of());
    }

    /** Money in minor units (negative for a return) and visits (-1, 0 or 1). */
    public static Day occasion(LocalDate date, long spend, long visits) {
      return new Day(date, spend, visits, 0, Map.of());
    }

    private Day and(Day other) {
      var all = new HashMap<>(given);
      other.given.forEach((rule, more) -> all.merge(rule, more, Long::sum));
      return new Day(
          date, spend + other.spend, visits + other.visits, points + other.points, all);
    }
  }

  public History {
    days = isInOrder(days) ? List.copyOf(days) : together(days);
  }

  private static boolean isInOrder(List<Day> days) {
    for (var i = 1; i < days.size(); i++) {
      if (!days.get(i - 1).date.isBefore(days.get(i).date)) return false;
    }
    return true;
  }

  private static List<Day> together(List<Day> parts) {
    var sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparing(Day::date));
    var days = new ArrayList<Day>();
    for (var part : sorted) {
      if (!days.isEmpty() && days.getLast().date.equals(part.date)) {
        days.set(days.size() - 1, days.getLast().and(part));
      } else {
        days.add(part);
      }
    }
    return List.copyOf(days);
  }

  /** Both pasts as one. */
  public History and(History other) {
    if (days.isEmpty()) return other;
    if (other.days.isEmpty()) return this;
    var all = new ArrayList<>(days);
    all.addAll(other.days);
    return new History(all);
  }

  /** Points that the rule gave in the days, both inclusive; a return does not make room again. */
  public long given(String rule, LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var day : days(from, to)) sum += day.given.getOrDefault(rule, 0L);
    return sum;
  }

  /** Points earned in the days less those returned. */
  public long points(LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var day : days(from, to)) sum += day.points;
    return sum;
  }

  public long spend(LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var day : days(from, to)) sum += day.spend;
    return sum;
  }

  public long visits(LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var day : days(from, to)) sum += day.visits;
    return sum;
  }

  /** The days from the first to the last, both inclusive, on which anything counted, in order. */
  public List<Day> days(LocalDate from, LocalDate to) {
    var first = before(from);
    var last = before(to);
    if (last < days.size() && days.get(last).date.equals(to)) last++;
    return first < last ? days.subList(first, last) : List.of();
  }

  /** How many of the days come before the date. */
  private int before(LocalDate date) {
    var from = 0;
    var to = days.size();
    while (from < to) {
      var middle = (from + to) >>> 1;
      if (days.get(middle).date.isBefore(date)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The past with what a decision of that day added to it: an event, and what it caused. */
  public History after(Event event, List<Entry> entries, LocalDate date) {
    var counted = new ArrayList<Day>(entries.size() + 1);
    occasion(event, date).ifPresent(counted::add);
    for (var entry : entries) {
      if (entry.kind() != EntryKind.EARN && entry.kind() != EntryKind.RETURN) continue;
      counted.add(Day.gift(date, entry.rule(), entry.points()));
    }
    return counted.stream().reduce(Day::and).map(this::with).orElse(this);
  }

  private History with(Day more) {
    var all = new ArrayList<>(days);
    var place = before(more.date);
    if (place < all.size() && all.get(place).date.equals(more.date)) {
      all.set(place, all.get(place).and(more));
    } else {
      all.add(place, more);
    }
    return new History(all);
  }

  private static Optional<Day> occasion(Event event, LocalDate date) {
    var spend =
        switch (event.kind()) {
          case PURCHASE -> event.facts().amount();
          case RETURN -> -event.facts().amount();
          default -> 0L;
        };
    var visits = Totals.visits(event);
    if (spend == 0 && visits == 0 && event.kind() != EventKind.PURCHASE) return Optional.empty();
    return Optional.of(Day.occasion(date, spend, visits));
  }
}
