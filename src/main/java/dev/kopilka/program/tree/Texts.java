package dev.kopilka.program.tree;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.program.tree.Node.Scalar;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Forms of words: free text, codes, choices, yes or no, and sets of these. */
public final class Texts {
  private static final int LONGEST = 200;
  private static final int LONGEST_CODE = 64;

  /** Any text but none; in NFC, because й may be one character or two. */
  public static final Form<String> TEXT = Form.scalar(Texts::text);

  /** A word to call things by: letters, digits and {@code - _ . / :}, a letter or digit first. */
  public static final Form<String> CODE =
      TEXT.refusing(text -> isCode(text) ? Optional.empty() : problem("VALUE_NOT_CODE", text));

  /** {@code true} or {@code false}, without quotes; {@code NO} and {@code yes} are words. */
  public static final Form<Boolean> FLAG = Form.scalar(Texts::flag);

  private Texts() {}

  /** One of the words, as what it stands for. */
  public static <T> Form<T> among(Map<String, T> words) {
    return TEXT.to(
        text -> Optional.ofNullable(words.get(text)), text -> notAmong(text, words.keySet()));
  }

  /** One of the constants, written in lower case. */
  public static <E extends Enum<E>> Form<E> choice(List<E> constants) {
    var words = new LinkedHashMap<String, E>();
    for (var constant : constants) words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    return among(words);
  }

  public static Problem notAmong(String found, Collection<String> known) {
    return unknown("WORD_UNKNOWN", found, known);
  }

  /** A code that something else in the file declares, such as a tier. */
  public static Form<String> reference(String section, Collection<String> declared) {
    return TEXT.refusing(
        code ->
            declared.contains(code)
                ? Optional.empty()
                : Optional.of(notReferred(section, code, declared)));
  }

  /** What is wrong with a code that nothing of the section declares. */
  public static Problem notReferred(String section, String code, Collection<String> declared) {
    return declared.isEmpty()
        ? Problem.of("REFERENCE_TO_NOTHING").with("found", code).with("section", section)
        : unknown("REFERENCE_UNKNOWN", code, declared).with("section", section);
  }

  /** A list with at least one item. */
  public static <T> Form<List<T>> some(Form<List<T>> list) {
    return list.refusing(
        items -> items.isEmpty() ? Optional.of(Problem.of("LIST_EMPTY")) : Optional.empty());
  }

  /** A list without repetitions and with at least one item, as a set. */
  public static <T extends Comparable<? super T>> Form<Set<T>> set(Form<T> item) {
    Form<List<T>> list = Form.list(item);
    return (node, findings) ->
        list.read(node, findings).flatMap(items -> distinct(node, items, findings));
  }

  /** One item alone, or a list of them, as a set. */
  public static <T extends Comparable<? super T>> Form<Set<T>> oneOrSet(Form<T> item) {
    Form<Set<T>> several = set(item);
    Form<Set<T>> one = item.as(Set::of);
    return (node, findings) -> (node instanceof Scalar ? one : several).read(node, findings);
  }

  private static <T extends Comparable<? super T>> Optional<Set<T>> distinct(
      Node node, List<T> items, Findings findings) {
    if (items.isEmpty()) {
      findings.wrong(node.at(), Problem.of("LIST_EMPTY"));
      return Optional.empty();
    }
    var seen = new HashSet<T>();
    for (var i = 0; i < items.size(); i++) {
      if (seen.add(items.get(i))) continue;
      var at = node instanceof Node.Listing list ? list.items().get(i).at() : node.at();
      findings.wrong(at, Problem.of("LIST_REPEATS").with("found", items.get(i).toString()));
      return Optional.empty();
    }
    return Optional.of(new TreeSet<>(seen));
  }

  private static Optional<String> text(Scalar scalar, Findings findings) {
    var text = Normalizer.normalize(scalar.text(), Normalizer.Form.NFC);
    if (isNone(scalar)) return wrong(scalar, Problem.of("VALUE_EMPTY"), findings);
    if (text.length() > LONGEST)
      return wrong(
          scalar,
          Problem.of("VALUE_TOO_LONG").with("found", text.length()).with("most", LONGEST),
          findings);
    // Escapes in double quotes can bring in what the file itself may not hold.
    if (text.codePoints().anyMatch(c -> Source.isHidden(c) || c < 0x20))
      return wrong(scalar, Problem.of("VALUE_NOT_PRINTABLE"), findings);
    return Optional.of(text);
  }

  static boolean isNone(Scalar scalar) {
    var text = scalar.text();
    return text.isBlank() || (scalar.plain() && (text.equals("~") || text.equals("null")));
  }

  private static boolean isCode(String text) {
    return text.length() <= LONGEST_CODE
        && Character.isLetterOrDigit(text.codePointAt(0))
        && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "-_./:".indexOf(c) >= 0);
  }

  private static Optional<Boolean> flag(Scalar scalar, Findings findings) {
    if (isNone(scalar)) return wrong(scalar, Problem.of("VALUE_EMPTY"), findings);
    if (scalar.plain() && scalar.text().equals("true")) return Optional.of(true);
    if (scalar.plain() && scalar.text().equals("false")) return Optional.of(false);
    return wrong(scalar, Problem.of("VALUE_NOT_FLAG").with("found", shown(scalar)), findings);
  }

  static <T> Optional<T> wrong(Node node, Problem problem, Findings findings) {
    findings.wrong(node.at(), problem);
    return Optional.empty();
  }

  /** A value as a message may repeat it: not endless. */
  static String shown(Scalar scalar) {
    var text = scalar.text();
    return text.length() <= LONGEST_CODE ? text : text.substring(0, LONGEST_CODE) + "…";
  }

  private static Optional<Problem> problem(String code, String found) {
    return Optional.of(Problem.of(code).with("found", found));
  }

  private static Problem unknown(String code, String found, Collection<String> known) {
    return Problem.of(code)
        .with("found", found)
        .with("nearest", nearest(found, known))
        .with("expected", List.copyOf(known));
  }

  /** Words of ours are in lower case, and capitals are the commonest slip. */
  private static String nearest(String found, Collection<String> known) {
    var lower = found.toLowerCase(Locale.ROOT);
    return known.contains(lower) ? lower : Nearest.to(found, known);
  }
}
