package dev.kopilka.command;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.File;
import java.util.Map;

/** Finds the file that a profile is in; most runs have none, and load no YAML. */
final class Profile {
  private Profile() {}

  /**
   * The options of the chosen profile, by name without dashes.
   *
   * @param config the file that was asked for, or "" for the usual one, which need not be there
   * @param name the profile that was asked for, or "" for the file's default, if it has one
   */
  static Map<String, String> chosen(String config, String name, Surroundings around) {
    var file = new File(config.isEmpty() ? usualFile(around) : config);
    if (!file.isFile()) {
      if (!config.isEmpty()) throw usage("FILE_NOT_FOUND", "file", config);
      if (!name.isEmpty()) throw usage("PROFILE_NOT_FOUND", "profile", name);
      return Map.of();
    }
    return ConfigFile.in(file.getPath(), name);
  }

  private static String usualFile(Surroundings around) {
    var folder = around.variable("XDG_CONFIG_HOME");
    if (folder.isEmpty()) folder = around.variable("HOME") + "/.config";
    return folder + "/kopilka/config.yaml";
  }

  private static Trouble.Usage usage(String code, String detail, String value) {
    return new Trouble.Usage(Problem.of(code).with(detail, value));
  }
}
