package dev.kopilka.store.rows;

import dev.kopilka.model.Hold;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.Totals;
import dev.kopilka.store.Listed;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.IdentityRows.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The question for accounts with all that belongs to them: two statements, which may be sent with
 * others in one go.
 */
public final class AccountQuestion {
  private static final String ACCOUNTS =
      """
      select member, events, entries, debt, earned, redeemed, expired, purchases, spend,
        last_purchase_at, event_head, head
      """;

  /** What belongs to an account in one shape: each statement costs a server as much as its rows do. */
  private static final String LOTS =
      """
      select 1, member, entry, rule, '', earned_on, active_from, expires_on, opened, remaining, held
      """;

  private static final String HOLDS =
      " union all select 2, member, entry, parts, '', until, 0, 0, 0, 0, 0 ";
  private static final String STANDINGS =
      " union all select 3, member, entry, tier, basis, from_day, until_day, 0, 0, 0, 0 ";

  private final Query belongings;
  private final Query accounts;

  private AccountQuestion(Unit unit, Whose whose, String asked) {
    this.belongings = unit.query(whose.belongings).set(1, asked).set(2, asked).set(3, asked);
    this.accounts = unit.query(whose.accounts).set(1, asked);
  }

  /** How it is said whose rows of a table are wanted. */
  private enum Whose {
    NUMBERS("from {numbers} asked {join} %s on member = asked.value"),
    CODE("from %s where member = " + MemberRows.NUMBER);

    // Whole texts: each operation of a till asks them, and putting them together took its share.
    private final String belongings;
    private final String accounts;

    Whose(String from) {
      this.belongings =
          LOTS
              + from.formatted("lot")
              + HOLDS
              + from.formatted("hold")
              + STANDINGS
              + from.formatted("standing");
      this.accounts = ACCOUNTS + from.formatted("account");
    }
  }

  static AccountQuestion ofNumbers(Unit unit, Collection<Long> members) {
    var asked = Listed.of(members.stream().mapToLong(Long::longValue).sorted().toArray());
    return new AccountQuestion(unit, Whose.NUMBERS, asked);
  }

  /** For the account of whoever has the code. */
  public static AccountQuestion ofCode(Unit unit, String code) {
    return new AccountQuestion(unit, Whose.CODE, Kind.CODE.key(code));
  }

  public List<Query> queries() {
    return List.of(belongings, accounts);
  }

  /** What belongs to one account, in the order in which a decision wants it. */
  private record Belongings(List<Lot> lots, List<Hold> holds, List<Standing> standings) {
    Belongings() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void take(Query row) {
      var entry = (int) row.number(3);
      var text = row.text(4);
      switch ((int) row.number(1)) {
        case 1 ->
            lots.add(
                new Lot(
                    entry,
                    text,
                    EventRows.terms(row, 6),
                    row.number(9),
                    row.number(10),
                    row.number(11)));
        case 2 -> holds.add(new Hold(entry, day(row, 6), NumberText.parts(text)));
        default ->
            standings.add(
                new Standing(entry, text, day(row, 6), day(row, 7), Standing.Basis.of(row.text(5))));
      }
    }

    private static LocalDate day(Query row, int column) {
      return LocalDate.ofEpochDay(row.number(column));
    }

    Belongings sorted() {
      lots.sort(Lot.ORDER);
      holds.sort(Comparator.comparingInt(Hold::entry));
      standings.sort(Comparator.comparingInt(Standing::entry));
      return this;
    }
  }

  /** Those of the accounts to which something has happened. */
  public Map<Long, Account> answer() {
    var all = new HashMap<Long, Belongings>();
    try (var row = belongings) {
      while (row.next()) all.computeIfAbsent(row.number(2), _ -> new Belongings()).take(row);
    }
    var found = new HashMap<Long, Account>();
    try (var row = accounts) {
      while (row.next()) {
        var member = row.number(1);
        found.put(member, account(row, all.getOrDefault(member, new Belongings()).sorted()));
      }
    }
    return found;
  }

  private static Account account(Query row, Belongings its) {
    var totals =
        new Totals(
            row.number(5),
            row.number(6),
            row.number(7),
            row.number(8),
            row.number(9),
            row.number(10));
    return new Account(
        row.number(1),
        (int) row.number(2),
        (int) row.number(3),
        row.number(4),
        its.lots,
        its.holds,
        its.standings,
        totals,
        row.bytes(11),
        row.bytes(12));
  }
}
