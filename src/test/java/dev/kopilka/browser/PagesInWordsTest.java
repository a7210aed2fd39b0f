package dev.kopilka.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.screen.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each report as a page speaks its reader's language: in its headings, and where a word is ours. */
class PagesInWordsTest {
  private static final Pattern HEAD = Pattern.compile("<th scope=\"\\w+\"[^>]*title=\"([^\"]+)\"");
  private static final Pattern TABLE = Pattern.compile("(?s)<thead>(.*?)</thead>(.*?)</table>");
  private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>");
  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

  /** The columns of the reports whose words are ours and nobody else's. */
  private static final Set<String> OURS =
      Set.of(
          "section", "trait", "measure", "size", "stage", "kpi", "status", "reason", "role", "test",
          "verdict", "document", "debit", "credit", "sure", "trend_sure");

  /** Names that are the same in any language. */
  private static final Set<String> SAME = Set.of("NPS", "CSAT", "z");

  private static String page(String typed, Language language) throws IOException {
    return Reports.cafe().type(typed + " -o html --lang " + language.code()).out();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyHeadingHasWords(Language language) throws IOException {
    var words = new Properties();
    var file = "src/main/resources/dev/kopilka/words/columns_" + language.code() + ".properties";
    try (var reader = Files.newBufferedReader(Path.of(file))) {
      words.load(reader);
    }
    var mute = new TreeSet<String>();
    for (var line : Line.all().toList()) {
      var names = all(HEAD, page(line.typed(), language));
      assertFalse(names.isEmpty(), line.typed());
      for (var name : names) if (!hasWords(words, name)) mute.add(name);
    }
    assertEquals(Set.of(), mute);
  }

  /**
   * A column of its own, the part of a group, one of many with a number, or one of those whom a
   * user's own code names.
   */
  private static boolean hasWords(Properties words, String name) {
    if (words.containsKey(name)) return true;
    var point = name.indexOf('.');
    if (point > 0) {
      return hasWords(words, name.substring(0, point)) && hasWords(words, name.substring(point + 1));
    }
    return words.containsKey(name.replaceAll("\\d+$", "#"))
        || words.containsKey(name.substring(0, name.indexOf('_') + 1) + "*");
  }

  @Test
  void everyWordOfOursIsSaidInRussian() throws IOException {
    var mute = new TreeSet<String>();
    var seen = new TreeSet<String>();
    for (var line : Line.all().toList()) {
      var tables = TABLE.matcher(page(line.typed(), Language.RU));
      while (tables.find()) {
        var names = all(HEAD, tables.group(1));
        var cells = all(CELL, tables.group(2));
        for (var i = 0; i < cells.size(); i++) {
          var name = names.get(i % names.size());
          if (!OURS.contains(name) || cells.get(i).isEmpty()) continue;
          seen.add(name);
          if (!CYRILLIC.matcher(cells.get(i)).find() && !SAME.contains(cells.get(i))) {
            mute.add(name + ": " + cells.get(i));
          }
        }
      }
    }
    assertEquals(Set.of(), mute);
    assertEquals(new TreeSet<>(OURS), seen);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void picturesSayThemToo(Language language) throws IOException {
    var isRussian = language == Language.RU;
    var portrait = page("segment portrait regulars", language);
    assertTrue(portrait.contains(isRussian ? "[\"возраст, лет\"," : "[\"age, years\","));
    assertTrue(portrait.contains(isRussian ? "[\"день недели · пятница\"," : "[\"weekday · Friday\","));
    var flow = page("segment compare rfm lifecycle", language);
    var way = isRussian ? "[\"champions\",\"удержанные\"," : "[\"champions\",\"retained\",";
    assertTrue(flow.contains(way), flow.substring(flow.indexOf("application/json")).substring(0, 900));
    var months = page("segment lifecycle --by-month", language);
    assertTrue(months.contains(isRussian ? "\"Спящих\"" : "\"Dormant\""));
  }

  @Test
  void aUsersWordsStayAsTheyAre() throws IOException {
    // A channel, a category and a segment are called so by their owner.
    var portrait = page("segment portrait regulars", Language.RU);
    for (var word : List.of("app", "counter", "coffee")) {
      assertTrue(portrait.contains("<td>" + word + "</td>"), word);
    }
  }

  @Test
  void scriptsReadTheCodes() throws IOException {
    var portrait = Reports.cafe().type("segment portrait regulars -q -o csv --lang ru").out();
    assertTrue(portrait.contains("\nrhythm,weekday,fri,share,"), portrait);
    assertFalse(CYRILLIC.matcher(portrait).find());
    var flow = Reports.cafe().type("segment compare rfm lifecycle -q -o json --lang ru").out();
    assertTrue(flow.contains("\"from\":\"champions\",\"to\":\"retained\""), flow);
  }

  @Test
  void anEmployeeHasAPersonsName() throws IOException {
    assertTrue(page("report staff", Language.RU).contains("title=\"name\">Имя</th>"));
    assertTrue(page("report goals", Language.RU).contains("title=\"name\">Название</th>"));
  }

  @Test
  void whatIsTrueIsYes() throws IOException {
    var lines = new ArrayList<String>();
    for (var language : Language.values()) {
      lines.addAll(all(CELL, page("report surveys --trend", language)));
    }
    assertTrue(lines.contains("нет"));
    assertTrue(lines.contains("no"));
    assertFalse(lines.contains("false"));
  }
}
