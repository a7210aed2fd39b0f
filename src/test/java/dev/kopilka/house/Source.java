package dev.kopilka.house;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Java file in three views of equal shape: as written, its code with comments and literals
 * blanked out, and its comments alone. A position means the same line in each of them.
 */
record Source(Path file, String text, String code, String comments) {
  /** Comments, then the literals that may hold what looks like a comment; the first match wins. */
  private static final Pattern PIECES =
      Pattern.compile(
          """
          (?<comment>//[^\\n]*|/\\*.*?\\*/)\
          |(?<literal>\"""[\\s\\S]*?(?<!\\\\)\"""|"[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+"|'(?:\\\\.|[^'\\\\\\n])+')\
          """,
          Pattern.DOTALL);

  static Source of(Path file) {
    return of(file, House.text(file));
  }

  static Source of(Path file, String text) {
    var code = new StringBuilder(text);
    var comments = new StringBuilder(blank(text));
    Matcher piece = PIECES.matcher(text);
    while (piece.find()) {
      code.replace(piece.start(), piece.end(), blank(piece.group()));
      if (piece.group("comment") != null) {
        comments.replace(piece.start(), piece.end(), piece.group());
      }
    }
    return new Source(file, text, code.toString(), comments.toString());
  }

  /** The package within the product, {@code command.member} for example; empty outside of it. */
  String room() {
    var found =
        Pattern.compile("^package dev\\.kopilka\\.([\\w.]+);", Pattern.MULTILINE).matcher(code);
    return found.find() ? found.group(1) : "";
  }

  /** The first name of {@link #room()}, which the floor plan knows. */
  String wing() {
    return room().replaceFirst("\\..*", "");
  }

  int lines() {
    return (int) text.lines().count();
  }

  int lineOf(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }

  private static String blank(String text) {
    return text.replaceAll("[^\\n]", " ");
  }
}
