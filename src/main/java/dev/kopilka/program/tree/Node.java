package dev.kopilka.program.tree;

import dev.kopilka.model.value.Place;
import java.util.List;
import java.util.Optional;

/** One node of a file and where it starts. */
public sealed interface Node {
  Place at();

  /**
   * A single value, as text.
   *
   * @param plain it was written without quotes, so that {@code ~} and nothing at all mean "no
   *     value"
   */
  record Scalar(Place at, String text, boolean plain) implements Node {}

  /** A list. */
  record Listing(Place at, List<Node> items) implements Node {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /** Keys with values, in the order of the file; no key twice. */
  record Mapping(Place at, List<Pair> pairs) implements Node {
    public Mapping {
      pairs = List.copyOf(pairs);
    }

    public Optional<Pair> pair(String key) {
      for (var pair : pairs) {
        if (pair.key().text().equals(key)) return Optional.of(pair);
      }
      return Optional.empty();
    }

    public Optional<Node> value(String key) {
      return pair(key).map(Pair::value);
    }
  }

  /** A key and its value. */
  record Pair(Scalar key, Node value) {}

  /** Something that was refused where it stands and is not looked into: an alias. */
  record Unread(Place at) implements Node {}
}
