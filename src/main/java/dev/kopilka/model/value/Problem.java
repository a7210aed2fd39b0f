package dev.kopilka.model.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong, as data: a stable code and the values its message names. The words are looked up
 * by code in the reader's language, so no sentence is made here.
 *
 * @param code stable, upper case, such as {@code POINTS_INSUFFICIENT}
 * @param details what the message may name, in the order in which JSON shows it; values are
 *     strings, whole numbers, dates or lists of these
 */
public record Problem(String code, Map<String, Object> details) {
  public Problem {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  public static Problem of(String code) {
    return new Problem(code, Map.of());
  }

  /** This problem with one more detail, last. */
  public Problem with(String name, Object value) {
    var more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new Problem(code, more);
  }
}
