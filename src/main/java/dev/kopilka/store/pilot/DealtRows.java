package dev.kopilka.store.pilot;

import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Walk;
import java.util.HashMap;
import java.util.Map;

/** Who was dealt to which arm of a pilot. */
public final class DealtRows {
  private static final String ADD = "insert into pilot_member (pilot, member, arm) values (?, ?, ?)";
  private static final String SIZES =
      "select arm, count(*) from pilot_member where pilot = ? group by arm";
  private static final String CODES =
      """
      select m.code, p.arm
      from pilot_member p
      join member m on m.member = p.member
      where p.pilot = ?
      order by m.code
      """;

  private static final String CARDS =
      """
      select member, code
      from member
      where merged_into > 0
      union
      select t.member, t.code
      from member m
      join member t on t.member = m.merged_into
      where m.merged_into > 0
      """;

  private final Unit unit;

  public DealtRows(Unit unit) {
    this.unit = unit;
  }

  /** Adds the row to the batch. */
  public void add(String pilot, long member, int arm) {
    unit.query(ADD).set(1, pilot).set(2, member).set(3, arm).add();
  }

  public void flush() {
    unit.flush(ADD);
  }

  /** How many each of so many arms has. */
  public long[] sizes(String pilot, int arms) {
    var sizes = new long[arms];
    try (var row = unit.query(SIZES).set(1, pilot)) {
      while (row.next()) sizes[(int) row.number(1)] = row.number(2);
    }
    return sizes;
  }

  /** The codes of all cards that were merged, or into which one was, by member. */
  public Map<Long, String> cards() {
    var cards = new HashMap<Long, String>();
    try (var row = unit.query(CARDS)) {
      while (row.next()) cards.put(row.number(1), row.text(2));
    }
    return cards;
  }

  /** A member by code, and the place of the arm. */
  public record Dealt(String code, int arm) {}

  /** Walks over all members of a pilot in the order of their codes; the walk ends with the unit. */
  public Walk<Dealt> walk(String pilot) {
    return new Walk<>(
        unit.query(CODES).set(1, pilot), row -> new Dealt(row.text(1), (int) row.number(2)));
  }
}
