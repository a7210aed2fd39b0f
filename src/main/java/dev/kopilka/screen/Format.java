package dev.kopilka.screen;

import java.util.List;

/** How an answer is written on stdout. */
public enum Format {
  TABLE,
  CSV,
  TSV,
  JSON,
  JSONL,
  MD;

  /** The words that {@code --output} takes, in the order of the help. */
  public static final List<String> NAMES = List.of("table", "csv", "tsv", "json", "jsonl", "md");

  /** The format of that name, which is one of {@link #NAMES}. */
  public static Format of(String name) {
    return values()[NAMES.indexOf(name)];
  }

  public boolean isJson() {
    return this == JSON || this == JSONL;
  }
}
