package dev.kopilka.segment;

import dev.kopilka.program.Programme;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.segment.facts.FactsReader;
import dev.kopilka.segment.facts.Matching;
import dev.kopilka.segment.facts.Spelling;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.SegmentRows;
import dev.kopilka.vault.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Finds out who is in which segment of the programme, and keeps it for the rules to look up. */
public final class Membership {
  private final Unit unit;
  private final Programme programme;
  private final Vault vault;

  public Membership(Unit unit, Programme programme, Vault vault) {
    this.unit = unit;
    this.programme = programme;
    this.vault = vault;
  }

  /** What running one segment changed. */
  public record Change(Segment segment, long members, long joined, long left) {}

  /** Looks at every member once, and replaces the members of the segments. */
  public List<Change> run(Collection<Segment> segments, LocalDate day) {
    var wanted = segments.stream().map(Spelling::normal).toList();
    var found = new ArrayList<BitSet>();
    for (var _ : wanted) found.add(new BitSet());
    var scope = new FactsReader.Scope(programme, wanted, day, vault);
    var members = new FactsReader(unit, scope).walk();
    while (members.hasNext()) {
      var member = members.next();
      for (var i = 0; i < wanted.size(); i++) {
        if (!Matching.belongs(member, wanted.get(i))) continue;
        found.get(i).set(Math.toIntExact(member.number()));
      }
    }
    var changes = new ArrayList<Change>();
    for (var i = 0; i < wanted.size(); i++) changes.add(put(wanted.get(i), found.get(i)));
    return changes;
  }

  private Change put(Segment segment, BitSet members) {
    var rows = new SegmentRows(unit);
    var left = rows.members(segment.code());
    var joined = (BitSet) members.clone();
    joined.andNot(left);
    left.andNot(members);
    rows.put(segment.code(), members);
    return new Change(segment, members.cardinality(), joined.cardinality(), left.cardinality());
  }
}
