package dev.kopilka.model.value;

import java.util.TreeMap;

/**
 * Further facts of an event as canonical text: {@code name=value} lines, sorted by name.
 *
 * @param text the lines, "" for none
 */
public record Attributes(String text) {
  public static final Attributes NONE = new Attributes("");

  /** The value under the name, "" when there is none. */
  public String get(String name) {
    for (var line : text.split("\n")) {
      if (line.startsWith(name + "=")) return line.substring(name.length() + 1);
    }
    return "";
  }

  /** These and one more; an empty value adds nothing. */
  public Attributes with(String name, String value) {
    if (value.isEmpty()) return this;
    var sorted = sorted();
    sorted.put(name, value);
    return of(sorted);
  }

  public Attributes without(String name) {
    var sorted = sorted();
    return sorted.remove(name) == null ? this : of(sorted);
  }

  private TreeMap<String, String> sorted() {
    var sorted = new TreeMap<String, String>();
    for (var line : text.split("\n")) {
      var equals = line.indexOf('=');
      if (equals > 0) sorted.put(line.substring(0, equals), line.substring(equals + 1));
    }
    return sorted;
  }

  private static Attributes of(TreeMap<String, String> sorted) {
    var lines = new StringBuilder();
    sorted.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return new Attributes(lines.toString().stripTrailing());
  }
}
