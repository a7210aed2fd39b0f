package dev.kopilka.bulk.group;

import dev.kopilka.bulk.text.Row;
import java.util.List;

/**
 * What is booked or rejected as one: a row, or all lines of a receipt in the order of the file.
 *
 * @param overlong whether it has so many lines that it cannot be one thing
 */
public record Item(List<Row> rows, boolean overlong) {
  public Item {
    rows = List.copyOf(rows);
  }

  public Row first() {
    return rows.getFirst();
  }
}
