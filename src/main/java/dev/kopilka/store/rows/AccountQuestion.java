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

  /**
   * What belongs to an account in one shape: each statement costs a server as much as its rows do. The
   * columns are of the same types everywhere, or it would turn every row of them into another one.
   */
  private static final String LOTS =
      """
      select 1, member, entry, rule, rule, earned_on, active_from, expires_on, opened, remaining, held
      """;

  private static final String NONE = "cast(0 as bigint), cast(0 as bigint), cast(0 as bigint) ";
  private static final String HOLDS =
      " union all select 2, member, entry, parts, parts, until, 0, 0, " + NONE;
  private static final String STANDINGS =
      " union all select 3, member, entry, tier, basis, from_day, until_day, 0, " + NONE;

  private static final String OF_NUMBERS = "from {numbers} asked {join} %s on member = asked.value";

  /** The code is looked up once: a lookup in each part took a server as long as the part itself. */
  private static final String ASKED =
      "with asked as materialized (select i.member from identity i where i.key = ?) ";

  private static final String OF_ASKED = "from %s where member = (select a.member from asked a)";

  // Whole texts: each operation of a till asks them, and putting them together took its share.
  private static final String BELONGINGS_OF_NUMBERS = belongings(OF_NUMBERS);
  private static final String BELONGINGS_OF_CODE = ASKED + belongings(OF_ASKED);
  private static final String ACCOUNTS_OF_NUMBERS = ACCOUNTS + OF_NUMBERS.formatted("account");
  private static final String ACCOUNT_OF_CODE =
      ACCOUNTS + "from account where member = " + MemberRows.NUMBER;

  private final Query belongings;
  private final Query accounts;

  private AccountQuestion(Query belongings, Query accounts) {
    this.belongings = belongings;
    this.accounts = accounts;
  }

  private static String belongings(String from) {
    return LOTS
        + from.formatted("lot")
        + HOLDS
        + from.formatted("hold")
        + STANDINGS
        + from.formatted("standing");
  }

  static AccountQuestion ofNumbers(Unit unit, Collection<Long> members) {
    var asked = Listed.of(members.stream().mapToLong(Long::longValue).sorted().toArray());
    return new AccountQuestion(
        unit.query(BELONGINGS_OF_NUMBERS).set(1, asked).set(2, asked).set(3, asked),
        unit.query(ACCOUNTS_OF_NUMBERS).set(1, asked));
  }

  /** For the account of whoever has the code. */
  public static AccountQuestion ofCode(Unit unit, String code) {
    var key = Kind.CODE.key(code);
    return new AccountQuestion(
        unit.query(BELONGINGS_OF_CODE).set(1, key), unit.query(ACCOUNT_OF_CODE).set(1, key));
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
