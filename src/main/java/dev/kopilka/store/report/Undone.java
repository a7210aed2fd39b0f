package dev.kopilka.store.report;

import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.SettingRows;
import java.util.regex.Pattern;

/**
 * Leaves out of a question what was undone by {@code import --revert}: it never happened, though the
 * ledger shows it. A question says where: <code>{undone e}</code> behind the events {@code e} that it
 * goes through, and <code>{stands}</code> where it wants those alone that stand.
 *
 * <p>What is left out is an event that was undone, what undid it, and returns of it that had come
 * before. A ledger in which nothing was undone is asked without any of this.
 */
final class Undone {
  private static final Pattern HERE = Pattern.compile("\\{undone ([a-z]+)}");

  /**
   * Events that undo refer to the undone one as {@code ledger.References} says: without its source
   * where that is the usual one. By the name and not by the member, because cards are merged.
   */
  private static final String JOIN =
      """
      left join (
        select distinct kind, reference
        from event
        where source = 'revert' and kind in (2, 10)
      ) u
        on u.kind = case when $1.kind in (1, 2) then 2 else 10 end
        and u.reference = case
          when $1.kind = 2 then $1.reference
          when $1.source = case when $1.kind = 1 then 'purchases' else 'redemptions' end then $1.id
          else $1.source || ':' || $1.id end\
      """;

  /** The same by numbers, for who may not read what events refer to (roles.sql). */
  private static final String VEILED =
      "left join event_undone u on u.member = $1.member and u.number = $1.number";

  private Undone() {}

  /** Whether anything was ever undone in this ledger. */
  static boolean isAny(Unit unit) {
    return new SettingRows(unit).get(SettingRows.UNDONE).isPresent();
  }

  /** The question as it is to be asked of this ledger. */
  static String leftOut(Unit unit, String sql) {
    if (!sql.contains("{stands}")) return sql;
    if (!isAny(unit)) return HERE.matcher(sql).replaceAll("").replace("{stands}", "(1 = 1)");
    var mayRead = unit.mayRead("event");
    return HERE.matcher(sql)
        .replaceAll(mayRead ? JOIN : VEILED)
        .replace("{stands}", mayRead ? "(u.kind is null)" : "(u.member is null)");
  }
}
