package dev.kopilka.vault;

/**
 * Shows just enough of a personal text to tell two members apart. The stars are always three: the
 * length of what is hidden is hidden too.
 */
public final class Mask {
  private static final String STARS = "***";

  private Mask() {}

  /** The first letter of each word: {@code И*** П***}. */
  public static String name(String name) {
    if (name.isEmpty()) return "";
    var masked = new StringBuilder();
    for (var word : name.split(" ")) {
      if (!masked.isEmpty()) masked.append(' ');
      masked.append(first(word)).append(STARS);
    }
    return masked.toString();
  }

  /** The sign, one digit and the last two: {@code +7***67}. */
  public static String phone(String phone) {
    // A shorter one would be shown whole, and is no phone anyway.
    if (phone.length() < 8) return phone.isEmpty() ? "" : STARS;
    return phone.substring(0, 2) + STARS + phone.substring(phone.length() - 2);
  }

  /** The first letter and the domain: {@code i***@mail.ru}. */
  public static String email(String email) {
    var at = email.lastIndexOf('@');
    if (at < 1) return email.isEmpty() ? "" : STARS;
    return first(email) + STARS + email.substring(at);
  }

  /** The year of an ISO date: {@code 1985-**-**}. */
  public static String birthDate(String isoDate) {
    if (isoDate.length() < 4) return isoDate.isEmpty() ? "" : STARS;
    return isoDate.substring(0, 4) + "-**-**";
  }

  /** Nothing but that something is there. */
  public static String text(String text) {
    return text.isEmpty() ? "" : STARS;
  }

  /** Not the first char: a letter outside the basic plane is two of them. */
  private static String first(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
