package dev.kopilka.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.account.Account;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.program.Due;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import java.time.LocalDate;

/** Computes a member's account again from what is stored of events and entries, and compares. */
public final class Proof {
  private Proof() {}

  public static void of(World world, ProgrammeHistory programmes, long member) {
    world.database().read(unit -> check(unit, programmes, member));
  }

  private static boolean check(Unit unit, ProgrammeHistory programmes, long member) {
    var stored = new AccountRows(unit).load(member);
    var again = Account.empty(member);
    var chain = new Chain();
    var events = new EventRows(unit).of(member);
    for (var event : events) {
      assertArrayEquals(chain.hash(again.eventHead(), event), event.hash());
      again = again.after(event);
    }
    for (var entry : new EntryRows(unit).of(member)) {
      var cause = entry.event() == 0 ? Chain.ROOT : events.get(entry.event() - 1).hash();
      assertArrayEquals(chain.hash(again.head(), entry, cause), entry.hash());
      again = again.after(entry);
      assertEquals(again.balance(), entry.balance(), "balance after entry " + entry.seq());
    }
    assertArrayEquals(again.head(), stored.head());
    assertArrayEquals(again.eventHead(), stored.eventHead());
    assertEquals(withoutHeads(again), withoutHeads(stored));
    return true;
  }

  /** Arrays are equal only to themselves, so they are compared apart. */
  private static Account withoutHeads(Account account) {
    return new Account(
        account.member(),
        account.events(),
        account.entries(),
        account.debt(),
        account.lots(),
        account.holds(),
        account.standings(),
        account.totals(),
        Chain.ROOT,
        Chain.ROOT);
  }

  /** The first day on which the close looks at the member, as stored and as it should be. */
  static LocalDate due(World world, ProgrammeHistory programmes, long member) {
    return Due.of(world.account(member), programmes.latest().orElseThrow().programme());
  }
}
