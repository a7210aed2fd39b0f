/**
 * RFM as one writes it in SQL, with ties told apart by member, so that there is one right answer: who bought what, or
 * how many members, purchases and how much money there is to each score. A day is one of Moscow's.
 *
 * @param divided how the database divides whole numbers
 */
record Ntile(String divided) {
  private static final String TODAY = "20777";

  private String scored(String table, String condition) {
    return "with buyer as (select member, (max(occurred_at) + 10800000) " + divided + " 86400000 as day, count(*) as n, sum(amount) as s from "
        + table + condition + " group by member), scored as (select member, day, n, s, ntile(5) over (order by day, member) as r,"
        + " ntile(5) over (order by n, member) as f, ntile(5) over (order by s, member) as m from buyer) ";
  }

  /** From a table that has purchases and nothing else, or from a ledger's events. */
  String members(boolean isLedger) {
    return scored(isLedger ? "event" : "purchase", isLedger ? " where kind = 1" : "")
        + "select member, " + TODAY + " - day as recency_days, n, s, r, f, m from scored order by member";
  }

  String summary(boolean isLedger) {
    return scored(isLedger ? "event" : "purchase", isLedger ? " where kind = 1" : "")
        + "select r * 100 + f * 10 + m as score, count(*), sum(n), sum(s) from scored group by 1 order by 1";
  }
}
