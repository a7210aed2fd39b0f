package dev.kopilka.store.report;

import dev.kopilka.store.Query;

/** The rows of an answer, one at a time, in the hands of whoever steps over them. */
public final class Rows implements AutoCloseable {
  private final Query query;
  private final Row row;

  Rows(Query query) {
    this.query = query;
    this.row = new Row(query);
  }

  /** Steps to the next row, the first one at first; false when there is none. */
  public boolean next() {
    return query.next();
  }

  /** The row stepped to; the same object each time, so nobody may keep it. */
  public Row row() {
    return row;
  }

  @Override
  public void close() {
    query.close();
  }
}
