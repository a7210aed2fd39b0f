package dev.kopilka.bulk.kind;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** A table to begin with: the header of a kind and one row as an example. */
public final class Template {
  private Template() {}

  /** The two lines as CSV. */
  public static String of(Kind kind) {
    var example = new ArrayList<String>();
    for (var column : kind.columns()) example.add(column.example());
    return line(kind.names()) + line(example);
  }

  private static String line(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.toArray()) + "\n";
  }
}
