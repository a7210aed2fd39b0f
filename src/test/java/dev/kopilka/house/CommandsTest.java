package dev.kopilka.house;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.help.Texts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every command explains itself in both languages and is shown at work in a transcript. */
class CommandsTest {
  private static final int EXAMPLES = 2;
  private static final Path CATALOGUE = Path.of("src/main/java/dev/kopilka/command/Catalogue.java");

  @Test
  void haveHelpInBothLanguages() {
    var offences = new ArrayList<Offence>();
    for (var language : Language.values()) {
      var words = Words.in(language);
      for (var head : Catalogue.heads()) say(offences, words.help(head), language, head);
      for (var path : Catalogue.paths()) {
        var texts = new Texts(words, path);
        say(offences, texts.title(), language, path.replace(' ', '.'));
        for (var parameter : syntax(path).parameters()) {
          say(
              offences,
              texts.about(parameter),
              language,
              path.replace(' ', '.') + "." + parameter.name());
        }
      }
      for (var exit : Exit.values())
        say(offences, words.help("exit." + exit.code()), language, "exit." + exit.code());
    }
    Offence.none(offences);
  }

  @Test
  void haveExamplesOfTheirOwn() {
    var offences = new ArrayList<Offence>();
    for (var path : Catalogue.paths()) {
      var examples = syntax(path).examples();
      if (examples.size() < EXAMPLES) {
        offences.add(offence(path, examples.size() + " examples", "give at least " + EXAMPLES));
      }
      for (var example : examples) {
        if (!example.contains("kopilka " + path) && !path.equals("help")) {
          offences.add(
              offence(path, "an example of something else: " + example, "show this command"));
        }
      }
    }
    Offence.none(offences);
  }

  @Test
  void areShownInATranscript() {
    var transcripts = transcripts();
    Offence.none(
        Catalogue.paths().stream()
            .filter(path -> !transcripts.contains("kopilka " + path))
            .map(path -> offence(path, "in no transcript", "show it at work in examples/"))
            .toList());
  }

  @Test
  void everyRefusalIsShownInATranscriptAndTriedByATest() {
    var transcripts = transcripts();
    var tests =
        String.join(
            "\n",
            House.test().stream()
                .filter(source -> !source.room().startsWith("house"))
                .map(Source::text)
                // A list of what is tried elsewhere tries nothing.
                .map(text -> text.replaceAll("(?s)var others =.*?;", ""))
                .toList());
    var offences = new ArrayList<Offence>();
    for (var refusal : Refusal.values()) {
      if (!transcripts.contains(refusal.name()))
        offences.add(refusal(refusal, "in no transcript", "provoke it in examples/"));
      if (!tests.contains(refusal.name()))
        offences.add(refusal(refusal, "in no test", "give it a line in a table test"));
    }
    Offence.none(offences);
  }

  private static String transcripts() {
    return String.join(
        "\n", House.files(Path.of("examples"), ".md").stream().map(House::text).toList());
  }

  private static Syntax syntax(String path) {
    return Syntax.of(path, Catalogue.command(path).orElseThrow());
  }

  private static void say(List<Offence> offences, String text, Language language, String key) {
    if (!text.isBlank()) return;
    var bundle =
        Path.of(
            "src/main/resources/dev/kopilka/words/help_"
                + language.name().toLowerCase(Locale.ROOT)
                + ".properties");
    offences.add(new Offence(bundle, 1, "nothing under " + key, "say it in a sentence"));
  }

  private static Offence offence(String path, String what, String remedy) {
    return new Offence(CATALOGUE, 1, "`" + path + "`: " + what, remedy);
  }

  private static Offence refusal(Refusal refusal, String what, String remedy) {
    return new Offence(
        Path.of("src/main/java/dev/kopilka/model/value/Refusal.java"),
        1,
        refusal + ": " + what,
        remedy);
  }
}
