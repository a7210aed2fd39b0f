package dev.kopilka.bulk.group;

import dev.kopilka.bulk.group.RowSort.Entry;
import dev.kopilka.bulk.text.PackedRow;
import dev.kopilka.bulk.text.Row;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToLongFunction;

/** Items that were read to the end, to be had again in another order or in their own. */
public final class Sorted {
  private final RowSort sort;
  private final IntSupplier idCell;
  private final String file;
  private final long rows;
  private final boolean isWhole;

  private Sorted(RowSort sort, Items items, String file, long rows) {
    this.sort = sort;
    this.idCell = items.idCell();
    this.isWhole = !items.standApart();
    this.file = file;
    this.rows = rows;
  }

  static Sorted of(Items items, ToLongFunction<Item> order, boolean byAnother) {
    var sort = new RowSort(RowSort.CHUNK_BYTES);
    var packing = new PackedRow();
    var file = "";
    var rows = 0L;
    try (items;
        var ahead = new Ahead<>(items::some, byAnother)) {
      for (var some = ahead.next(); some.isPresent(); some = ahead.next()) {
        for (var item : some.get()) {
          var major = order.applyAsLong(item);
          for (var row : item.rows()) sort.add(new Entry(major, rows++, packing.pack(row)));
        }
        if (file.isEmpty()) file = some.get().getFirst().first().place(0).file();
      }
    }
    return new Sorted(sort, items, file, rows);
  }

  /** Whether these are all items, and not only those before rows that stand apart. */
  public boolean isWhole() {
    return isWhole;
  }

  /** Lets go of them. */
  public void close() {
    sort.close();
  }

  /** How many rows all items have. */
  public long rows() {
    return rows;
  }

  /** The items in the order that was asked for. */
  public Items inOrder() {
    sort.sorted();
    return new Items(new Unpacked(sort, file), idCell);
  }

  /** The items as they came. */
  public Items asTheyCame() {
    return new Items(new Unpacked(sort.byMinor(), file), idCell);
  }

  /** Rows as the sort gives them back. */
  private record Unpacked(RowSort sort, String file) implements Items.Rows {
    @Override
    public Optional<Row> next() {
      return sort.next().map(entry -> PackedRow.unpack(entry.row(), file));
    }

    @Override
    public void close() {
      sort.close();
    }
  }
}
