package dev.kopilka.store.proof;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.Hold;
import dev.kopilka.store.rows.ProgrammeRows;
import java.util.List;

/** What stands in a row of the ledger, with what can only be seen at the row itself. */
public interface Seen {
  /**
   * An event.
   *
   * @param isAsWritten whether its texts are as we write them, to the byte
   */
  record OfEvent(Event event, boolean isAsWritten) implements Seen {}

  /** An entry, which has no draws yet: these name lots that only its member's history knows. */
  record OfEntry(Entry entry, List<Hold.Part> draws, boolean isAsWritten) implements Seen {}

  /** A version of the programme and the hash that ties it to the one before. */
  record OfVersion(ProgrammeRows.Stored version, byte[] chain) implements Seen {}

  /**
   * A participant's row.
   *
   * @param into code of who a merged member is now, "" for nobody else
   */
  public record OfMember(String code, String status, String into) {}
}
