package dev.kopilka.screen;

import java.util.List;

/** How an answer is written on stdout. */
public enum Format {
  TABLE,
  CSV,
  TSV,
  JSON,
  JSONL,
  MD,
  HTML,
  XLSX;

  /** The words that {@code --output} takes, in the order of the help. */
  public static final List<String> NAMES = List.of("table", "csv", "tsv", "json", "jsonl", "md", "html", "xlsx");

  /** The format of that name, which is one of {@link #NAMES}. */
  public static Format of(String name) {
    return values()[NAMES.indexOf(name)];
  }

  /** The word that {@code --output} takes for it. */
  public String word() {
    return NAMES.get(ordinal());
  }

  /** Whether an answer is a file of its own, for a program of its own, and nothing to read here. */
  public boolean isFile() {
    return this == HTML || this == XLSX;
  }

  public boolean isJson() {
    return this == JSON || this == JSONL;
  }
}
