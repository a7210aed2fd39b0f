package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.parts.Broken;
import dev.kopilka.bulk.parts.Xml;
import dev.kopilka.model.value.Problem;

/**
 * The rows of a sheet that hold something, one after the other. Where the sheet breaks off, the last
 * row says so; what stands there before it is given too, and nothing comes after it.
 */
public final class SheetReader implements AutoCloseable {
  /** The last column of every spreadsheet: XFD. */
  private static final int LAST_COLUMN = 16_384;

  private final String file;
  private final Xml xml;
  private final CellText cells;
  private final SheetRow row = new SheetRow();
  private long number;
  private int column;
  private boolean inRows;
  private boolean ended;

  SheetReader(String file, Xml xml, CellText cells) {
    this.file = file;
    this.xml = xml;
    this.cells = cells;
  }

  /** The row in hand; its content changes with the next {@link #advance}. */
  public SheetRow row() {
    return row;
  }

  /** About how many bytes of the file were read. */
  public long bytesRead() {
    return xml.packedTaken();
  }

  /** Goes to the next row that is not blank; false at the end. */
  public boolean advance() {
    if (ended) return false;
    row.begin(number + 1);
    column = 1;
    try {
      // Read to the end of the part, and not of the rows only: its checksum stands there.
      while (xml.next()) {
        // Buttons that lie on a sheet say after its rows on which row they lie, by the same word.
        if (xml.starts("sheetData") || xml.ends("sheetData")) inRows = xml.isStart();
        if (!inRows || !xml.starts("row")) continue;
        readRow();
        if (row.last() > 0) return true;
        row.begin(number + 1);
        column = 1;
      }
      ended = true;
      return false;
    } catch (Broken broken) {
      ended = true;
      row.damaged(Math.max(1, column), told(broken.problem()));
      return true;
    }
  }

  private Problem told(Problem problem) {
    return problem.with("file", file);
  }

  private void readRow() throws Broken {
    number = Math.max(number + 1, whole(xml.attribute("r")));
    row.begin(number);
    column = 0;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) readCell();
    }
  }

  private void readCell() throws Broken {
    var named = columnOf(xml.attribute("r"));
    if (named > 0 && named <= column) throw xml.unsound();
    column = named > 0 ? named : column + 1;
    if (column > LAST_COLUMN) throw xml.unsound();
    cells.begin(xml.attribute("t"), (int) whole(xml.attribute("s")));
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) cells.value(xml.text());
      else if (xml.starts("is")) cells.value(RichText.of(xml));
      else if (xml.starts("f")) readFormula();
    }
    if (!cells.isSound()) throw xml.unsound();
    row.add(column, cells.text(), cells.isNumber());
  }

  private void readFormula() throws Broken {
    cells.formula();
    xml.skip();
  }

  /** A number of few digits; 0 for any other text. */
  private static long whole(String text) {
    if (text.isEmpty() || text.length() > 9) return 0;
    var value = 0L;
    for (var i = 0; i < text.length(); i++) {
      var digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) return 0;
      value = value * 10 + digit;
    }
    return value;
  }

  /** The column that a name such as {@code AB12} begins with, from 1; 0 when it names none. */
  private static int columnOf(String name) {
    var value = 0;
    for (var i = 0; i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z'; i++) {
      value = value * 26 + name.charAt(i) - 'A' + 1;
      if (value > LAST_COLUMN) return value;
    }
    return value;
  }

  @Override
  public void close() {
    xml.close();
  }
}
