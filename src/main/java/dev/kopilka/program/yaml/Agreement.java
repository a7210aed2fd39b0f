package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.Mechanic;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.earn.Give;
import dev.kopilka.program.earn.Trigger;
import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the sections of a file must agree about, looked at when each of them is sound. */
final class Agreement {
  /** Where the mechanics that need a section of their own are written; a club may be anything. */
  private static final Map<Mechanic, String> SECTIONS =
      Map.of(Mechanic.BONUS, "earn", Mechanic.TIERS, "tiers", Mechanic.DISCOUNT, "discounts");

  private final Section root;
  private final ProgramSection basics;
  private final List<EarnRule> earn;

  Agreement(Section root, ProgramSection basics, List<EarnRule> earn) {
    this.root = root;
    this.basics = basics;
    this.earn = earn;
  }

  void check() {
    checkKind();
    checkBase();
    for (var i = 0; i < earn.size(); i++) checkMultiplied(i);
  }

  private void checkKind() {
    if (basics.kind().isEmpty()) return;
    for (var mechanic : Mechanic.values()) {
      if (!SECTIONS.containsKey(mechanic)) continue;
      var section = SECTIONS.get(mechanic);
      var word = mechanic.name().toLowerCase(Locale.ROOT);
      var listed = basics.kind().contains(mechanic);
      if (listed && !root.has(section))
        wrong(inProgram("kind"), Problem.of("MECHANIC_WITHOUT_SECTION"), word, section);
      if (!listed && root.has(section))
        wrong(root.at(section), Problem.of("MECHANIC_NOT_LISTED"), word, section);
    }
  }

  private void wrong(Place at, Problem problem, String mechanic, String section) {
    root.wrong(at, problem.with("found", mechanic).with("section", section));
  }

  // What of a receipt earns points decides the cost of a programme, so it is never a default.
  private void checkBase() {
    var purchases = earn.stream().anyMatch(rule -> rule.on().on() == Trigger.On.PURCHASE);
    if (purchases && basics.earningBase().isEmpty())
      root.wrong(root.at("program"), Problem.of("KEY_MISSING").with("key", "earning_base"));
  }

  private void checkMultiplied(int index) {
    var rule = earn.get(index);
    if (!(rule.give() instanceof Give.Multiply)) return;
    var multiplied =
        earn.stream()
            .anyMatch(
                other ->
                    !(other.give() instanceof Give.Multiply)
                        && (other.on().covers(rule.on()) || rule.on().covers(other.on())));
    if (!multiplied)
      root.wrong(inRule(index), Problem.of("MULTIPLY_NOTHING").with("found", rule.code()));
  }

  private Place inProgram(String key) {
    return root.node("program")
        .filter(Mapping.class::isInstance)
        .flatMap(program -> ((Mapping) program).value(key))
        .map(node -> node.at())
        .orElse(root.at("program"));
  }

  private Place inRule(int index) {
    return root.node("earn")
        .filter(Listing.class::isInstance)
        .flatMap(list -> ((Mapping) ((Listing) list).items().get(index)).value("give"))
        .map(node -> node.at())
        .orElse(root.at("earn"));
  }
}
