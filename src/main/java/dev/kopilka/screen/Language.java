package dev.kopilka.screen;

import java.util.Locale;
import java.util.Map;

/** The languages that Kopilka speaks. Anything that is not Russian is answered in English. */
public enum Language {
  EN,
  RU;

  /** The language of a locale's name, such as {@code ru}, {@code ru_RU.UTF-8} or {@code C}. */
  public static Language of(String locale) {
    return locale.regionMatches(true, 0, "ru", 0, 2) ? RU : EN;
  }

  /**
   * The language of the user's locale. The launcher passes the user's own locale in KOPILKA_LOCALE
   * when it had to force a UTF-8 one upon the machine.
   */
  public static Language of(Map<String, String> environment) {
    for (var name : new String[] {"KOPILKA_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
      var locale = environment.getOrDefault(name, "");
      if (!locale.isEmpty()) return of(locale);
    }
    return EN;
  }

  /** {@code en} or {@code ru}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
