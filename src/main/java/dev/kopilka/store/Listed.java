package dev.kopilka.store;

import java.util.Collection;

/** Lists of values as one parameter, which {@code {numbers}} or {@code {texts}} unfolds in a statement. */
public final class Listed {
  private Listed() {}

  public static String of(long[] numbers) {
    var text = new StringBuilder(numbers.length * 12 + 2).append('[');
    for (var i = 0; i < numbers.length; i++) {
      if (i > 0) text.append(',');
      text.append(numbers[i]);
    }
    return text.append(']').toString();
  }

  public static String of(Collection<String> texts) {
    var list = new StringBuilder(texts.size() * 16 + 2).append('[');
    for (var text : texts) {
      if (list.length() > 1) list.append(',');
      quote(list, text);
    }
    return list.append(']').toString();
  }

  private static void quote(StringBuilder list, String text) {
    list.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' || c == '\\') list.append('\\').append(c);
      else if (c < ' ') list.append("\\u00").append(c < 16 ? '0' : '1').append(hex(c & 15));
      else list.append(c);
    }
    list.append('"');
  }

  private static char hex(int digit) {
    return (char) (digit < 10 ? '0' + digit : 'a' + digit - 10);
  }
}
