package dev.kopilka.ledger.draft;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Grows one member's account by an event and its entries: numbers them, chains them, applies them.
 * Local to one decision; a refusal throws the draft away.
 */
public final class Draft {
  /** Who records, when, and the chain's hasher. */
  public record Pen(String actor, long recordedAt, Chain chain) {}

  private final Pen pen;
  private final Account before;
  private final int version;
  private final List<Entry> entries = new ArrayList<>();
  private final Event event;
  private final long occurredAt;
  private Account account;
  private long shortfall;

  /** A draft that begins with recording the event. */
  public Draft(Pen pen, Situation situation, Request request, Facts facts) {
    this.pen = pen;
    this.before = situation.account();
    this.version = situation.version().number();
    this.occurredAt = request.occurredAt();
    this.event = event(request, facts);
    this.account = before.after(event);
  }

  /** A draft without an event: what the passing of time does at the given moment. */
  public Draft(Pen pen, Account account, int version, long occurredAt) {
    this.pen = pen;
    this.before = account;
    this.version = version;
    this.occurredAt = occurredAt;
    this.event = NOTHING;
    this.account = account;
  }

  private static final Event NOTHING =
      new Event(0, 0, EventKind.PURCHASE, null, 0, 0, 0, "", Facts.NONE, 0, Chain.ROOT);

  private Event event(Request request, Facts facts) {
    var bare =
        new Event(
            before.member(),
            before.events() + 1,
            request.kind(),
            request.key(),
            request.occurredAt(),
            pen.recordedAt(),
            version,
            pen.actor(),
            facts,
            request.fingerprint(),
            Chain.ROOT);
    var hash = pen.chain().hash(before.eventHead(), bare);
    return new Event(
        bare.member(),
        bare.number(),
        bare.kind(),
        bare.key(),
        bare.occurredAt(),
        bare.recordedAt(),
        bare.version(),
        bare.actor(),
        facts,
        bare.fingerprint(),
        hash);
  }

  /** Posts the move as the member's next entry. */
  public Entry post(Move move) {
    var opened = opened(move);
    var bare = entry(move, opened, Chain.ROOT);
    var entry = entry(move, opened, pen.chain().hash(account.head(), bare, event.hash()));
    account = account.after(entry);
    Invariant.holds(account.balance() == entry.balance(), "the lots do not add up to the balance");
    entries.add(entry);
    return entry;
  }

  /** What a credit leaves for a new lot: a debt comes first, then the lots it goes back to. */
  private long opened(Move move) {
    if (move.points() <= 0) return 0;
    var settled = Math.min(account.debt(), move.points());
    var opened = move.points() - settled + Move.sum(move.draws());
    Invariant.holds(opened >= 0, "a credit goes back to lots before it has settled the debt");
    return opened;
  }

  private Entry entry(Move move, long opened, byte[] hash) {
    return new Entry(
        account.member(),
        account.entries() + 1,
        event.number(),
        move.kind(),
        move.points(),
        Math.addExact(account.balance(), move.points()),
        opened,
        move.rule(),
        version,
        move.corrects(),
        move.terms(),
        move.draws(),
        move.shares(),
        occurredAt,
        pen.recordedAt(),
        pen.actor(),
        hash);
  }

  /** Notes points that should have been taken back and could not. */
  public void lacking(long points) {
    shortfall = Math.addExact(shortfall, points);
  }

  /** The account as it stands after what was posted so far. */
  public Account account() {
    return account;
  }

  public List<Entry> entries() {
    return entries;
  }

  public Event event() {
    return event;
  }

  public Decision.Post done() {
    return new Decision.Post(event, entries, before, account, shortfall, Optional.empty());
  }

  /** Done together with what the same request does to a second member. */
  public Decision.Post done(Draft counterpart) {
    return new Decision.Post(
        event, entries, before, account, shortfall, Optional.of(counterpart.done()));
  }
}
