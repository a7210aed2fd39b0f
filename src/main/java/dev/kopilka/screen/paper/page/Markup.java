package dev.kopilka.screen.paper.page;

import dev.kopilka.screen.format.Escape;

/** Text as HTML text or as the value of an attribute between double quotes. */
final class Markup {
  private static final String MARKUP = "&<>\"'";

  private Markup() {}

  static String escaped(String text) {
    var safe = Escape.controls(text);
    if (isPlain(safe)) return safe;
    var escaped = new StringBuilder(safe.length() + 16);
    for (var i = 0; i < safe.length(); i++) {
      var c = safe.charAt(i);
      if (MARKUP.indexOf(c) < 0) escaped.append(c);
      else escaped.append("&#").append((int) c).append(';');
    }
    return escaped.toString();
  }

  private static boolean isPlain(String text) {
    for (var i = 0; i < text.length(); i++) if (MARKUP.indexOf(text.charAt(i)) >= 0) return false;
    return true;
  }
}
