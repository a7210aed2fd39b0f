package dev.kopilka.program.yaml.lifecycle;

import dev.kopilka.program.lifecycle.ClubTerms;
import dev.kopilka.program.lifecycle.ClubTerms.Spans;
import dev.kopilka.program.lifecycle.ClubTerms.Starter;
import dev.kopilka.program.lifecycle.ClubTerms.Training;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Node;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.tree.Times;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The section {@code lifecycle}: {@code kind: shop} or {@code kind: club}, and the terms of each. */
public final class LifecycleSection {
  private enum Kind {
    SHOP,
    CLUB
  }

  private final Set<String> activities;

  private LifecycleSection(Set<String> activities) {
    this.activities = activities;
  }

  /**
   * The form of the section.
   *
   * @param activities codes that the programme declares
   */
  public static Form<LifecycleTerms> form(Set<String> activities) {
    var reader = new LifecycleSection(activities);
    Form<LifecycleTerms> shop = Form.section(LifecycleSection::shop);
    Form<LifecycleTerms> club = Form.section(reader::club);
    Form<LifecycleTerms> other = Form.section(LifecycleSection::other);
    return (node, findings) -> {
      var kind = kindOf(node);
      var form = kind.equals("shop") ? shop : kind.equals("club") ? club : other;
      return form.read(node, findings);
    };
  }

  /** The words of the stages that the section's kind has; of both kinds where it names neither. */
  public static Set<String> stagesIn(Node node) {
    var stages =
        switch (kindOf(node)) {
          case "shop" -> Stage.SHOP;
          case "club" -> Stage.CLUB;
          default -> List.of(Stage.values());
        };
    var words = new LinkedHashSet<String>();
    for (var stage : stages) words.add(stage.word());
    return words;
  }

  /** Each kind knows its own keys only, so the kind is looked at before they are. */
  private static String kindOf(Node node) {
    return node instanceof Mapping map && map.value("kind").orElse(node) instanceof Scalar kind
        ? kind.text()
        : "";
  }

  /** Which keys may stand here nobody knows: only the kind is told to be wrong. */
  private static Supplier<LifecycleTerms> other(Section section) {
    kind(section);
    section.leave(section.keysFrom(""));
    return () -> ShopTerms.USUAL;
  }

  private static void kind(Section section) {
    section.need("kind", Texts.choice(List.of(Kind.values())));
  }

  private static Supplier<LifecycleTerms> shop(Section section) {
    kind(section);
    var active = section.or("active", Times.TERM, ShopTerms.USUAL.active());
    var lost = section.or("lost", Times.TERM, ShopTerms.USUAL.lost());
    return () -> new ShopTerms(active.get(), lost.get());
  }

  private Supplier<LifecycleTerms> club(Section section) {
    kind(section);
    var visits = section.or("visits", activities(), Set.<String>of());
    var contracts = section.or("contracts", Texts.set(Texts.TEXT), Set.<String>of());
    var starter = section.or("starter", Form.section(this::starter), Starter.NONE);
    var training = section.or("training", Form.section(this::training), Training.NONE);
    var fresh = section.or("new", Times.TERM, Spans.USUAL.fresh());
    var inactive = section.or("inactive", Times.TERM, Spans.USUAL.inactive());
    var renewal = section.or("renewal", Times.PERIOD, Spans.USUAL.renewal());
    var lost = section.or("lost", Times.PERIOD, Spans.USUAL.lost());
    return () ->
        new ClubTerms(
            visits.get(),
            contracts.get(),
            starter.get(),
            training.get(),
            new Spans(fresh.get(), inactive.get(), renewal.get(), lost.get()));
  }

  private Form<Set<String>> activities() {
    return Texts.set(Texts.reference("activities", activities));
  }

  private Supplier<Starter> starter(Section section) {
    var shown = section.need("activities", activities());
    var count = section.or("count", Numbers.positive(Numbers.COUNT), 1L);
    return () -> new Starter(shown.get(), count.get());
  }

  private Supplier<Training> training(Section section) {
    var trained = section.or("activities", activities(), Set.<String>of());
    var contracts = section.or("contracts", Texts.set(Texts.TEXT), Set.<String>of());
    var within = section.or("within", Times.TERM, Training.NONE.within());
    return () -> new Training(trained.get(), contracts.get(), within.get());
  }
}
