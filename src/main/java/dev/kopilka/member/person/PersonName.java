package dev.kopilka.member.person;

import java.util.Locale;

/** A person's name as it is to be addressed, in whatever order its owner writes it. */
public record PersonName(String text) {
  public static final PersonName NONE = new PersonName("");
  private static final int LONGEST = 200;

  /** The name in its normal form; blank text is no name. */
  public static PersonName of(String text) {
    return new PersonName(Plain.line("name", text, LONGEST));
  }

  /** Whether the name, or one of its words, begins with this text, whatever the case of either. */
  public boolean hasWordLike(String beginning) {
    var sought = folded(Plain.collapsed(beginning));
    var name = folded(text);
    return name.startsWith(sought) || name.contains(" " + sought);
  }

  /** SQLite folds no Cyrillic, so case is folded here; ё is commonly written е. */
  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ё', 'е');
  }
}
