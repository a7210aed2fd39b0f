package dev.kopilka.house;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever Kopilka says in English it says in Russian, with the same blanks to fill in. */
class BundlesTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final Pattern BLANK = Pattern.compile("\\{(\\w+)");

  @Test
  void haveTheSameKeysInBothLanguages() throws IOException {
    var offences = new ArrayList<Offence>();
    for (Path english : bundles("_en.properties")) {
      var russian = twin(english, "_en.", "_ru.");
      if (!Files.exists(russian)) {
        offences.add(new Offence(english, 1, "no " + russian.getFileName(), "write it"));
        continue;
      }
      offences.addAll(missing(english, russian));
      offences.addAll(missing(russian, english));
    }
    for (Path russian : bundles("_ru.properties")) {
      if (!Files.exists(twin(russian, "_ru.", "_en."))) {
        offences.add(new Offence(russian, 1, "no English twin", "write it"));
      }
    }
    Offence.none(offences);
  }

  @Test
  void fillInTheSameBlanks() throws IOException {
    var offences = new ArrayList<Offence>();
    for (Path english : bundles("_en.properties")) {
      var russian = twin(english, "_en.", "_ru.");
      if (!Files.exists(russian)) continue;
      var here = load(english);
      var there = load(russian);
      for (String key : here.stringPropertyNames()) {
        var text = there.getProperty(key);
        if (text != null && !blanks(here.getProperty(key)).equals(blanks(text))) {
          offences.add(
              new Offence(
                  russian,
                  lineOf(russian, key),
                  key + " fills in other blanks",
                  "use those of " + english.getFileName()));
        }
      }
    }
    Offence.none(offences);
  }

  @Test
  void sayEachThingOnce() throws IOException {
    var offences = new ArrayList<Offence>();
    for (Path bundle : House.files(RESOURCES, ".properties")) {
      var keys = new HashSet<String>();
      var line = 0;
      for (String text : Files.readAllLines(bundle)) {
        line++;
        var key = Pattern.compile("^([\\w.-]+)\\s*[=:]").matcher(text);
        if (key.find() && !keys.add(key.group(1))) {
          offences.add(
              new Offence(
                  bundle,
                  line,
                  key.group(1) + " stands here again",
                  "keep one: the last would win"));
        }
      }
    }
    Offence.none(offences);
  }

  private static List<Path> bundles(String ending) {
    return House.files(RESOURCES, ending);
  }

  private static Path twin(Path bundle, String from, String to) {
    return bundle.resolveSibling(bundle.getFileName().toString().replace(from, to));
  }

  private static List<Offence> missing(Path has, Path lacks) throws IOException {
    var there = load(lacks);
    return load(has).stringPropertyNames().stream()
        .filter(key -> !there.containsKey(key))
        .sorted()
        .map(key ->
            new Offence(
                has, lineOf(has, key), key + " is not in " + lacks.getFileName(), "translate it"))
        .toList();
  }

  private static Properties load(Path bundle) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(House.text(bundle)));
    return properties;
  }

  private static List<String> blanks(String text) {
    return BLANK.matcher(text).results().map(blank -> blank.group(1)).distinct().sorted().toList();
  }

  private static int lineOf(Path bundle, String key) {
    var line = 0;
    for (String text : House.text(bundle).lines().toList()) {
      line++;
      if (text.matches(Pattern.quote(key) + "\\s*[=:].*")) return line;
    }
    return 1;
  }
}
