package dev.kopilka.store.member;

import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.Iterator;

/** All members in the order of their codes, with what they have on a day. */
public final class Roster {
  // Lots and standings are few a member and lie together, so a look at each is cheaper than sorting
  // all of them first.
  private static final String LINES =
      """
      select m.member, m.code, m.status, m.enrolled_at,
        coalesce(
          (select s.tier
           from standing s
           where s.member = m.member and s.from_day <= ?
           order by s.entry desc
           limit 1),
          '') as tier,
        (select coalesce(sum(l.remaining), 0)
         from lot l
         where l.member = m.member and l.active_from <= ? and l.expires_on >= ?),
        (select coalesce(sum(l.remaining), 0)
         from lot l
         where l.member = m.member and l.active_from > ?),
        (select coalesce(sum(l.held), 0) from lot l where l.member = m.member),
        coalesce(a.debt, 0), coalesce(a.purchases, 0), coalesce(a.spend, 0),
        coalesce(a.last_purchase_at, 0)
      from member m
      left join account a on a.member = m.member
      where (? = '' or m.status = ?)
      order by m.code
      """;

  private final Unit unit;

  public Roster(Unit unit) {
    this.unit = unit;
  }

  /**
   * One member.
   *
   * @param enrolledAt milliseconds since 1970 UTC
   * @param tier the level on the day, "" before the first standing
   */
  public record Line(
      long number, String code, String status, long enrolledAt, String tier, Sums sums) {}

  /**
   * Points in the smallest unit, money in minor units.
   *
   * @param lastPurchaseAt milliseconds since 1970 UTC, 0 for none
   */
  public record Sums(
      long available,
      long pending,
      long held,
      long debt,
      long purchases,
      long spend,
      long lastPurchaseAt) {}

  /**
   * Walks over the members; the walk ends with the unit.
   *
   * @param status only members of this status, "" for all
   */
  public Iterator<Line> on(LocalDate day, String status) {
    var query = unit.query(LINES);
    for (var place = 1; place <= 4; place++) query.set(place, day.toEpochDay());
    query.set(5, status).set(6, status);
    return new Walk<>(query, Roster::read);
  }

  private static Line read(Query row) {
    var sums =
        new Sums(
            row.number(6),
            row.number(7),
            row.number(8),
            row.number(9),
            row.number(10),
            row.number(11),
            row.number(12));
    return new Line(row.number(1), row.text(2), row.text(3), row.number(4), row.text(5), sums);
  }
}
