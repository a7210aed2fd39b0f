package dev.kopilka.store.member;

import dev.kopilka.store.Query;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** A query's rows as an iterator that holds one of them at a time and closes itself at the end. */
public final class Walk<T> implements Iterator<T>, AutoCloseable {
  private final Query query;
  private final Function<Query, T> reader;
  private boolean stepped;
  private boolean there;

  /** The query has its values bound; the walk runs it. */
  public Walk(Query query, Function<Query, T> reader) {
    this.query = query;
    this.reader = reader;
  }

  @Override
  public boolean hasNext() {
    if (!stepped) {
      there = query.next();
      stepped = true;
      if (!there) query.close();
    }
    return there;
  }

  @Override
  public T next() {
    if (!hasNext()) throw new NoSuchElementException();
    var row = reader.apply(query);
    stepped = false;
    return row;
  }

  @Override
  public void close() {
    query.close();
    stepped = true;
    there = false;
  }
}
