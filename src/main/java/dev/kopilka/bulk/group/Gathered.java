package dev.kopilka.bulk.group;

import dev.kopilka.bulk.group.RowSort.Entry;
import dev.kopilka.bulk.text.PackedRow;
import dev.kopilka.bulk.text.Row;
import dev.kopilka.bulk.text.RowReader;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The rows of a table with those that share an id brought together, each group where its first row
 * stood. Two sorts in bounded memory: by id, to learn where each id begins; then by that.
 */
final class Gathered implements Items.Rows {
  private final String file;
  private final RowSort byStart;

  private Gathered(String file, RowSort byStart) {
    this.file = file;
    this.byStart = byStart;
  }

  static Gathered of(RowReader reader, IntSupplier idCell) {
    return of(reader, idCell, RowSort.CHUNK_BYTES);
  }

  static Gathered of(RowReader reader, IntSupplier idCell, int chunkBytes) {
    var file = reader.headerRow().place(0).file();
    var byStart = new RowSort(chunkBytes);
    try (var byId = new RowSort(chunkBytes)) {
      readAll(reader, idCell, byId);
      sendToStarts(byId, byStart, file, idCell);
    }
    byStart.sorted();
    return new Gathered(file, byStart);
  }

  private static void readAll(RowReader reader, IntSupplier idCell, RowSort byId) {
    var packing = new PackedRow();
    try (reader) {
      while (reader.advance()) {
        var row = reader.row();
        var cell = idCell.getAsInt();
        var major = cell < 0 || row.isEmpty(cell) ? 0 : row.hash(cell);
        byId.add(new Entry(major, row.number(), packing.pack(row)));
      }
    }
    byId.sorted();
  }

  /** Rows of one hash come in a row; different ids that share it are told apart by their text. */
  private static void sendToStarts(
      RowSort byId, RowSort byStart, String file, IntSupplier idCell) {
    var starts = new HashMap<String, Long>();
    var hash = 0L;
    for (var entry = byId.next(); entry.isPresent(); entry = byId.next()) {
      var one = entry.get();
      if (one.major() != hash) starts.clear();
      hash = one.major();
      var id = id(PackedRow.unpack(one.row(), file), idCell);
      var start = id.isEmpty() ? one.minor() : starts.computeIfAbsent(id, _ -> one.minor());
      byStart.add(new Entry(start, one.minor(), one.row()));
    }
  }

  private static String id(Row row, IntSupplier idCell) {
    var cell = idCell.getAsInt();
    return cell < 0 ? "" : row.text(cell);
  }

  @Override
  public Optional<Row> next() {
    return byStart.next().map(entry -> PackedRow.unpack(entry.row(), file));
  }

  @Override
  public void close() {
    byStart.close();
  }
}
