package dev.kopilka.store.person;

import dev.kopilka.store.Unit;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Who was in which segment when it was last run: rules with segment conditions look here. */
public final class SegmentRows {
  private static final String OF = "select segment from segment_member where member = ?";
  private static final String MEMBERS = "select member from segment_member where segment = ?";
  private static final String CLEAR = "delete from segment_member where segment = ?";
  private static final String ADD = "insert into segment_member (segment, member) values (?, ?)";

  private final Unit unit;

  public SegmentRows(Unit unit) {
    this.unit = unit;
  }

  public Set<String> of(long member) {
    var segments = new HashSet<String>();
    try (var row = unit.query(OF).set(1, member)) {
      while (row.next()) segments.add(row.text(1));
    }
    return segments;
  }

  /** The segment's members by number, a bit each. */
  public BitSet members(String segment) {
    var members = new BitSet();
    try (var row = unit.query(MEMBERS).set(1, segment)) {
      while (row.next()) members.set(Math.toIntExact(row.number(1)));
    }
    return members;
  }

  /** Replaces the segment's members. */
  public void put(String segment, BitSet members) {
    unit.query(CLEAR).set(1, segment).run();
    members.stream().forEach(member -> unit.query(ADD).set(1, segment).set(2, member).add());
    unit.flush(ADD);
  }
}
