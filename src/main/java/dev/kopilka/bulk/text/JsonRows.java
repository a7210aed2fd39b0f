package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.Dialect;
import dev.kopilka.bulk.source.Opened;
import dev.kopilka.model.value.Problem;
import java.util.List;

/**
 * JSON Lines: one object a line. Numbers keep their text, so nothing is rounded on the way; a
 * nested object becomes {@code outer.inner}, an array of plain values becomes a list with commas;
 * null is an empty cell.
 */
final class JsonRows implements RowReader {
  private final Opened opened;
  private final Lines lines;
  private final Row row;
  private final Row headerRow;
  private final JsonObject object;
  private long number;
  private boolean ready;
  private boolean cutTold;

  JsonRows(Opened opened) {
    this.opened = opened;
    this.lines = new Lines(opened.feed(), opened.dialect().charset().name());
    this.row = new Row(opened.file(), 1024, 32);
    this.headerRow = new Row(opened.file(), 0, 0);
    this.object = new JsonObject(headerRow);
    // The first object names the columns that a caller may ask about before it reads a row.
    this.ready = readRow();
  }

  @Override
  public List<String> header() {
    return object.header();
  }

  @Override
  public Row headerRow() {
    return headerRow;
  }

  @Override
  public boolean advance() {
    if (ready) {
      ready = false;
      return true;
    }
    return readRow();
  }

  private boolean readRow() {
    if (!lines.advance()) return endOfFile();
    row.begin(++number, lines.number());
    if (lines.damage().isPresent()) {
      row.damaged(lines.number(), lines.damageColumn(), lines.damage().get());
    } else {
      object.read(lines, row);
    }
    if (lines.isOpen()) tellCut();
    if (row.damage().isPresent()) row.keepRaw(new String(lines.text(), 0, lines.length()));
    return true;
  }

  private boolean endOfFile() {
    if (!opened.feed().isCut() || cutTold) return false;
    row.begin(++number, lines.number() + 1);
    tellCut();
    return true;
  }

  private void tellCut() {
    if (!opened.feed().isCut() || cutTold) return;
    cutTold = true;
    row.end(row.line(), 1);
    row.damagedAfterAll(Problem.of("FILE_CUT").with("file", opened.file()));
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public boolean isLastLineOpen() {
    return lines.isOpen();
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
