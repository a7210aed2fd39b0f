package dev.kopilka.program.segment;

import java.util.List;

/** The members for whom all conditions hold; without conditions, everybody. */
public record Segment(String code, String name, List<Condition> when) {
  public Segment {
    when = List.copyOf(when);
  }
}
