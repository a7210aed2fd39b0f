package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.Dialect.Format;
import dev.kopilka.bulk.source.Opened;
import dev.kopilka.bulk.source.Source;
import dev.kopilka.bulk.source.Wish;

/** Opens tables. */
public final class Tables {
  private Tables() {}

  /**
   * A reader that stands before the first record, its header read. Throws {@link
   * dev.kopilka.model.value.Trouble.BadInput} when the file is no table, when detection has more
   * than one answer, or when the header is unfit.
   */
  public static RowReader open(Source source, Wish wish) {
    if (isWorkbook(source, wish)) return SheetRows.open(source, wish);
    var opened = Opened.of(source, wish);
    try {
      return opened.dialect().format() == Format.CSV
          ? CsvRows.open(opened)
          : new JsonRows(opened);
    } catch (RuntimeException unfit) {
      opened.close();
      throw unfit;
    }
  }

  /** Another format that is asked for by name is looked at as text, and refused as none. */
  private static boolean isWorkbook(Source source, Wish wish) {
    return wish.knownFormat().orElse(Format.XLSX) == Format.XLSX && source.isZip();
  }
}
