package dev.kopilka.store.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Keys of the registry of identities from one on, up to another one that is not among them.
 *
 * @param to empty for all that come after
 */
public record KeySpan(String from, Optional<String> to) {
  public static final KeySpan ALL = new KeySpan("", Optional.empty());

  /** All that are codes: the semicolon comes next after the colon. */
  public static final KeySpan CODES = new KeySpan("code:", Optional.of("code;"));

  /** Spans that lie side by side and cover every key there is, with ends at these. */
  static List<KeySpan> between(Collection<String> ends) {
    var spans = new ArrayList<KeySpan>();
    var from = "";
    for (var end : new TreeSet<>(ends)) {
      spans.add(new KeySpan(from, Optional.of(end)));
      from = end;
    }
    spans.add(new KeySpan(from, Optional.empty()));
    return spans;
  }
}
