package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.parts.Broken;
import dev.kopilka.bulk.sheet.Workbook.Sheet;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import java.util.ArrayList;
import java.util.List;

/** Which sheet of a workbook is meant. Where several could be, the caller is asked to name one. */
final class Choice {
  /** So many names are told; who has more sheets knows where to look. */
  private static final int TOLD = 12;

  private Choice() {}

  /** The sheet of that name, a hidden one included; without a name the only one to be seen. */
  static Sheet of(Workbook book, String name) throws Broken {
    return name.isEmpty() ? only(book) : named(book, name);
  }

  private static Sheet named(Workbook book, String name) {
    // To a spreadsheet two names that differ in their case only are one.
    for (var sheet : book.sheets()) if (sheet.name().equalsIgnoreCase(name)) return sheet;
    var names = book.sheets().stream().map(Sheet::name).toList();
    throw book.refused(
        Problem.of("SHEET_NOT_FOUND")
            .with("sheet", name)
            .with("nearest", Nearest.to(name, names))
            .with("sheets", told(names)));
  }

  private static Sheet only(Workbook book) throws Broken {
    var filled = new ArrayList<Sheet>();
    for (var sheet : book.sheets()) {
      if (sheet.isVisible() && filled.size() <= TOLD && !book.isBlank(sheet)) filled.add(sheet);
    }
    if (filled.isEmpty()) throw book.refused(Problem.of("TABLE_EMPTY"));
    if (filled.size() == 1) return filled.getFirst();
    var names = filled.stream().map(Sheet::name).toList();
    throw book.refused(Problem.of("SHEET_UNCLEAR").with("sheets", told(names)));
  }

  private static List<String> told(List<String> names) {
    if (names.size() <= TOLD) return names;
    var some = new ArrayList<>(names.subList(0, TOLD));
    some.add("…");
    return some;
  }
}
