package dev.kopilka.model.account;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.Hold;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Standing;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Invariant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One member's state: what all events and entries so far add up to.
 *
 * @param events how many events are recorded; the next one has the next number
 * @param entries how many entries are posted
 * @param debt points that the member owes after a return; later credits settle it first
 * @param lots the open lots in the order of drawing
 * @param holds the open holds, oldest first
 * @param standings all places on the tier ladder, oldest first
 * @param eventHead hash of the last event, {@link Chain#ROOT} before the first
 * @param head hash of the last entry, {@link Chain#ROOT} before the first
 */
public record Account(
    long member,
    int events,
    int entries,
    long debt,
    List<Lot> lots,
    List<Hold> holds,
    List<Standing> standings,
    Totals totals,
    byte[] eventHead,
    byte[] head) {

  public Account {
    lots = Lots.of(lots);
    holds = List.copyOf(holds);
    standings = List.copyOf(standings);
  }

  /** The account of a member to whom nothing has happened yet. */
  public static Account empty(long member) {
    return new Account(
        member, 0, 0, 0, List.of(), List.of(), List.of(), Totals.ZERO, Chain.ROOT, Chain.ROOT);
  }

  /** Open lots, pending, held and lapsed but not yet closed ones included, less the debt. */
  public long balance() {
    return Lots.of(lots).points() - debt;
  }

  public long available(LocalDate day) {
    var sum = 0L;
    for (var lot : lots) if (lot.terms().isSpendable(day)) sum += lot.remaining();
    return sum;
  }

  public long pending(LocalDate day) {
    var sum = 0L;
    for (var lot : lots) if (lot.terms().isPending(day)) sum += lot.remaining();
    return sum;
  }

  public long held() {
    var sum = 0L;
    for (var lot : lots) sum += lot.held();
    return sum;
  }

  /** The lot that the entry opened, if it is still open. */
  public Optional<Lot> lot(int entry) {
    return Lots.of(lots).numbered(entry);
  }

  public Optional<Hold> hold(int entry) {
    for (var hold : holds) if (hold.entry() == entry) return Optional.of(hold);
    return Optional.empty();
  }

  /** The standing on that day; nothing before the first one, when the lowest level holds. */
  public Optional<Standing> standing(LocalDate day) {
    for (var i = standings.size() - 1; i >= 0; i--) {
      if (!standings.get(i).from().isAfter(day)) return Optional.of(standings.get(i));
    }
    return Optional.empty();
  }

  /** The tier given by hand that has not been released, if there is one: the member's floor. */
  public Optional<Standing> granted() {
    return Standing.granted(standings);
  }

  public Account after(Event event) {
    Invariant.holds(event.number() == events + 1, "an event number was skipped");
    return new Account(
        member,
        event.number(),
        entries,
        debt,
        lots,
        holds,
        standings,
        totals.after(event),
        event.hash(),
        head);
  }

  public Account after(Entry entry) {
    Invariant.holds(entry.seq() == entries + 1, "an entry number was skipped");
    var change = new Change(this, entry).apply();
    return new Account(
        member,
        events,
        entry.seq(),
        change.debt(),
        change.lots(),
        change.holds(),
        change.standings(),
        totals.after(entry),
        eventHead,
        entry.hash());
  }
}
