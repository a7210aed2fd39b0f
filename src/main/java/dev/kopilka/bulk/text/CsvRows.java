package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.Dialect;
import dev.kopilka.bulk.source.Opened;
import dev.kopilka.model.value.Problem;
import java.util.List;

/** The records of a CSV file: its header once, then every row that is not blank. */
final class CsvRows implements RowReader {
  private final Opened opened;
  private final Row row;
  private final CsvRecord record;
  private final Row headerRow;
  private final List<String> header;
  private long number;
  private boolean cutTold;

  private CsvRows(Opened opened, Row row, CsvRecord record) {
    this.opened = opened;
    this.row = row;
    this.record = record;
    readRecord();
    this.headerRow = row.copy();
    this.header = Header.of(headerRow, opened.file());
    this.number = 0;
  }

  /** A reader whose header has been read and found fit. */
  static CsvRows open(Opened opened) {
    var row = new Row(opened.file(), 1024, 32);
    return new CsvRows(opened, row, new CsvRecord(opened, row));
  }

  @Override
  public boolean advance() {
    if (!readRecord()) return false;
    if (row.size() < header.size()) row.damagedAtEnd(ragged("ROW_TOO_SHORT"));
    else if (row.size() > header.size()) row.damagedAt(header.size(), ragged("ROW_TOO_LONG"));
    return true;
  }

  private Problem ragged(String code) {
    return Problem.of(code).with("found", (long) row.size()).with("expected", (long) header.size());
  }

  /** The next record that is not blank; false at the end. */
  private boolean readRecord() {
    while (!record.isAtEnd()) {
      record.read(number + 1);
      if (record.endsOpen()) tellCut();
      if (row.isBlank() && row.damage().isEmpty()) continue;
      number++;
      return true;
    }
    return breaksOff();
  }

  /** A compressed file may break off between two records: then one is known to be missing. */
  private boolean breaksOff() {
    if (!opened.feed().isCut() || cutTold) return false;
    row.begin(++number, record.line());
    row.open(record.line(), 1);
    row.end(record.line(), 1);
    tellCut();
    return true;
  }

  private void tellCut() {
    if (!opened.feed().isCut() || cutTold) return;
    cutTold = true;
    row.damagedAfterAll(Problem.of("FILE_CUT").with("file", opened.file()));
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Row headerRow() {
    return headerRow;
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public boolean isLastLineOpen() {
    return record.endsOpen();
  }

  @Override
  public Dialect dialect() {
    return opened.dialect();
  }

  @Override
  public long bytesRead() {
    return opened.bytesRead().getAsLong();
  }

  @Override
  public void close() {
    opened.close();
  }
}
