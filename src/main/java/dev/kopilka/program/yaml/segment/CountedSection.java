package dev.kopilka.program.yaml.segment;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Node.Listing;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The conditions {@code bought}, {@code did} and {@code redeemed}: {@code { category: coffee, min: 2,
 * within: P90D }}, or a list of such, all of which must hold. Goods have a category always; without an
 * {@code activity} or a {@code reward} all count.
 */
public final class CountedSection {
  private final Field field;
  private final String key;
  private final Form<Set<String>> words;

  private CountedSection(Field field, String key, Form<String> word) {
    this.field = field;
    this.key = key;
    this.words = Texts.oneOrSet(word);
  }

  /** What was bought, by categories, which nobody declares. */
  public static Form<List<Counted>> bought() {
    return new CountedSection(Field.BOUGHT, "category", Texts.TEXT).form();
  }

  /**
   * What was done.
   *
   * @param activities codes that the programme declares
   */
  public static Form<List<Counted>> did(Set<String> activities) {
    var activity = Texts.reference("activities", activities);
    return new CountedSection(Field.DID, "activity", activity).form();
  }

  /**
   * What points were spent on.
   *
   * @param rewards codes that the programme declares
   */
  public static Form<List<Counted>> redeemed(Set<String> rewards) {
    return new CountedSection(Field.REDEEMED, "reward", Texts.reference("rewards", rewards)).form();
  }

  /** The form of the condition: one at least. */
  private Form<List<Counted>> form() {
    Form<Counted> one = Form.section(this::counted);
    Form<List<Counted>> alone = one.as(List::of);
    Form<List<Counted>> several = Texts.some(Form.list(one));
    return (node, findings) -> (node instanceof Listing ? several : alone).read(node, findings);
  }

  /** Who says no number means that it was done at all; who says {@code max} alone, never as well. */
  private Supplier<Counted> counted(Section section) {
    var named =
        field == Field.BOUGHT ? section.need(key, words) : section.or(key, words, Set.<String>of());
    var least = section.or("min", Numbers.COUNT, section.has("max") ? 0L : 1L);
    var most = section.or("max", Numbers.COUNT, Long.MAX_VALUE);
    var within = section.maybe("within", Times.TERM);
    return () -> {
      if (least.get() <= most.get())
        return new Counted(field, named.get(), within.get(), least.get(), most.get());
      section.wrong(section.at("max"), Problem.of("RANGE_REVERSED"));
      return new Counted(field, named.get(), within.get(), 0, 0);
    };
  }
}
