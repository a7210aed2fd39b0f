package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.Hold;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.Totals;
import dev.kopilka.model.value.Days;
import dev.kopilka.store.rows.AccountRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract's second half: the caches of what a member has. */
abstract class AccountContract extends ManyContract {
  private static Account account(List<Lot> lots, List<Hold> holds, List<Standing> standings) {
    var totals = new Totals(1, 2, 3, 4, 5, 6);
    return new Account(1, 3, 9, 7, lots, holds, standings, totals, HASH, HASH);
  }

  private void save(Account before, Account after, LocalDate due) {
    write(
        unit -> {
          var rows = new AccountRows(unit);
          rows.save(before, after, due);
          rows.flush();
        });
  }

  @Test
  void anAccountIsWrittenByWhatDiffersAndReadInTheOrderOfDrawing() {
    var soon = new Lot(5, "b", SHORT, 10, 4, 6);
    var never = new Lot(2, "a", TERMS, 9, 9, 0);
    var hold = new Hold(6, DAY.plusDays(3), List.of(new Hold.Part(5, 6)));
    var tier = new Standing(7, "золото", DAY, Days.NEVER, Standing.Basis.GIVEN);
    var first = account(List.of(soon, never), List.of(hold), List.of(tier));
    save(Account.empty(1), first, DAY);
    var read = database.read(unit -> new AccountRows(unit).load(1));
    assertEquals(List.of(soon, never), read.lots());
    assertEquals(List.of(hold), read.holds());
    assertEquals(List.of(tier), read.standings());
    assertEquals(first.totals(), read.totals());
    assertEquals(List.of(3L, 9L, 7L), List.of((long) read.events(), (long) read.entries(), read.debt()));
    var moved = soon.expiring(DAY.plusMonths(2)).capturing(6);
    save(read, account(List.of(moved), List.of(), List.of(tier)), Days.NEVER);
    var again = database.read(unit -> new AccountRows(unit).load(1));
    assertEquals(List.of(moved), again.lots());
    assertEquals(List.of(), again.holds());
    assertEquals(List.of(tier), again.standings());
  }

  @Test
  void whoIsDueComesInOrderAndInPages() {
    save(Account.empty(1), account(List.of(), List.of(), List.of()), DAY);
    List<Long> due = database.read(unit -> new AccountRows(unit).due(DAY, 0, 10));
    assertEquals(List.of(1L), due);
    assertEquals(List.of(), database.read(unit -> new AccountRows(unit).due(DAY, 1, 10)));
    assertEquals(
        List.of(), database.read(unit -> new AccountRows(unit).due(DAY.minusDays(1), 0, 10)));
  }

  /** More than any batch holds: they all go, each once. */
  @Test
  void thousandsOfLotsAreOpenedChangedAndClosed() {
    var empty = Account.empty(1);
    var lots = new ArrayList<Lot>();
    for (var i = 1; i <= 5_500; i++) lots.add(new Lot(i, "base", TERMS, 10, 10, 0));
    var opened = with(empty, lots);
    var taken = with(empty, lots.stream().map(lot -> lot.taking(1)).toList());
    save(empty, opened);
    save(opened, taken);
    assertEquals(5_500 * 9, points());
    save(taken, empty);
    assertEquals(0, points());
  }

  private static Account with(Account account, List<Lot> lots) {
    return new Account(
        account.member(),
        account.events(),
        account.entries(),
        account.debt(),
        lots,
        account.holds(),
        account.standings(),
        account.totals(),
        account.eventHead(),
        account.head());
  }

  private void save(Account before, Account after) {
    write(
        unit -> {
          var rows = new AccountRows(unit);
          rows.save(before, after, DAY);
          rows.flush();
        });
  }

  private long points() {
    return database.read(
        unit -> {
          try (var row = unit.query("select coalesce(sum(remaining), 0) from lot where member = 1")) {
            row.next();
            return row.number(1);
          }
        });
  }
}
