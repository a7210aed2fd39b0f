package dev.kopilka.program.tree;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Scalar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lists whose items are mappings called by their {@code code}. */
public final class Coded {
  private Coded() {}

  /** A form of such a list in which no code occurs twice. */
  public static <T> Form<List<T>> list(Form<T> item) {
    Form<List<T>> items = Form.list(item);
    return (node, findings) -> {
      var values = items.read(node, findings);
      return isWithoutRepetition(node, findings) ? values : Optional.empty();
    };
  }

  /** The codes that a list declares, sound or not, so that one mistake is not told twice. */
  public static Set<String> in(Optional<Node> list) {
    var codes = new LinkedHashSet<String>();
    if (list.orElse(null) instanceof Listing items) {
      for (var item : items.items()) code(item).ifPresent(code -> codes.add(code.text()));
    }
    return codes;
  }

  private static boolean isWithoutRepetition(Node node, Findings findings) {
    if (!(node instanceof Listing list)) return true;
    Map<String, Scalar> first = new LinkedHashMap<>();
    var sound = true;
    for (var item : list.items()) {
      var code = code(item);
      if (code.isEmpty()) continue;
      var earlier = Optional.ofNullable(first.putIfAbsent(code.get().text(), code.get()));
      if (earlier.isEmpty()) continue;
      sound = false;
      findings.wrong(
          code.get().at(),
          Problem.of("CODE_REPEATED")
              .with("found", code.get().text())
              .with("first_line", earlier.get().at().line()));
    }
    return sound;
  }

  /** An item that is a single value is its own code. */
  private static Optional<Scalar> code(Node item) {
    // No switch over types: the JDK makes a class for each one at every start.
    if (item instanceof Scalar scalar) return Optional.of(scalar);
    if (!(item instanceof Mapping mapping)) return Optional.empty();
    return mapping.value("code").filter(Scalar.class::isInstance).map(Scalar.class::cast);
  }
}
