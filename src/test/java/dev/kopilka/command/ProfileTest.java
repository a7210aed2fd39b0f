package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Format;
import dev.kopilka.screen.Language;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
  @TempDir Path home;

  private Settings settings(String yaml, Map<String, String> variables, String... words)
      throws Exception {
    var file = home.resolve("kopilka/config.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, yaml);
    var environment = new HashMap<>(variables);
    environment.put("XDG_CONFIG_HOME", home.toString());
    var around =
        new Surroundings(
            environment,
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            false,
            false,
            Clock.systemUTC());
    return new Settings(Line.of(List.of(words)), around);
  }

  private static final String SHOPS =
      """
      default: shop
      profiles:
        shop: { db: shop.db, lang: ru, output: csv, actor: 012 }
        club: { db: club.db }
      """;

  @Test
  void typedGoesBeforeVariableBeforeProfileBeforeDefault() throws Exception {
    var variables = Map.of("KOPILKA_OUTPUT", "tsv", "KOPILKA_ACTOR", "desk");
    var settings = settings(SHOPS, variables, "init", "-o", "json");
    assertEquals(Format.JSON, settings.style().format());
    assertEquals("desk", settings.text("--actor"));
    assertEquals("shop.db", settings.text("--db"));
    assertEquals(Language.RU, settings.language());
    assertEquals("", settings.text("--key-file"));
  }

  @Test
  void scalarsStayWhatWasWritten() throws Exception {
    assertEquals("012", settings(SHOPS, Map.of()).text("--actor"));
  }

  @Test
  void aProfileIsChosenByName() throws Exception {
    assertEquals("club.db", settings(SHOPS, Map.of(), "--profile", "club").text("--db"));
    assertEquals("club.db", settings(SHOPS, Map.of("KOPILKA_PROFILE", "club")).text("--db"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          profiles: { shop: { bd: x } }       | CONFIG_KEY_UNKNOWN
          profile: { shop: { db: x } }        | CONFIG_KEY_UNKNOWN
          profiles: [shop]                    | CONFIG_NOT_MAPPING
          profiles: { shop: x }               | CONFIG_NOT_MAPPING
          profiles: { shop: { db: x }         | CONFIG_NOT_YAML
          profiles: { club: { db: x } }       | PROFILE_NOT_FOUND
          """)
  void whatIsWrongIsSaidByTheCheck(String yaml, String code) throws Exception {
    var settings = settings(yaml, Map.of(), "--profile", "shop");
    assertEquals("", settings.text("--db"));
    assertEquals(code, assertThrows(Trouble.class, settings::check).problem().code());
  }
}
