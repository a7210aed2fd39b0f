package dev.kopilka.program.yaml;

import dev.kopilka.model.value.Problem;
import dev.kopilka.program.segment.Condition;
import dev.kopilka.program.segment.Condition.Among;
import dev.kopilka.program.segment.Condition.Between;
import dev.kopilka.program.segment.Condition.Counted;
import dev.kopilka.program.segment.Condition.Field;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.program.tree.Coded;
import dev.kopilka.program.tree.Form;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Scalar;
import dev.kopilka.program.tree.Numbers;
import dev.kopilka.program.tree.Section;
import dev.kopilka.program.tree.Texts;
import dev.kopilka.program.yaml.segment.CountedSection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The section {@code segments}: a field is a list of words, {@code not} a list, or {@code min} and
 * {@code max}; a stage may be one word, too; {@code bought}, {@code did} and {@code redeemed} have keys
 * of their own, and attributes, scores and answers have their names in the key.
 */
final class SegmentSection {
  private static final String ATTRIBUTE = "attr.";
  private static final String SURVEY = "survey.";
  private static final String ANSWER = "answer";
  private static final int HIGHEST_SCORE = 1_000_000;
  private static final int HIGHEST_RFM = 5;

  /** Fields that are not written by their bare name. */
  private static final Set<Field> OF_THEIR_OWN =
      EnumSet.of(
          Field.ATTR, Field.ANSWER, Field.SURVEY, Field.BOUGHT, Field.DID, Field.REDEEMED);

  private static final List<String> STATUSES =
      List.of("active", "blocked", "left", "merged", "erased");

  private final Declared declared;

  private SegmentSection(Declared declared) {
    this.declared = declared;
  }

  static Form<List<Segment>> form(Declared declared) {
    var reader = new SegmentSection(declared);
    return Coded.list(
        Form.section(
            section -> {
              var code = section.need("code", Texts.CODE);
              var name = section.maybe("name", Texts.TEXT);
              var when = section.need("when", Form.section(reader::conditions));
              return () -> new Segment(code.get(), name.get().orElse(code.get()), when.get());
            }));
  }

  private Supplier<List<Condition>> conditions(Section section) {
    var read = new ArrayList<Supplier<Optional<Condition>>>();
    for (var field : Field.values()) {
      if (OF_THEIR_OWN.contains(field)) continue;
      read.add(section.maybe(field.name().toLowerCase(Locale.ROOT), condition(field)));
    }
    var counted = counted(section);
    for (var key : section.keysFrom(ATTRIBUTE)) {
      var name = key.substring(ATTRIBUTE.length());
      // Without a name it is no key of ours.
      if (!name.isEmpty()) read.add(section.maybe(key, among(Field.ATTR, name, Texts.TEXT)));
    }
    for (var key : section.keysFrom(SURVEY)) {
      var survey = key.substring(SURVEY.length());
      if (!survey.isEmpty()) read.add(section.maybe(key, score(section, key, survey)));
    }
    // Without a dot, too: that it takes two is worth a word of its own.
    for (var key : section.keysFrom(ANSWER)) read.add(section.maybe(key, answer(section, key)));
    return () -> {
      var all = new ArrayList<Condition>();
      for (var condition : read) condition.get().ifPresent(all::add);
      for (var conditions : counted) all.addAll(conditions.get());
      return all;
    };
  }

  private List<Supplier<List<Counted>>> counted(Section section) {
    var none = List.<Counted>of();
    return List.of(
        section.or("bought", CountedSection.bought(), none),
        section.or("did", CountedSection.did(declared.activities()), none),
        section.or("redeemed", CountedSection.redeemed(declared.rewards()), none));
  }

