package dev.kopilka.store.proof;

import dev.kopilka.store.Fields;
import dev.kopilka.store.Query;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.ProgrammeRows;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** Walks over all tables of the ledger at once, in step by member. */
public final class Walks {
  private static final String EVENT_TYPES = "iiittiiitiiittttttttiiitib";
  private static final String ENTRY_TYPES = "iiiiiiitiiiiittiitb";
  private static final String MEMBERS =
      """
      select m.member, 0, m.code, m.status,
        case
          when m.merged_into = 0 then ''
          else coalesce(
            (select t.code from member t where t.member = m.merged_into), '#' || m.merged_into)
        end
      from member m
      where m.member between ? and ?
      order by m.member
      """;
  private static final String VERSIONS =
      """
      select 0, version, effective_from, author, order_number, hash, recorded_at, source, chain
      from programme
      order by version
      """;

  private final Walk<Seen.OfMember> members;
  private final Walk<Seen.OfEvent> events;
  private final Walk<Seen.OfEntry> entries;
  private final Walk<Object[]> draws;
  private final Walk<Object[]> accounts;
  private final Walk<Object[]> lots;
  private final Walk<Object[]> holds;
  private final Walk<Object[]> standings;

  /** Walks over all rows of some members; those of an earlier one of the unit must have ended. */
  public Walks(Unit unit, Span span) {
    var packedEvents = new Packed(unit, "event", EventRows.COLUMNS, EVENT_TYPES);
    var packedEntries = new Packed(unit, "entry", EntryRows.COLUMNS, ENTRY_TYPES);
    members = new Walk<>(span.bind(unit.query(MEMBERS)), (row, _, _) -> member(row));
    events = new Walk<>(packedEvents.query(span), (row, member, number) -> event(packedEvents.of(row, member, number)));
    entries = new Walk<>(packedEntries.query(span), (row, member, seq) -> entry(packedEntries.of(row, member, seq)));
    draws = Cache.DRAW.walk(unit, span);
    accounts = Cache.ACCOUNT.walk(unit, span);
    lots = Cache.LOT.walk(unit, span);
    holds = Cache.HOLD.walk(unit, span);
    standings = Cache.STANDING.walk(unit, span);
  }

  private static Seen.OfMember member(Query row) {
    return new Seen.OfMember(row.text(3), row.text(4), row.text(5));
  }

  private static Seen.OfEvent event(Fields row) {
    var event = EventRows.read(row);
    return new Seen.OfEvent(event, EventRows.isAsWritten(event, row));
  }

  private static Seen.OfEntry entry(Fields row) {
    var entry = EntryRows.bare(row);
    var draws = EntryRows.draws(row);
    return new Seen.OfEntry(entry, draws, EntryRows.isAsWritten(entry, draws, row));
  }

  /** The versions of the programme; their member is 0, their number the version. */
  public static Walk<Seen.OfVersion> versions(Unit unit) {
    return new Walk<>(unit.query(VERSIONS), (row, _, _) -> version(row));
  }

  private static Seen.OfVersion version(Query row) {
    return new Seen.OfVersion(
        new ProgrammeRows.Stored(
            Math.toIntExact(row.number(2)),
            LocalDate.ofEpochDay(row.number(3)),
            row.text(4),
            row.text(5),
            row.text(6),
            row.number(7),
            row.text(8)),
        row.bytes(9));
  }

  private List<Walk<?>> all() {
    return List.of(members, events, entries, draws, accounts, lots, holds, standings);
  }

  /** The next member of whom any table has a row; empty when all walks are over. */
  public OptionalLong next() {
    var next = OptionalLong.empty();
    for (var walk : all()) {
      if (walk.isOver()) continue;
      if (next.isEmpty() || walk.member() < next.getAsLong()) {
        next = OptionalLong.of(walk.member());
      }
    }
    return next;
  }

  /** Leaves whatever rows of the member were not looked at. */
  public void leave(long member) {
    for (var walk : all()) walk.leave(member);
  }

  public Walk<Seen.OfMember> members() {
    return members;
  }

  public Walk<Seen.OfEvent> events() {
    return events;
  }

  public Walk<Seen.OfEntry> entries() {
    return entries;
  }

  /** The rows of a table that can be rebuilt. */
  public Walk<Object[]> of(Cache cache) {
    return switch (cache) {
      case ACCOUNT -> accounts;
      case LOT -> lots;
      case HOLD -> holds;
      case STANDING -> standings;
      case DRAW -> draws;
    };
  }
}
