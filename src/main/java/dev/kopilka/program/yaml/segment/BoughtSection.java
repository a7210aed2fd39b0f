package dev.kopilka.program.yaml.segment;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.segment.Condition.Bought;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.util.List;
import java.util.function.Supplier;

/**
 * The condition {@code bought}: {@code { category: coffee, min: 2, within: P90D }}, or a list of
 * such, all of which must hold.
 */
public final class BoughtSection {
  private BoughtSection() {}

  /** The form of the condition: one at least. */
  public static Form<List<Bought>> form() {
    Form<Bought> one = Form.section(BoughtSection::bought);
    Form<List<Bought>> alone = one.as(List::of);
    Form<List<Bought>> several = Texts.some(Form.list(one));
    return (node, findings) -> (node instanceof Listing ? several : alone).read(node, findings);
  }

  /** Who says no number means that it was bought at all; who says {@code max} alone, none as well. */
  private static Supplier<Bought> bought(Section section) {
    var categories = section.need("category", Texts.oneOrSet(Texts.TEXT));
    var least = section.or("min", Numbers.COUNT, section.has("max") ? 0L : 1L);
    var most = section.or("max", Numbers.COUNT, Long.MAX_VALUE);
    var within = section.maybe("within", Times.TERM);
    return () -> {
      if (least.get() <= most.get())
        return new Bought(categories.get(), within.get(), least.get(), most.get());
      section.wrong(section.at("max"), Problem.of("RANGE_REVERSED"));
      return new Bought(categories.get(), within.get(), 0, 0);
    };
  }
}
