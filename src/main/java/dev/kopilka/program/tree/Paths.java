package dev.kopilka.program.tree;

import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Pair;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Node.Unread;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A tree as flat lines, {@code earn[base].give.points} and its text: an item with a code is called
 * by it, so that moving an item changes nothing, and a list of single values is one line.
 */
public final class Paths {
  private final Map<String, String> lines = new LinkedHashMap<>();

  private Paths() {}

  public static Map<String, String> of(Node root) {
    var paths = new Paths();
    paths.walk("", root);
    return Collections.unmodifiableMap(paths.lines);
  }

  /** A node in one line: {@code points: 5; per: 100.00}. */
  public static String inline(Node node) {
    return switch (node) {
      case Scalar scalar -> scalar.text();
      case Unread unread -> "";
      case Listing list -> String.join(", ", list.items().stream().map(Paths::inner).toList());
      case Mapping mapping -> String.join("; ", mapping.pairs().stream().map(Paths::pair).toList());
    };
  }

  private static String pair(Pair pair) {
    return pair.key().text() + ": " + inner(pair.value());
  }

  private static String inner(Node node) {
    return node instanceof Mapping ? "(" + inline(node) + ")" : inline(node);
  }

  private void walk(String path, Node node) {
    switch (node) {
      case Scalar scalar -> lines.put(path, scalar.text());
      case Mapping mapping -> {
        for (var pair : mapping.pairs()) {
          var key = pair.key().text();
          walk(path.isEmpty() ? key : path + "." + key, pair.value());
        }
      }
      case Listing list -> walkList(path, list);
      case Unread unread -> lines.put(path, "");
    }
  }

  private void walkList(String path, Listing list) {
    if (list.items().stream().allMatch(Scalar.class::isInstance)) {
      var texts = list.items().stream().map(item -> ((Scalar) item).text()).toList();
      lines.put(path, String.join(", ", texts));
      return;
    }
    for (var i = 0; i < list.items().size(); i++) {
      var item = list.items().get(i);
      walk(path + "[" + name(item, i) + "]", item);
    }
  }

  private static String name(Node item, int index) {
    return item instanceof Mapping mapping
            && mapping.value("code").orElse(item) instanceof Scalar code
        ? code.text()
        : String.valueOf(index + 1);
  }
}
