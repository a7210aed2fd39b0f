package dev.kopilka.bulk.order;

import dev.kopilka.bulk.group.Item;
import dev.kopilka.model.value.Trouble.Finding;
import java.util.List;
import java.util.TreeMap;

/** The findings that a strict run tells: the first ones of the file. The rejects file has them all. */
public final class Findings {
  private static final int TOLD = 20;

  private final TreeMap<Long, Finding> byRow = new TreeMap<>();

  public void add(Item item, Finding finding) {
    byRow.put(item.first().number(), finding);
    if (byRow.size() > TOLD) byRow.pollLastEntry();
  }

  public List<Finding> first() {
    return List.copyOf(byRow.values());
  }
}
