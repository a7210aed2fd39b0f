package dev.kopilka.store.rows;

import dev.kopilka.model.Hold;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accounts with their open lots, holds and standings: caches of what the entries add up to. */
public final class AccountRows {
  private static final String SAVE =
      """
      insert into account (member, events, entries, debt, earned, redeemed, expired, purchases,
        spend, last_purchase_at, event_head, head, next_due)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (member) do update set
        events = excluded.events,
        entries = excluded.entries,
        debt = excluded.debt,
        earned = excluded.earned,
        redeemed = excluded.redeemed,
        expired = excluded.expired,
        purchases = excluded.purchases,
        spend = excluded.spend,
        last_purchase_at = excluded.last_purchase_at,
        event_head = excluded.event_head,
        head = excluded.head,
        next_due = excluded.next_due
      """;
  private static final String OPEN_LOT =
      """
      insert into lot (member, entry, rule, earned_on, active_from, expires_on, opened, remaining,
        held)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String SAVE_LOT =
      OPEN_LOT + """
      on conflict (member, entry) do update set
        expires_on = excluded.expires_on,
        remaining = excluded.remaining,
        held = excluded.held
      """;
  private static final String DROP_LOT = "delete from lot where member = ? and entry = ?";
  private static final String SAVE_HOLD =
      """
      insert into hold (member, entry, until, parts)
      values (?, ?, ?, ?)
      on conflict (member, entry) do update set parts = excluded.parts
      """;
  private static final String DROP_HOLD = "delete from hold where member = ? and entry = ?";
  private static final String SAVE_STANDING =
      "insert into standing (member, entry, tier, from_day, until_day, basis)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String DUE =
      "select member from account where next_due <= ? and member > ? order by member limit ?";

  private final Unit unit;

  public AccountRows(Unit unit) {
    this.unit = unit;
  }

  /** The member's account; the empty one before anything happened. */
  public Account load(long member) {
    return load(List.of(member)).get(member);
  }

  /** The accounts of the members; the empty one before anything happened to somebody. */
  public Map<Long, Account> load(Collection<Long> members) {
    var question = AccountQuestion.ofNumbers(unit, members);
    unit.ask(question.queries());
    var accounts = question.answer();
    for (var member : members) accounts.computeIfAbsent(member, Account::empty);
    return accounts;
  }

  /** Members whom the day's close must look at by that day, in order, after the given one. */
  public List<Long> due(LocalDate day, long after, int most) {
    var members = new ArrayList<Long>();
    try (var row = unit.query(DUE).set(1, day.toEpochDay()).set(2, after).set(3, most)) {
      while (row.next()) members.add(row.number(1));
    }
    return members;
  }

  /**
   * Writes what differs between the two states of one member.
   *
   * @param nextDue the first day on which the close must look at the member again
   */
  public void save(Account before, Account after, LocalDate nextDue) {
    var member = after.member();
    saveLots(member, before.lots(), after.lots());
    for (var hold : before.holds()) {
      if (after.hold(hold.entry()).isEmpty()) drop(DROP_HOLD, member, hold.entry());
    }
    for (var hold : after.holds()) if (!before.holds().contains(hold)) saveHold(member, hold);
    for (var i = before.standings().size(); i < after.standings().size(); i++) {
      saveStanding(member, after.standings().get(i));
    }
    saveAccount(after, nextDue);
  }

  /** Somebody may have thousands: each is looked for once. */
  private void saveLots(long member, List<Lot> before, List<Lot> after) {
    var gone = new LinkedHashMap<Integer, Lot>();
    for (var lot : before) gone.put(lot.entry(), lot);
    for (var lot : after) {
      var old = gone.remove(lot.entry());
      if (old == null) saveLot(OPEN_LOT, member, lot);
      else if (!lot.equals(old)) saveLot(SAVE_LOT, member, lot);
    }
    for (var entry : gone.keySet()) drop(DROP_LOT, member, entry);
  }

  private void drop(String sql, long member, int entry) {
    unit.query(sql).set(1, member).set(2, entry).add();
  }

  private void saveLot(String sql, long member, Lot lot) {
    var row = unit.query(sql).set(1, member).set(2, lot.entry()).set(3, lot.rule());
    EventRows.setTerms(row, 4, lot.terms());
    row.set(7, lot.opened()).set(8, lot.remaining()).set(9, lot.held()).add();
  }

  private void saveHold(long member, Hold hold) {
    unit.query(SAVE_HOLD)
        .set(1, member)
        .set(2, hold.entry())
        .set(3, hold.until().toEpochDay())
        .set(4, NumberText.parts(hold.parts()))
        .add();
  }

  private void saveStanding(long member, Standing standing) {
    unit.query(SAVE_STANDING)
        .set(1, member)
        .set(2, standing.entry())
        .set(3, standing.tier())
        .set(4, standing.from().toEpochDay())
        .set(5, standing.until().toEpochDay())
        .set(6, standing.basis().word())
        .add();
  }

  private void saveAccount(Account account, LocalDate nextDue) {
    var totals = account.totals();
    unit.query(SAVE)
        .set(1, account.member())
        .set(2, account.events())
        .set(3, account.entries())
        .set(4, account.debt())
        .set(5, totals.earned())
        .set(6, totals.redeemed())
        .set(7, totals.expired())
        .set(8, totals.purchases())
        .set(9, totals.spend())
        .set(10, totals.lastPurchaseAt())
        .set(11, account.eventHead())
        .set(12, account.head())
        .set(13, nextDue.toEpochDay())
        .add();
  }

  /** Sends the batches: lots are dropped before others are written under the same key. */
  public void flush() {
    for (var sql : List.of(DROP_LOT, OPEN_LOT, SAVE_LOT, DROP_HOLD, SAVE_HOLD, SAVE_STANDING, SAVE)) {
      unit.flush(sql);
    }
  }
}
