package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.command.Catalogue;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.pilot.result.Comparison;
import dev.kopilka.pilot.result.Finding;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.program.steering.Indicator;
import dev.kopilka.report.goal.Goals;
import dev.kopilka.report.liability.Span;
import dev.kopilka.report.liability.development.LastSigma;
import dev.kopilka.report.liability.revenue.DeferredRevenue;
import dev.kopilka.report.survey.Measure;
import dev.kopilka.report.trade.Work;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import dev.kopilka.screen.format.Term;
import dev.kopilka.segment.clv.Warning;
import dev.kopilka.segment.portrait.Line;
import dev.kopilka.segment.portrait.Section;
import dev.kopilka.segment.portrait.count.Effect;
import dev.kopilka.segment.portrait.count.Sparing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page shows to directors and accountants has words for people, in both languages. */
class HeadingsTest {
  private static final Path COLUMNS =
      Path.of("src/main/resources/dev/kopilka/words/columns_en.properties");

  private static final String SAY_IT = "say it in columns_*.properties";

  /** The enums that answers have cells of. */
  private static final List<Class<? extends Enum<?>>> LISTS =
      List.of(
          DeferredRevenue.Account.class,
          DeferredRevenue.Document.class,
          Effect.Size.class,
          Comparison.Test.class,
          Finding.Verdict.class,
          Goals.Status.class,
          Indicator.Unit.class,
          LastSigma.class,
          Line.Measure.class,
          Measure.Kind.class,
          MemberStatus.class,
          Section.class,
          Span.class,
          Stage.class,
          Warning.class,
          Work.Reason.class);

  /** The nouns whose answers are read as pages. */
  private static final List<String> READ = List.of("report", "segment", "pilot");

  /**
   * A column or a field as it is declared, also as the one or the other. Names that end in {@code +}
   * something are made of a user's own code.
   */
  private static final Pattern DECLARED =
      Pattern.compile(
          "(?:\\.(?:column|decimal|put|nested|absent)|new Column)\\(\\s*"
              + "(?:[\\w.()]+ \\? \"([a-z_]+)\" : )?\"([a-z][a-z0-9_.]*)\"(?! \\+)");

  /** What is put into a form for the registry, which is no answer. */
  private static final String FORM = "PersonOptions.java";

  /** The traits of a portrait as they are counted. */
  private static final Pattern TRAIT = Pattern.compile("lace\\(Section\\.\\w+, \"(\\w+)\"\\)");

  private static Properties columns() throws IOException {
    var words = new Properties();
    try (var reader = Files.newBufferedReader(COLUMNS)) {
      words.load(reader);
    }
    return words;
  }

  @Test
  void everyColumnHasWords() throws IOException {
    var words = columns();
    var offences = new ArrayList<Offence>();
    for (var source : House.main()) {
      if (!isOf("command", source.room()) || source.file().endsWith(FORM)) continue;
      var columns = DECLARED.matcher(source.text());
      while (columns.find()) {
        for (var name : new String[] {columns.group(1), columns.group(2)}) {
          if (name == null || words.containsKey(name)) continue;
          var line = source.lineOf(columns.start());
          offences.add(new Offence(source.file(), line, name + " has no words", SAY_IT));
        }
      }
    }
    Offence.none(offences);
  }

  private static boolean isOf(String noun, String room) {
    return (room + ".").startsWith(noun + ".");
  }

  @Test
  void everyColumnNamedByAWordOfOursHasWords() throws IOException {
    var names = new ArrayList<String>();
    for (var indicator : Indicator.values()) names.add(indicator.word());
    for (var stage : Stage.values()) names.add(stage.word());
    var words = columns();
    names.removeIf(words::containsKey);
    assertEquals(List.of(), names);
  }

  @Test
  void everyWordOfOursIsSaidInBothLanguages() {
    var asked = new ArrayList<Term>();
    for (var list : LISTS) {
      for (var constant : list.getEnumConstants()) {
        var name = list.getSimpleName().toLowerCase(Locale.ROOT);
        asked.add(new Term(name, constant.name().toLowerCase(Locale.ROOT)));
      }
    }
    for (var source : House.main()) {
      if (!isOf("segment.portrait", source.room())) continue;
      var traits = TRAIT.matcher(source.text());
      while (traits.find()) asked.add(new Term("trait", traits.group(1)));
    }
    for (var day : DayOfWeek.values()) {
      asked.add(new Term("weekday", day.name().substring(0, 3).toLowerCase(Locale.ROOT)));
    }
    for (var rest : List.of(Sparing.OTHER, Sparing.UNKNOWN)) asked.add(new Term("group", rest));
    for (var language : Language.values()) {
      var words = Words.in(language);
      var mute = new ArrayList<>(asked);
      mute.removeIf(term -> !words.label(term.list() + "." + term).startsWith(term.list() + "."));
      assertEquals(List.of(), mute, language.code());
    }
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
