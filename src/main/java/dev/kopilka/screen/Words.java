package dev.kopilka.screen;

import dev.kopilka.model.value.Problem;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * Sentences in the reader's language. A bundle is read from its file when its first word is asked
 * for, so a command that has nothing to say reads none.
 *
 * <p>{@code {name}} stands for a detail; {@code {points#point}} for the number with the right form
 * of the noun {@code noun.point} of the labels; {@code [in {file}]} for a part that is left out
 * when the detail in it is absent.
 */
public final class Words {
  /** One file a language: messages of problems, help pages, everything else, heads of columns. */
  private enum Bundle {
    PROBLEMS,
    HELP,
    LABELS,
    COLUMNS
  }

  private final Language language;
  private final Map<Bundle, Properties> bundles = new EnumMap<>(Bundle.class);

  private Words(Language language) {
    this.language = language;
  }

  public static Words in(Language language) {
    return new Words(language);
  }

  public Language language() {
    return language;
  }

  /** What went wrong, in a sentence. A code without words is its own message. */
  public String message(Problem problem) {
    var template = word(Bundle.PROBLEMS, problem.code());
    return template.isEmpty() ? problem.code() : fill(template, problem.details());
  }

  /**
   * What to do about it, or "". Where the details carry a {@code nearest} word, the hint that names
   * it ({@code CODE.nearest}) goes before the general one ({@code CODE.hint}).
   */
  public String hint(Problem problem) {
    var nearest = String.valueOf(problem.details().getOrDefault("nearest", ""));
    var template = nearest.isEmpty() ? "" : word(Bundle.PROBLEMS, problem.code() + ".nearest");
    if (template.isEmpty()) template = word(Bundle.PROBLEMS, problem.code() + ".hint");
    return fill(template, problem.details());
  }

  /** A sentence of the help pages, or "" when there is none under this key. */
  public String help(String key) {
    return word(Bundle.HELP, key);
  }

  /** Talk and names of things; a key without words is its own text. */
  public String label(String key, Map<String, ?> details) {
    var template = word(Bundle.LABELS, key);
    return template.isEmpty() ? key : fill(template, details);
  }

  public String label(String key) {
    return label(key, Map.of());
  }

  /** One of our own words for people, such as {@code dormant} of the list {@code stage}. */
  public String term(String list, String word) {
    var own = word(Bundle.LABELS, list + "." + word);
    return own.isEmpty() ? word : own;
  }

  /**
   * A column's name for people: its own words; else those of its parts between points; else, for
   * the third of many alike ({@code m3}), those of {@code m#} with the number; else, for one of those
   * who have codes ({@code share_young}), those of {@code share_*} with the code; else the name
   * without its underscores.
   */
  public String column(String name) {
    var own = word(Bundle.COLUMNS, name);
    if (!own.isEmpty()) return own;
    var point = name.indexOf('.');
    if (point < 0) return numbered(name);
    return column(name.substring(0, point)) + ": " + column(name.substring(point + 1));
  }

  /** The same where an answer of that command, or of any of its noun, calls its column otherwise. */
  public String column(String path, String name) {
    var own = word(Bundle.COLUMNS, path.replace(' ', '.') + "." + name);
    if (own.isEmpty()) own = word(Bundle.COLUMNS, path.split(" ")[0] + "." + name);
    return own.isEmpty() ? column(name) : own;
  }

  private String numbered(String name) {
    var digits = name.length();
    while (digits > 0 && Character.isDigit(name.charAt(digits - 1))) digits--;
    var many = digits < name.length() ? word(Bundle.COLUMNS, name.substring(0, digits) + "#") : "";
    return many.isEmpty() ? coded(name) : many + " " + name.substring(digits);
  }

  private String coded(String name) {
    var code = name.indexOf('_') + 1;
    var many = code > 0 ? word(Bundle.COLUMNS, name.substring(0, code) + "*") : "";
    return many.isEmpty() ? name.replace('_', ' ') : many + " " + name.substring(code);
  }

  /** Every code of a problem that has words, sorted. */
  public List<String> problemCodes() {
    var codes = new ArrayList<String>();
    for (var key : bundle(Bundle.PROBLEMS).stringPropertyNames()) {
      if (key.indexOf('.') < 0) codes.add(key);
    }
    codes.sort(String::compareTo);
    return codes;
  }

  private String word(Bundle bundle, String key) {
    return bundle(bundle).getProperty(key, "");
  }

  private Properties bundle(Bundle bundle) {
    if (!bundles.containsKey(bundle)) bundles.put(bundle, read(bundle));
    return bundles.get(bundle);
  }

  private Properties read(Bundle bundle) {
    var name = bundle.name().toLowerCase(Locale.ROOT) + "_" + language.code() + ".properties";
    var words = new Properties();
    try (var stream = Words.class.getResourceAsStream("/dev/kopilka/words/" + name);
        var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  /**
   * The template with its details. A part in brackets goes when a detail that it names is absent.
   */
  private String fill(String template, Map<String, ?> details) {
    var text = new StringBuilder(template.length() + 32);
    var at = 0;
    for (var open = template.indexOf('['); open >= 0; open = template.indexOf('[', at)) {
      var close = template.indexOf(']', open);
      if (close < 0) break;
      text.append(filled(template.substring(at, open), details, false));
      text.append(filled(template.substring(open + 1, close), details, true));
      at = close + 1;
    }
    return text.append(filled(template.substring(at), details, false)).toString();
  }

  private String filled(String part, Map<String, ?> details, boolean isOptional) {
    if (part.indexOf('{') < 0) return part;
    var text = new StringBuilder(part.length() + 32);
    var at = 0;
    for (var open = part.indexOf('{'); open >= 0; open = part.indexOf('{', at)) {
      var close = part.indexOf('}', open);
      if (close < 0) break;
      var place = part.substring(open + 1, close);
      var value = place(place, details);
      if (value.isEmpty() && isOptional) return "";
      // A missing detail stays visible in braces: a test finds it, and a reader is not misled.
      var shown = value.isEmpty() && !details.containsKey(name(place)) ? "{" + place + "}" : value;
      text.append(part, at, open).append(shown);
      at = close + 1;
    }
    return text.append(part, at, part.length()).toString();
  }

  private static String name(String place) {
    var hash = place.indexOf('#');
    return hash < 0 ? place : place.substring(0, hash);
  }

  private String place(String place, Map<String, ?> details) {
    var value = details.get(name(place));
    if (value == null) return "";
    var text = text(value);
    var hash = place.indexOf('#');
    if (hash < 0 || text.isEmpty()) return text;
    var noun = word(Bundle.LABELS, "noun." + place.substring(hash + 1));
    return text + " " + Plural.form(language, text, noun);
  }

  private static String text(Object value) {
    if (!(value instanceof Collection<?> several)) return Cell.text(value);
    var text = new StringBuilder();
    for (var one : several) {
      if (!text.isEmpty()) text.append(", ");
      text.append(Cell.text(one));
    }
    return text.toString();
  }
}
