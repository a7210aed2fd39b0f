package dev.kopilka.ledger;

import dev.kopilka.ledger.decide.Holding;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.earn.Tiers;
import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Terms;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Invariant;
import dev.kopilka.program.Due;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.MemberRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Posts what time has made due by the beginning of a day: holds over their deadline, standings over
 * their validity, lots over their last good day, in the order of the days. Doing it twice does
 * nothing the second time.
 */
public final class Close {
  private static final String EXPIRY = "expiry";

  private final Unit unit;
  private final ProgrammeHistory programmes;
  private final Pen pen;
  private final Book book;

  public Close(Unit unit, ProgrammeHistory programmes, Pen pen) {
    this.unit = unit;
    this.programmes = programmes;
    this.pen = pen;
    this.book = new Book(unit, programmes, pen);
  }

  /** What a batch did; {@code last} is the member to go on after, 0 when all are done. */
  public record Done(long last, long members, List<Entry> entries) {}

  /** Closes up to so many members that come after the given one. */
  public Done upTo(LocalDate day, long after, int most) {
    var due = new AccountRows(unit).due(day, after, most);
    new MemberRows(unit).hold(due);
    var entries = new ArrayList<Entry>();
    var members = 0;
    for (var member : due) {
      var posted = close(book.account(member), day);
      // A member whose tier is in its grace is looked at and left alone.
      if (posted.entries().isEmpty()) continue;
      book.record(posted.account(), posted.entries());
      entries.addAll(posted.entries());
      members++;
    }
    book.finish();
    return new Done(due.size() < most ? 0 : due.getLast(), members, entries);
  }

  private record Closed(Account account, List<Entry> entries) {}

  /** Goes from due day to due day, since a standing that falls may fall again before the end. */
  private Closed close(Account account, LocalDate through) {
    var entries = new ArrayList<Entry>();
    var now = account;
    while (true) {
      var due = Due.of(now, programmes.latest().orElseThrow().programme());
      if (due.isAfter(through)) return new Closed(now, entries);
      var draft = draft(now, due);
      releaseOverdue(draft, due);
      renew(draft, due);
      expire(draft, due);
      Invariant.holds(
          !draft.entries().isEmpty(), "something is due and nothing was posted");
      entries.addAll(draft.entries());
      now = draft.account();
    }
  }

  private Draft draft(Account account, LocalDate day) {
    var version = programmes.inForceOn(day).or(programmes::latest).orElseThrow();
    var midnight = day.atStartOfDay(version.programme().zone()).toInstant().toEpochMilli();
    return new Draft(pen, account, version.number(), midnight);
  }

  private static void releaseOverdue(Draft draft, LocalDate day) {
    for (var hold : draft.account().holds()) {
      if (day.isAfter(hold.until())) Holding.release(draft, hold, Holding.OVERDUE);
    }
  }

  private void renew(Draft draft, LocalDate day) {
    var programme = programmes.latest().orElseThrow().programme();
    if (programme.tiers().isEmpty()) return;
    var ladder = programme.tiers().get();
    if (Due.standing(draft.account(), ladder).isAfter(day)) return;
    var history = book.history(draft.account().member(), day);
    var next = new Tiers(ladder, draft.account(), history).renewal(day);
    // What was bought since, while this close was awaited, has its rise after the fall.
    while (next.isPresent()) {
      var terms = new Terms(day, next.get().from(), next.get().until());
      draft.post(Move.still(EntryKind.TIER, next.get().tier(), terms, List.of()));
      next = new Tiers(ladder, draft.account(), history).riseWithin(day);
    }
  }

  /** One closing entry a lot: its remainder is breakage. What is held dies when the hold ends. */
  private static void expire(Draft draft, LocalDate day) {
    var lapsed =
        draft.account().lots().stream()
            .filter(lot -> lot.remaining() > 0 && lot.terms().isLapsed(day))
            .sorted(Comparator.comparing(Lot::entry))
            .toList();
    for (var lot : lapsed) {
      draft.post(
          Move.drawing(EntryKind.EXPIRE, EXPIRY, List.of(new Draw(lot, lot.remaining())))
              .correcting(lot.entry()));
    }
  }

  /** Lots that begin to be spendable after one day and by another: told, not posted. */
  public static boolean activates(Lot lot, LocalDate after, LocalDate by) {
    var day = lot.terms().activeFrom();
    return !Days.isNever(day) && day.isAfter(after) && !day.isAfter(by);
  }
}
