package dev.kopilka.command;

import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads {@code config.yaml}, loaded only where there is one: common options under the names of
 * profiles.
 *
 * <pre>
 * default: shop
 * profiles:
 *   shop: { db: /var/lib/kopilka/shop.db, lang: ru, actor: desk-1 }
 * </pre>
 */
final class ConfigFile {
  private static final Set<String> KEYS =
      Set.of(
          "db",
          "output",
          "columns",
          "lang",
          "actor",
          "key-file",
          "password-file",
          "password-command",
          "quiet",
          "verbose",
          "color",
          "progress",
          "csv-raw");

  private final String file;

  private ConfigFile(String file) {
    this.file = file;
  }

  /** The options of that profile, or of the file's default one, by name without dashes. */
  static Map<String, String> in(String file, String name) {
    return new ConfigFile(file).options(name);
  }

  private Map<String, String> options(String name) {
    var whole = mapping(load(), "");
    for (var key : whole.keySet()) known(key, Set.of("default", "profiles"));
    var profiles = mapping(whole.getOrDefault("profiles", Map.of()), "profiles");
    var wanted = name.isEmpty() ? whole.getOrDefault("default", "").toString() : name;
    if (wanted.isEmpty()) return Map.of();
    if (!profiles.containsKey(wanted)) {
      throw new Trouble.Usage(
          Problem.of("PROFILE_NOT_FOUND")
              .with("profile", wanted)
              .with("nearest", Nearest.to(wanted, profiles.keySet())));
    }
    var options = new LinkedHashMap<String, String>();
    for (var entry : mapping(profiles.get(wanted), wanted).entrySet()) {
      known(entry.getKey(), KEYS);
      options.put(entry.getKey(), entry.getValue().toString());
    }
    return options;
  }

  private Object load() {
    // Fail-safe: every scalar is text, so that `lang: no` and `actor: 012` stay what was written.
    var settings =
        LoadSettings.builder()
            .setLabel(file)
            .setSchema(new FailsafeSchema())
            .setCodePointLimit(1 << 16)
            .build();
    try {
      return new Load(settings).loadFromString(Files.readString(new File(file).toPath()));
    } catch (MarkedYamlEngineException e) {
      var mark = e.getProblemMark();
      var place =
          mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
              .orElse(new Place(file, 0, 0));
      throw new Trouble.BadInput(place, Problem.of("CONFIG_NOT_YAML"));
    } catch (YamlEngineException | IOException e) {
      throw new Trouble.BadInput(new Place(file, 0, 0), Problem.of("CONFIG_NOT_YAML"));
    }
  }

  private Map<String, Object> mapping(Object value, String where) {
    if (!(value instanceof Map<?, ?> map)) {
      var problem = Problem.of("CONFIG_NOT_MAPPING").with("key", where);
      throw new Trouble.BadInput(new Place(file, 0, 0), problem);
    }
    var copy = new LinkedHashMap<String, Object>();
    for (var entry : map.entrySet()) copy.put(entry.getKey().toString(), entry.getValue());
    return copy;
  }

  private void known(String key, Set<String> keys) {
    if (keys.contains(key)) return;
    var known = List.copyOf(new java.util.TreeSet<>(keys));
    var problem =
        Problem.of("CONFIG_KEY_UNKNOWN")
            .with("key", key)
            .with("nearest", Nearest.to(key, known))
            .with("known", known);
    throw new Trouble.BadInput(new Place(file, 0, 0), problem);
  }
}
