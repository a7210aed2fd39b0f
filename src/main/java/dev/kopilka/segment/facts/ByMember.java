package dev.kopilka.segment.facts;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Rows in the order of members, handed out to whoever goes through the members in that order too. */
public final class ByMember<T> {
  private final Iterator<T> rows;
  private final ToLongFunction<T> member;
  private Optional<T> next = Optional.empty();

  public ByMember(Iterator<T> rows, ToLongFunction<T> member) {
    this.rows = rows;
    this.member = member;
    step();
  }

  private void step() {
    next = rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
  }

  /** The rows of the member, in their order; those of members before are passed over. */
  public List<T> of(long number) {
    while (next.isPresent() && member.applyAsLong(next.get()) < number) step();
    if (next.isEmpty() || member.applyAsLong(next.get()) > number) return List.of();
    var own = new ArrayList<T>();
    for (; next.isPresent() && member.applyAsLong(next.get()) == number; step()) {
      own.add(next.get());
    }
    return own;
  }
}
