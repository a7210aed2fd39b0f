package dev.kopilka.store.person;

import dev.kopilka.store.Unit;

/** Which messages were handed out for whom, and when. */
public final class ContactRows {
  private static final String ADD =
      """
      insert into contact (member, at, message, channel, segment)
      values (?, ?, ?, ?, ?)
      on conflict (member, at, message) do nothing
      """;

  private final Unit unit;

  public ContactRows(Unit unit) {
    this.unit = unit;
  }

  /**
   * One message.
   *
   * @param at milliseconds since 1970 UTC
   */
  public record Contact(long member, long at, String message, String channel, String segment) {}

  /** Adds the row to the batch; the same once more changes nothing. */
  public void add(Contact contact) {
    unit.query(ADD)
        .set(1, contact.member())
        .set(2, contact.at())
        .set(3, contact.message())
        .set(4, contact.channel())
        .set(5, contact.segment())
        .add();
  }

  public void flush() {
    unit.flush(ADD);
  }
}
