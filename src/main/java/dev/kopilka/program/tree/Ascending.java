package dev.kopilka.program.tree;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Node.Listing;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Lists of thresholds, each above the one before. */
public final class Ascending {
  private Ascending() {}

  public static <T> Form<List<T>> list(Form<List<T>> form, ToLongFunction<T> threshold) {
    return (node, findings) -> {
      var values = form.read(node, findings);
      var wrong = values.map(list -> firstWrong(list, threshold)).orElse(0);
      if (wrong == 0) return values;
      var at = node instanceof Listing list ? list.items().get(wrong).at() : node.at();
      findings.wrong(at, Problem.of("LIST_NOT_ASCENDING").with("item", wrong + 1));
      return Optional.empty();
    };
  }

  /** Index of the first item that is not above the one before it; 0 when there is none. */
  private static <T> int firstWrong(List<T> list, ToLongFunction<T> threshold) {
    for (var i = 1; i < list.size(); i++) {
      if (threshold.applyAsLong(list.get(i)) <= threshold.applyAsLong(list.get(i - 1))) return i;
    }
    return 0;
  }
}
