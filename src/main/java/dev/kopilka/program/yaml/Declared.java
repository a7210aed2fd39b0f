package dev.kopilka.program.yaml;

import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Node;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.yaml.lifecycle.LifecycleSection;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * What the sections of one file need to know of each other before any of them is read: decimals of
 * money and points, and the codes and stages that may be referred to. Read leniently: what is wrong here is
 * said by the section that owns it.
 */
record Declared(
    int moneyScale,
    int pointScale,
    Set<String> rules,
    Set<String> tiers,
    Set<String> activities,
    Set<String> rewards,
    Set<String> surveys,
    Set<String> segments,
    Set<String> partners,
    Set<String> stages) {
  private static final int USUAL_MONEY_SCALE = 2;

  static Declared in(Mapping root) {
    var program = root.value("program");
    var currency = at(program, "currency");
    return new Declared(
        currency.flatMap(Declared::scale).orElse(USUAL_MONEY_SCALE),
        at(program, "points")
            .flatMap(points -> at(Optional.of(points), "scale"))
            .flatMap(Declared::digit)
            .orElse(0),
        Coded.in(root.value("earn")),
        Coded.in(at(root.value("tiers"), "levels")),
        Coded.in(root.value("activities")),
        Coded.in(root.value("rewards")),
        Coded.in(root.value("surveys")),
        Coded.in(root.value("segments")),
        Coded.in(root.value("partners")),
        root.value("lifecycle").map(LifecycleSection::stagesIn).orElse(Set.of()));
  }

  private static Optional<Node> at(Optional<Node> parent, String key) {
    return parent.flatMap(node -> node instanceof Mapping map ? map.value(key) : Optional.empty());
  }

  private static Optional<Integer> scale(Node currency) {
    return currency instanceof Scalar code
        ? Money.currency(code.text()).map(Currency::getDefaultFractionDigits)
        : Optional.empty();
  }

  private static Optional<Integer> digit(Node node) {
    return node instanceof Scalar scalar && scalar.text().matches("[0-4]")
        ? Optional.of(scalar.text().charAt(0) - '0')
        : Optional.empty();
  }
}
