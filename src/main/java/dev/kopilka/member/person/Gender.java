package dev.kopilka.member.person;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.Locale;

/** Gender as the member stated it; the word is what is stored and printed. */
public enum Gender {
  NONE(""),
  FEMALE("f"),
  MALE("m"),
  OTHER("x");

  private final String word;

  Gender(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** Understands the spellings of common lists, English and Russian; blank text is none. */
  public static Gender of(String text) {
    return switch (Plain.trimmed(text).toLowerCase(Locale.ROOT)) {
      case "" -> NONE;
      case "f", "female", "w", "woman", "ж", "жен", "жен.", "женский", "женщина" -> FEMALE;
      case "m", "male", "man", "м", "муж", "муж.", "мужской", "мужчина" -> MALE;
      case "x", "other", "другой" -> OTHER;
      default ->
          throw new Trouble.BadInput(
              Problem.of("GENDER_UNKNOWN").with("field", "gender").with("expected", "f, m, x"));
    };
  }
}
