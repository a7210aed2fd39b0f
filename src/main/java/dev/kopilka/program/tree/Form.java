package dev.kopilka.program.tree;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Node.Unread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** How a node becomes a value of one type. Forms are put together from smaller forms. */
@FunctionalInterface
public interface Form<T> {
  /** The value; empty when something is wrong with it, which the findings then say. */
  Optional<T> read(Node node, Findings findings);

  /** A form of a single value. */
  static <T> Form<T> scalar(BiFunction<Scalar, Findings, Optional<T>> reading) {
    return (node, findings) ->
        node instanceof Scalar scalar
            ? reading.apply(scalar, findings)
            : refuse(node, "VALUE_NOT_SINGLE", findings);
  }

  /** A form of a list, each item of the same form. */
  static <T> Form<List<T>> list(Form<T> item) {
    return (node, findings) ->
        node instanceof Listing list
            ? items(list, item, findings)
            : refuse(node, "VALUE_NOT_LIST", findings);
  }

  private static <T> Optional<List<T>> items(Listing list, Form<T> item, Findings findings) {
    var values = new ArrayList<T>();
    for (var node : list.items()) item.read(node, findings).ifPresent(values::add);
    return values.size() == list.items().size() ? Optional.of(values) : Optional.empty();
  }

  /**
   * A form of a mapping. The reading asks the section for its keys and hands back how to build the
   * value, which is done only when all keys could be read; a key it did not ask for is unknown.
   */
  static <T> Form<T> section(Function<Section, Supplier<T>> reading) {
    return (node, findings) ->
        node instanceof Mapping mapping
            ? new Section(mapping, findings).build(reading)
            : refuse(node, "VALUE_NOT_MAPPING", findings);
  }

  /** This form, and then a closer look that may refuse the value where it stands. */
  default Form<T> refusing(Function<T, Optional<Problem>> look) {
    return (node, findings) -> {
      var value = read(node, findings);
      var problem = value.flatMap(look);
      problem.ifPresent(wrong -> findings.wrong(node.at(), wrong));
      return problem.isPresent() ? Optional.empty() : value;
    };
  }

  /** This form, and then a value of another type; where there is none, the problem says why. */
  default <R> Form<R> to(Function<T, Optional<R>> change, Function<T, Problem> otherwise) {
    return (node, findings) -> {
      var value = read(node, findings);
      var changed = value.flatMap(change);
      if (value.isPresent() && changed.isEmpty())
        findings.wrong(node.at(), otherwise.apply(value.get()));
      return changed;
    };
  }

  default <R> Form<R> as(Function<? super T, ? extends R> change) {
    return (node, findings) -> read(node, findings).map(change);
  }

  /** A form that nothing fits, for a key whose absence or mistake is told already. */
  static <T> Form<T> never() {
    return (node, findings) -> Optional.empty();
  }

  /**
   * Says that the node is of another kind, unless nobody could read it, which is told already. Asked
   * by {@code instanceof}: for a switch over types the JDK makes a class at every start.
   */
  private static <T> Optional<T> refuse(Node node, String code, Findings findings) {
    if (!(node instanceof Unread)) findings.wrong(node.at(), Problem.of(code));
    return Optional.empty();
  }
}
