package dev.kopilka.audit.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sentence as data.
 *
 * @param key under which the words stand
 * @param details what the words name
 */
public record Phrase(String key, Map<String, Object> details) {
  public Phrase {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  static Phrase of(String name) {
    return new Phrase("explain." + name, Map.of());
  }

  Phrase with(String name, Object value) {
    var more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Phrase(key, more);
  }
}
