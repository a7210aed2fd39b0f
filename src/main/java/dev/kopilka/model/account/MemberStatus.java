package dev.kopilka.model.account;

import java.util.Locale;

/** Where a participant stands in the programme. */
public enum MemberStatus {
  ACTIVE,
  BLOCKED,
  LEFT,
  MERGED,
  ERASED;

  /** Whether whoever stands there is one of the participants still. */
  public boolean takesPart() {
    return this == ACTIVE || this == BLOCKED;
  }

  /** The word for output and storage: lower case, never translated. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static MemberStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
