package dev.kopilka.program.segment;

import java.util.List;

/**
 * The members for whom all conditions hold, of those who take part unless one is about the status;
 * without conditions, everybody who does.
 */
public record Segment(String code, String name, List<Condition> when) {
  public Segment {
    when = List.copyOf(when);
  }

  /** Whether any condition is about that. */
  public boolean asks(Condition.Field field) {
    for (var condition : when) if (condition.field() == field) return true;
    return false;
  }
}
