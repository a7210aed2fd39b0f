import java.util.Locale;

/**
 * Says in SQL how a ledger of so many members with ten purchases each on average comes to its tables at once, with
 * the accounts that importing them would leave: the same rows in a file and on a server, and the same every time.
 * There are no entries and no people beside them, and hashes are none.
 */
final class Crowd {
  private static final int EACH = 20;
  /** 2024-11-20 00:00 in Moscow; then two years, and the day from which they are looked back at. */
  private static final String FIRST = "1732050000000";

  private static final int SPAN = 2 * 365 * 86_400;

  static final String LAST_DAY = "2026-11-20";

  private final long members;
  private final boolean isOnServer;

  Crowd(long purchases, boolean isOnServer) {
    // Two neighbours have twenty together.
    this.members = Math.max(2, purchases / EACH * 2);
    this.isOnServer = isOnServer;
  }

  /** How many purchases there are. */
  long purchases() {
    return members / 2 * EACH;
  }

  long members() {
    return members;
  }

  /** The statements that fill an empty ledger. */
  String sql() {
    return String.join(";\n", fast(), people(), events(), accounts(), isOnServer ? "vacuum analyze" : "pragma optimize;\npragma journal_mode = wal") + ";\n";
  }

  private String fast() {
    return isOnServer ? "set session_replication_role = replica" : "pragma journal_mode = off;\npragma synchronous = off;\npragma cache_size = -400000";
  }

  private String people() {
    return "insert into member (member, code, status, enrolled_at, channel, staff, referrer, consents, pilot, fingerprint)"
        + " select i, 'M' || substr(cast(100000000 + i as text), 2), 'active', 1730408400000, 'store', '', '', '', '', i from "
        + (isOnServer ? "generate_series(1, cast(" + members + " as bigint)) one (i)" : numbers(members));
  }

  private static String numbers(long last) {
    return "(with recursive one (i) as (values (1) union all select i + 1 from one where i < " + last + ") select i from one)";
  }

  /** From 1 to 19, and with the neighbour 20. */
  private static String count() {
    return "(case when i % 2 = 1 then 1 + i * 48271 % 2147483647 % 19 else 19 - (i - 1) * 48271 % 2147483647 % 19 end)";
  }

  /** The first event of a member is the enrolment. */
  private String events() {
    var one = "(i * 20 + k) * 48271 % 2147483647";
    var rows =
        isOnServer
            ? "generate_series(1, cast(" + members + " as bigint)) one (i) cross join lateral generate_series(cast(0 as bigint), " + count() + ") two (k)"
            : numbers(members) + " cross join (select i - 1 as k from " + numbers(EACH) + ") where k <= " + count();
    var hash = isOnServer ? "sha256(cast(cast(x as text) as bytea))" : "randomblob(32)";
    return String.format(
        Locale.ROOT,
        "insert into event (member, number, kind, source, id, occurred_at, recorded_at, version, actor, amount, discount, points, subject,"
            + " reference, channel, store, partner, staff, promo_code, lines, earned_on, active_from, expires_on, attributes, fingerprint, hash)"
            + " select i, k + 1, case when k = 0 then 11 else 1 end, case when k = 0 then 'members' else 'purchases' end,"
            + " case when k = 0 then '' || i else 'T00000' || (1000000000 + x) end,"
            + " case when k = 0 then 1730408400000 else %s + x %% %d * 1000 end, 1795800415020, 1, 'root',"
            + " case when k = 0 then 0 else 5000 + y %% 395000 end, 0, 0, '', '', case when k = 0 then '' else 'store' end,"
            + " case when k = 0 then '' else 'S' || (100 + y %% 120) end, '', '', '',"
            + " case when k = 0 then '' else '[[\"coffee\",\"\",\"\",' || (5000 + y %% 395000) || ']]' end,"
            + " 0, 0, 0, '', x * 2000000000 + y, %s"
            + " from (select i, k, x, x * 69621 %% 2147483647 as y from (select i, k, %s as x from %s) a) b",
        FIRST, SPAN, hash, one, rows);
  }

  private String accounts() {
    var none = isOnServer ? "decode(repeat('00', 32), 'hex')" : "zeroblob(32)";
    return "insert into account (member, events, entries, debt, earned, redeemed, expired, purchases, spend, last_purchase_at,"
        + " next_due, event_head, head) select member, count(*), 0, 0, 0, 0, 0, sum(case when kind = 1 then 1 else 0 end),"
        + " sum(amount), max(case when kind = 1 then occurred_at else 0 end), 2932896, " + none + ", " + none
        + " from event group by member";
  }
}
