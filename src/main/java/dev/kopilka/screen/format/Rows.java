package dev.kopilka.screen.format;

import dev.kopilka.screen.Format;
import java.util.List;

/** A table on its way to stdout in one format: a heading, rows, an end. */
public interface Rows {
  void begin(List<String> names);

  /** The values of one row in the order of the names, each as {@code Cell.plain} gave it. */
  void row(Object[] values);

  void end();

  static Rows in(Format format, Target target) {
    return switch (format) {
      case TABLE -> new Table(target);
      case CSV -> Delimited.csv(target);
      case TSV -> Delimited.tsv(target);
      case JSON -> Json.array(target);
      case JSONL -> Json.lines(target);
      case MD -> new Markdown(target);
      case HTML, XLSX -> throw new IllegalArgumentException("a file of its own: " + format);
    };
  }
}
