package dev.kopilka.screen;

/** Which form of a noun stands beside a number: 1 балл, 2 балла, 5 баллов; 1 point, 2 points. */
final class Plural {
  private Plural() {}

  /**
   * @param number the number as it is printed
   * @param forms the noun's forms divided by a bar: two in English, three in Russian
   */
  static String form(Language language, String number, String forms) {
    var all = forms.split("\\|", -1);
    var index = language == Language.RU ? russian(number) : english(number);
    return all[Math.min(index, all.length - 1)];
  }

  private static int english(String number) {
    return number.equals("1") || number.equals("-1") ? 0 : 1;
  }

  private static int russian(String number) {
    // A fraction takes the genitive singular whatever its digits are: 1.5 балла, 2.21 балла.
    if (number.indexOf('.') >= 0) return 1;
    var last = digit(number, 1);
    var teens = digit(number, 2) == 1;
    if (last == 1 && !teens) return 0;
    return last >= 2 && last <= 4 && !teens ? 1 : 2;
  }

  /** The digit that many places from the right, or 0 where there is none. */
  private static int digit(String number, int fromRight) {
    var at = number.length() - fromRight;
    if (at < 0) return 0;
    var c = number.charAt(at);
    return c >= '0' && c <= '9' ? c - '0' : 0;
  }
}
