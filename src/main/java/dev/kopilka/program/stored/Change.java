package dev.kopilka.program.stored;

import dev.kopilka.program.tree.Findings;
import dev.kopilka.program.tree.Paths;
import dev.kopilka.program.tree.Trees;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One line in which two programmes differ.
 *
 * @param path such as {@code earn[base].give.points}
 * @param before "" when the line is new
 * @param after "" when the line is gone
 */
public record Change(String path, String before, String after) {
  /** All differences: changed and gone lines in the order of the old file, then new ones. */
  public static List<Change> between(String before, String after) {
    var old = lines(before);
    var young = lines(after);
    var paths = new LinkedHashSet<>(old.keySet());
    paths.addAll(young.keySet());
    var changes = new ArrayList<Change>();
    for (var path : paths) {
      var was = old.getOrDefault(path, "");
      var is = young.getOrDefault(path, "");
      if (!was.equals(is)) changes.add(new Change(path, was, is));
    }
    return changes;
  }

  /** Nothing at all differs from everything. */
  private static Map<String, String> lines(String source) {
    if (source.isEmpty()) return Map.of();
    return Paths.of(Trees.read(source.getBytes(StandardCharsets.UTF_8), new Findings("")));
  }
}
