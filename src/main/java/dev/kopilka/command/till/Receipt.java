package dev.kopilka.command.till;

import dev.kopilka.screen.Card;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.value.Days;
import dev.kopilka.program.stored.Basics;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a posting did, ready to be shown. It is made of the recorded event and its entries alone, so
 * that a repeated request hears the first answer.
 *
 * @param member member code
 * @param balance the balance after, when the event has no entries
 * @param counterpart what the same request did to a second member, if it concerned two
 */
record Receipt(
    Event event,
    List<Entry> entries,
    String member,
    long balance,
    Optional<Receipt> counterpart) {

  Card card(Basics basics, String status) {
    var card =
        Card.of()
            .put("status", status)
            .put("id", event.key().id())
            .put("source", event.key().source())
            .put("kind", event.kind().word())
            .put("member", member)
            .put("occurred_at", Instant.ofEpochMilli(event.occurredAt()))
            .put("version", (long) event.version())
            .decimal("amount", event.facts().amount(), basics.currencyScale());
    points(card, "points", moved(), basics);
    points(card, "earned", moved(EntryKind.EARN) + moved(EntryKind.RETURN), basics);
    points(
        card,
        "redeemed",
        -moved(EntryKind.REDEEM) - moved(EntryKind.CAPTURE) - moved(EntryKind.RESTORE),
        basics);
    outcome(card, basics);
    counterpart.ifPresent(
        other ->
            card.put("counterpart", other.outcome(Card.of().put("member", other.member), basics)));
    return card;
  }

  private Card outcome(Card card, Basics basics) {
    card.put("balance", balance(basics)).put("tier", tier());
    return card.put("entries", entries.stream().map(entry -> entry(entry, basics)).toList());
  }

  private Card balance(Basics basics) {
    var after = entries.isEmpty() ? balance : entries.getLast().balance();
    var balance = Card.of();
    points(balance, "before", after - moved(), basics);
    points(balance, "after", after, basics);
    return balance;
  }

  private static Card entry(Entry entry, Basics basics) {
    var card =
        Card.of()
            .put("entry", (long) entry.seq())
            .put("kind", entry.kind().word())
            .put("rule", entry.rule());
    points(card, "points", entry.points(), basics);
    points(card, "balance", entry.balance(), basics);
    return card.put("active_from", day(entry, entry.terms().activeFrom()))
        .put("expires_on", day(entry, entry.terms().expiresOn()));
  }

  /** Absent where the entry opened nothing, and for what never lapses. */
  private static Optional<LocalDate> day(Entry entry, LocalDate day) {
    var hasTerms = entry.opened() > 0 || entry.points() == 0;
    var isDay = hasTerms && !Days.isNever(day) && !day.equals(LocalDate.EPOCH);
    return isDay ? Optional.of(day) : Optional.empty();
  }

  private static void points(Card card, String name, long points, Basics basics) {
    if (basics.pointScale() == 0) card.put(name, points);
    else card.put(name, BigDecimal.valueOf(points, basics.pointScale()));
  }

  private long moved() {
    return entries.stream().mapToLong(Entry::points).sum();
  }

  private long moved(EntryKind kind) {
    return entries.stream().filter(e -> e.kind() == kind).mapToLong(Entry::points).sum();
  }

  private static boolean isTier(EntryKind kind) {
    return kind == EntryKind.TIER || kind == EntryKind.GRANT || kind == EntryKind.REVOKE;
  }

  /** The tier that this event gave, absent when it gave none. */
  private Optional<String> tier() {
    return entries.stream()
        .filter(entry -> isTier(entry.kind()))
        .map(Entry::rule)
        .reduce((_, last) -> last);
  }
}
