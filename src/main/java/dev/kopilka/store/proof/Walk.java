package dev.kopilka.store.proof;

import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Query;
import java.util.Optional;

/**
 * The rows of one table in the order of members and of a number within the member, one at a time.
 * The query's first column is the member, the second the number.
 */
public final class Walk<T> {
  private final Query query;
  private final Reader<T> reader;
  private boolean isOver;
  private long member;
  private long number;
  private long rows;

  /** Reads a row whose key the walk has read already. */
  interface Reader<T> {
    T read(Query row, long member, long number);
  }

  Walk(Query query, Reader<T> reader) {
    this.query = query;
    this.reader = reader;
    advance();
  }

  private void advance() {
    if (query.next()) {
      member = query.number(1);
      number = query.number(2);
      rows++;
    } else {
      isOver = true;
      query.close();
    }
  }

  public boolean isOver() {
    return isOver;
  }

  /** Whose row it stands at; meaningless when the walk is over. */
  public long member() {
    return member;
  }

  /** The row's number within the member. */
  public long number() {
    return number;
  }

  public boolean isAt(long member) {
    return !isOver && this.member == member;
  }

  public boolean isAt(long member, long number) {
    return isAt(member) && this.number == number;
  }

  /** What the row says; empty when its columns make no value: it was tampered with or is damaged. */
  public Optional<T> value() {
    try {
      return Optional.of(reader.read(query, member, number));
    } catch (Trouble storage) {
      throw storage;
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  public void step() {
    advance();
  }

  /** Goes on to the first row that is not this member's. */
  public void leave(long member) {
    while (isAt(member)) advance();
  }

  /** Rows met so far, the one it stands at included. */
  public long rows() {
    return rows;
  }
}
