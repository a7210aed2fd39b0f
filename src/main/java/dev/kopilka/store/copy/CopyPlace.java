package dev.kopilka.store.copy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How far a copy is: a table by its number, and the key of the last row of it that is there. */
record CopyPlace(int table, Object[] key) {
  static final CopyPlace FIRST = at(0);

  private static final String TEXT = "t";

  /** At the beginning of a table. */
  static CopyPlace at(int table) {
    return new CopyPlace(table, new Object[0]);
  }

  /** The place as one line: whole numbers in decimal, texts in hexadecimal behind a t. */
  String text() {
    var text = new StringBuilder().append(table);
    for (var value : key) {
      text.append(' ');
      if (value instanceof String word) {
        text.append(TEXT).append(HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
      } else {
        text.append(value);
      }
    }
    return text.toString();
  }

  static CopyPlace of(String text) {
    var words = text.split(" ");
    var key = new Object[words.length - 1];
    for (var i = 0; i < key.length; i++) key[i] = value(words[i + 1]);
    return new CopyPlace(Integer.parseInt(words[0]), key);
  }

  private static Object value(String word) {
    return word.startsWith(TEXT)
        ? new String(HexFormat.of().parseHex(word.substring(1)), StandardCharsets.UTF_8)
        : (Object) Long.valueOf(word);
  }
}
