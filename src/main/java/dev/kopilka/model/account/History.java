package dev.kopilka.model.account;

import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The part of a member's past that caps and tiers ask for: who gave what, and what was spent, on
 * which local day. Loaded only when the programme has such rules.
 *
 * @param gifts points that rules gave or returns took back
 * @param occasions receipts, returns and visits
 */
public record History(List<Gift> gifts, List<Occasion> occasions) {
  public static final History NONE = new History(List.of(), List.of());

  /** Points by one rule on one day; negative when a return took them back. */
  public record Gift(LocalDate day, String rule, long points) {}

  /** Money in minor units (negative for a return) and visits (-1, 0 or 1) on one day. */
  public record Occasion(LocalDate day, long spend, int visits) {}

  public History {
    gifts = List.copyOf(gifts);
    occasions = List.copyOf(occasions);
  }

  /** Both pasts as one. */
  public History and(History other) {
    if (gifts.isEmpty() && occasions.isEmpty()) return other;
    if (other.gifts.isEmpty() && other.occasions.isEmpty()) return this;
    return new History(joined(gifts, other.gifts), joined(occasions, other.occasions));
  }

  /** Points that the rule gave in the days, both inclusive; a return does not make room again. */
  public long given(String rule, LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var gift : gifts) {
      if (gift.points > 0 && gift.rule.equals(rule) && within(gift.day, from, to)) {
        sum += gift.points;
      }
    }
    return sum;
  }

  /** Points earned in the days less those returned. */
  public long points(LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var gift : gifts) if (within(gift.day, from, to)) sum += gift.points;
    return sum;
  }

  public long spend(LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var occasion : occasions) if (within(occasion.day, from, to)) sum += occasion.spend;
    return sum;
  }

  public long visits(LocalDate from, LocalDate to) {
    var sum = 0L;
    for (var occasion : occasions) if (within(occasion.day, from, to)) sum += occasion.visits;
    return sum;
  }

  /** The days from the first to the last on which anything counted, in order. */
  public SortedSet<LocalDate> days(LocalDate from, LocalDate to) {
    var days = new TreeSet<LocalDate>();
    for (var gift : gifts) if (within(gift.day, from, to)) days.add(gift.day);
    for (var occasion : occasions) if (within(occasion.day, from, to)) days.add(occasion.day);
    return days;
  }

  private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The past with what a decision of that day added to it: an event, and what it caused. */
  public History after(Event event, List<Entry> entries, LocalDate day) {
    var occasion = occasion(event, day);
    var given = given(entries, day);
    if (occasion.isEmpty() && given.isEmpty()) return this;
    return new History(joined(gifts, given), joined(occasions, occasion));
  }

  private static List<Occasion> occasion(Event event, LocalDate day) {
    var spend =
        switch (event.kind()) {
          case PURCHASE -> event.facts().amount();
          case RETURN -> -event.facts().amount();
          default -> 0L;
        };
    var visits = Totals.visits(event);
    if (spend == 0 && visits == 0 && event.kind() != EventKind.PURCHASE) return List.of();
    return List.of(new Occasion(day, spend, visits));
  }

  private static List<Gift> given(List<Entry> entries, LocalDate day) {
    var given = new ArrayList<Gift>(entries.size());
    for (var entry : entries) {
      if (entry.kind() != EntryKind.EARN && entry.kind() != EntryKind.RETURN) continue;
      given.add(new Gift(day, entry.rule(), entry.points()));
    }
    return given;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    if (more.isEmpty()) return some;
    var all = new ArrayList<T>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    return all;
  }
}
