package dev.kopilka.house;

import dev.kopilka.command.Catalogue;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page shows to directors and accountants has words for people, in both languages. */
class HeadingsTest {
  private static final Path COLUMNS =
      Path.of("src/main/resources/dev/kopilka/words/columns_en.properties");

  /** The nouns whose answers are read as pages. */
  private static final List<String> READ = List.of("report", "segment", "pilot");

  /** A column or a field as it is declared. */
  private static final Pattern DECLARED =
      Pattern.compile("(?:\\.(?:column|decimal|put)|new Column)\\(\\s*\"([a-z][a-z0-9_.]*)\"");

  @Test
  void everyColumnOfAReportHasWords() throws Exception {
    var words = new Properties();
    try (var reader = Files.newBufferedReader(COLUMNS)) {
      words.load(reader);
    }
    var offences = new ArrayList<Offence>();
    for (var source : House.main()) {
      if (READ.stream().noneMatch(noun -> isOf(noun, source.room()))) continue;
      var columns = DECLARED.matcher(source.text());
      while (columns.find()) {
        var name = columns.group(1);
        if (words.containsKey(name)) continue;
        offences.add(
            new Offence(
                source.file(),
                source.lineOf(columns.start()),
                name + " has no words",
                "say it in columns_*.properties"));
      }
    }
    Offence.none(offences);
  }

  private static boolean isOf(String noun, String room) {
    return (room + ".").startsWith("command." + noun + ".");
  }

  @Test
  void everyReportHasATitle() {
    var offences = new ArrayList<Offence>();
    for (var language : Language.values()) {
      var words = Words.in(language);
      for (var noun : READ) {
        for (var verb : Catalogue.verbsOf(noun)) {
          var key = "title." + noun + "." + verb;
          if (!words.label(key).equals(key)) continue;
          var file = "labels_" + language.code() + ".properties";
          offences.add(new Offence(Path.of(file), 1, key + " is missing", "give the page a title"));
        }
      }
    }
    Offence.none(offences);
  }
}