  /**
   * {@code answer.SURVEY.QUESTION}; where surveys are declared, of one of them. A code may have dots
   * of its own, so nothing is cut: facts have the same name for the answer.
   */
  private Form<Condition> answer(Section section, String key) {
    var name = key.startsWith(ANSWER + ".") ? key.substring(ANSWER.length() + 1) : "";
    var dot = name.indexOf('.');
    if (dot < 1 || dot == name.length() - 1 || declared.surveys().contains(name)) {
      section.wrong(section.at(key), Problem.of("ANSWER_UNNAMED").with("found", key));
      return Form.never();
    }
    var surveys = declared.surveys();
    for (var survey : surveys) {
      if (name.startsWith(survey + ".") && name.length() > survey.length() + 1)
        return among(Field.ANSWER, name, Texts.TEXT);
    }
    if (surveys.isEmpty()) return among(Field.ANSWER, name, Texts.TEXT);
    return undeclared(section, key, name.substring(0, dot));
  }

  private Form<Condition> undeclared(Section section, String key, String survey) {
    section.wrong(section.at(key), Texts.notReferred("surveys", survey, declared.surveys()));
    return Form.never();
  }

  /** Where surveys are declared, one of them. */
  private Form<Condition> score(Section section, String key, String survey) {
    if (!declared.surveys().isEmpty() && !declared.surveys().contains(survey))
      return undeclared(section, key, survey);
    var score = Numbers.within(0, HIGHEST_SCORE).as(number -> number * Condition.SCORE_UNITS);
    return between(Field.SURVEY, survey, score);
  }

  private Form<Condition> condition(Field field) {
    return switch (field.kind()) {
      case WORD -> among(field, "", word(field));
      case POINTS -> between(field, "", Numbers.points(declared.pointScale()));
      case MONEY -> between(field, "", Numbers.money(declared.moneyScale()));
      case COUNT -> between(field, "", count(field));
      case SCORE -> throw new IllegalArgumentException(field + " needs a survey");
    };
  }

  private static Form<Long> count(Field field) {
    return switch (field) {
      case R, F, M -> Numbers.within(1, HIGHEST_RFM);
      default -> Numbers.COUNT;
    };
  }

  private Form<String> word(Field field) {
    return switch (field) {
      case TIER -> Texts.reference("tiers", declared.tiers());
      case STAGE -> stage();
      case STATUS ->
          Texts.TEXT.to(
              word -> Optional.of(word).filter(STATUSES::contains),
              word -> Texts.notAmong(word, STATUSES));
      default -> Texts.TEXT;
    };
  }

  /** Which stages there are says the lifecycle; nobody is put into those of one that is not there. */
  private Form<String> stage() {
    var stages = declared.stages();
    return Texts.TEXT.refusing(
        word -> {
          if (stages.contains(word)) return Optional.empty();
          return Optional.of(
              stages.isEmpty()
                  ? Texts.notReferred("lifecycle", word, stages)
                  : Texts.notAmong(word, stages));
        });
  }

  private static Form<Condition> among(Field field, String name, Form<String> word) {
    Form<Set<String>> words = field == Field.STAGE ? Texts.oneOrSet(word) : Texts.set(word);
    Form<Condition> except =
        Form.section(
            section -> {
              var not = section.need("not", words);
              return () -> new Among(field, name, not.get(), true);
            });
    Form<Condition> one = words.as(list -> new Among(field, name, list, false));
    return (node, findings) -> (node instanceof Mapping ? except : one).read(node, findings);
  }

  private static Form<Condition> between(Field field, String survey, Form<Long> number) {
    Form<Condition> exact = number.as(value -> new Between(field, survey, value, value));
    Form<Condition> range =
        Form.section(
            section -> {
              var ends = ends(section, number);
              return () -> {
                var both = ends.get();
                return new Between(field, survey, both.least(), both.most());
              };
            });
    return (node, findings) -> (node instanceof Scalar ? exact : range).read(node, findings);
  }

  private record Ends(long least, long most) {}

  private static Supplier<Ends> ends(Section section, Form<Long> number) {
    var least = section.or("min", number, Long.MIN_VALUE);
    var most = section.or("max", number, Long.MAX_VALUE);
    if (!section.has("min") && !section.has("max"))
      section.wrong(
          section.start(), Problem.of("KEYS_NEED_ONE").with("expected", List.of("min", "max")));
    return () -> {
      if (least.get() <= most.get()) return new Ends(least.get(), most.get());
      section.wrong(section.at("max"), Problem.of("RANGE_REVERSED"));
      return new Ends(0, 0);
    };
  }
}
