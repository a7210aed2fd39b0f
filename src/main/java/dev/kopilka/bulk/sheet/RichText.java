package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.parts.Broken;
import dev.kopilka.bulk.parts.Xml;
import dev.kopilka.bulk.source.Limits;

/** A text that may be in pieces of several fonts, with how Japanese is pronounced beside it. */
final class RichText {
  private RichText() {}

  /** The text of the tag in hand ({@code si} or {@code is}), up to its end. */
  static String of(Xml xml) throws Broken {
    var outer = xml.name();
    var text = new StringBuilder();
    while (xml.next() && !xml.ends(outer)) {
      if (xml.starts("rPh")) xml.skip();
      else if (xml.starts("t") && text.length() <= Limits.CELL) text.append(xml.text());
    }
    return unescaped(text.toString());
  }

  /** Characters that XML cannot hold are written {@code _x000D_}; so is that very spelling. */
  static String unescaped(String text) {
    var at = text.indexOf("_x");
    if (at < 0) return text;
    var plain = new StringBuilder(text.length());
    var from = 0;
    for (; at >= 0; at = text.indexOf("_x", Math.max(at + 1, from))) {
      if (!isEscape(text, at)) continue;
      plain.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
      from = at + 7;
    }
    return plain.append(text, from, text.length()).toString();
  }

  private static boolean isEscape(String text, int at) {
    if (at + 7 > text.length() || text.charAt(at + 6) != '_') return false;
    for (var i = at + 2; i < at + 6; i++) {
      var c = text.charAt(i);
      if (c >= 0x80 || Character.digit(c, 16) < 0) return false;
    }
    return true;
  }
}
