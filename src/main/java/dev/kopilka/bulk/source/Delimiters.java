package dev.kopilka.bulk.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the delimiter of a CSV file: of comma, semicolon and tab, the one that cuts all records of
 * a sample into as many cells as the header has. More than one answer is no answer.
 */
final class Delimiters {
  private static final char[] CANDIDATES = {',', ';', '\t'};
  private static final int RECORDS = 50;

  private Delimiters() {}

  /** The delimiters that fit; exactly one is what a reader can work with. */
  static List<Character> fitting(String sample, boolean isWhole) {
    var splitting = new ArrayList<Character>();
    var even = new ArrayList<Character>();
    for (var candidate : CANDIDATES) {
      var widths = widths(sample, candidate, isWhole);
      if (widths.header() < 2) continue;
      splitting.add(candidate);
      if (widths.all().size() == 1) even.add(candidate);
    }
    // A table of one column has no delimiter at all, and then a comma does no harm.
    if (splitting.isEmpty()) return List.of(',');
    if (splitting.size() == 1) return splitting;
    return even.size() == 1 ? even : splitting;
  }

  private record Widths(int header, Set<Integer> all) {}

  private static Widths widths(String sample, char delimiter, boolean isWhole) {
    var all = new HashSet<Integer>();
    var header = 0;
    var cells = 1;
    var quoted = false;
    var records = 0;
    var blank = true;
    for (var i = 0; i < sample.length() && records < RECORDS; i++) {
      var c = sample.charAt(i);
      if (c == '"') quoted = !quoted;
      else if (!quoted && c == delimiter) cells++;
      var ends = !quoted && (c == '\n' || c == '\r');
      if (!ends) {
        blank = false;
        continue;
      }
      if (!blank) {
        if (records++ == 0) header = cells;
        all.add(cells);
      }
      cells = 1;
      blank = true;
    }
    if (!blank && records < RECORDS && (isWhole || records == 0)) {
      if (records == 0) header = cells;
      all.add(cells);
    }
    return new Widths(header, all);
  }
}
