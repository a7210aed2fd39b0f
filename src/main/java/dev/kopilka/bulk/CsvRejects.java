package dev.kopilka.bulk;

import dev.kopilka.bulk.kind.Rejected;
import dev.kopilka.bulk.text.RowReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** Rejected rows as CSV in UTF-8, with the delimiter and the header of the file they came from. */
final class CsvRejects implements Rejects.Form {
  private final CSVFormat format;
  private final RowReader reader;
  private final Rejected rejected;

  CsvRejects(RowReader reader) {
    this.reader = reader;
    this.rejected = Rejected.in(reader.header());
    this.format =
        CSVFormat.RFC4180.builder().setDelimiter(reader.dialect().delimiter()).get();
  }

  /** The header, after a mark where the file had one or a spreadsheet would need one. */
  @Override
  public void begin(OutputStream out) throws IOException {
    var dialect = reader.dialect();
    if (dialect.marked() || !dialect.charset().equals(StandardCharsets.UTF_8)) {
      out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
    }
    var header = reader.header();
    var names = new ArrayList<>(Rejected.COLUMNS);
    names.addAll(header.subList(rejected.columns(), header.size()));
    record(out, names);
  }

  @Override
  public void write(OutputStream out, Rejects.Told told) throws IOException {
    var row = told.row();
    var cells = new ArrayList<String>();
    cells.add(rejected.line(row));
    cells.add(Long.toString(told.column()));
    cells.add(told.code());
    cells.add(told.message());
    for (var i = rejected.columns(); i < Math.max(row.size(), reader.header().size()); i++) {
      cells.add(Rejected.guarded(rejected.text(row, i)));
    }
    record(out, cells);
  }

  private void record(OutputStream out, List<String> cells) throws IOException {
    out.write((format.format(cells.toArray()) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
