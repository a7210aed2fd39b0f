package dev.kopilka.segment.portrait.count;

import dev.kopilka.segment.portrait.count.Count.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has which value of one trait, and how much of it, out of all who could have one. */
public final class Cells {
  private final Map<String, Count> byValue = new HashMap<>();
  private final Count whole = new Count();

  /** A value and who has it. */
  public record Cell(String value, Count count) {}

  /** A member who could have a value, with so many units in all. */
  public void whole(Group group, long units) {
    whole.add(group, units);
  }

  /** A member who has so many units of the value; each value of a member is added once. */
  public void add(Group group, String value, long units) {
    byValue.computeIfAbsent(value, _ -> new Count()).add(group, units);
  }

  /** A member with one value, which is all that they have. */
  public void put(Group group, String value) {
    whole(group, 1);
    add(group, value, 1);
  }

  /** A member with any number of values, even none. */
  public void mark(Group group, Iterable<String> values) {
    whole(group, 1);
    for (var value : values) add(group, value, 1);
  }

  public Count whole() {
    return whole;
  }

  public List<Cell> list() {
    var list = new ArrayList<Cell>();
    byValue.forEach((value, count) -> list.add(new Cell(value, count)));
    return list;
  }
}
