package dev.kopilka.bulk.text;

import dev.kopilka.bulk.source.Limits;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.model.value.Trouble.Finding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The names of a table's columns, resolved once. An unfit header reads nothing at all. */
final class Header {
  private Header() {}

  /** The names, stripped and composed (NFC); throws with every finding the header gives. */
  static List<String> of(Row row, String file) {
    if (row.size() == 0) {
      throw new Trouble.BadInput(
          new Place(file, 0, 0), Problem.of("TABLE_EMPTY").with("file", file));
    }
    var findings = new ArrayList<Finding>();
    row.damage().ifPresent(findings::add);
    if (row.size() > Limits.COLUMNS) findings.add(tooWide(row));
    var names = new ArrayList<String>();
    var seen = new HashMap<String, Integer>();
    for (var i = 0; i < Math.min(row.size(), Limits.COLUMNS); i++) {
      var name = name(row.text(i));
      names.add(name);
      if (name.isEmpty()) findings.add(empty(row, i));
      else if (seen.putIfAbsent(name, i) != null) findings.add(duplicate(row, i, name));
    }
    if (findings.isEmpty()) return List.copyOf(names);
    throw new Trouble.BadInput(findings.subList(0, Math.min(20, findings.size())), findings.size());
  }

  static String name(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  private static Finding empty(Row row, int i) {
    return new Finding(row.place(i), Problem.of("COLUMN_UNNAMED").with("number", i + 1L));
  }

  private static Finding duplicate(Row row, int i, String name) {
    return new Finding(row.place(i), Problem.of("COLUMN_TWICE").with("column", name));
  }

  private static Finding tooWide(Row row) {
    return new Finding(
        row.place(Limits.COLUMNS),
        Problem.of("TOO_MANY_COLUMNS").with("limit", (long) Limits.COLUMNS));
  }
}
