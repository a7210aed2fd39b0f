package dev.kopilka.command.imports;

import dev.kopilka.bulk.sheet.Books;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A malformed file, its nearest legal twin, and what is to be told of the first.
 *
 * @param words what is typed around the file's name, which stands for {@code FILE}
 * @param told {@code line:column CODE}, or the code alone where it is about the whole file
 */
record Malformed(String title, List<String> words, byte[] wrong, byte[] legal, String told) {
  private static final String SOUND_ROW =
      "<row><c t='str'><v>A</v></c><c><v>1</v></c><c s='1'><v>46327</v></c><c><v>10</v></c></row>";
  private static final Pattern HIDDEN = Pattern.compile("\\\\x([0-9A-F]{4})");
  private static final Pattern REPEATED = Pattern.compile("\\\\\\{(.*?)\\*([0-9]+)\\}");

  /** What the lines of a group have in common. */
  private static final class Group {
    private String name = "";
    private String columns = "";
    private String row = "";
    private String command = "accrue import";
    private String with = "";
    private Charset charset = StandardCharsets.UTF_8;
    private boolean isBook;

    private byte[] bytes(String text) {
      return isBook ? book("", plain(text)) : plain(text).getBytes(charset);
    }

    /** A workbook: a header, a row as XML, and perhaps a part {@code name=content} that is another. */
    private byte[] book(String rows, String part) {
      var sound = row.isEmpty() ? SOUND_ROW : rows;
      var parts = Books.parts(Books.row(columns.split(",")) + sound);
      var equals = part.indexOf('=');
      if (equals > 0) parts.put(part.substring(0, equals), part.substring(equals + 1));
      return Books.zip(parts);
    }

    /** A file of one row with the text in the cell that is left open. */
    private byte[] file(String cell) {
      var text = plain(cell);
      if (isBook) return book(row.replace("{}", text), "");
      var quoted = text.matches("(?s).*[,\"\n\r].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
      return (columns + "\n" + row.replace("{}", quoted) + "\n").getBytes(charset);
    }
  }

  /** The cases of a resource. A group begins with a line of settings; each other line is a case. */
  static List<Malformed> in(String resource) {
    var cases = new ArrayList<Malformed>();
    var group = new Group();
    for (var line : text(resource).lines().toList()) {
      if (line.isBlank() || line.startsWith("# ")) continue;
      if (line.startsWith("== ")) {
        group = new Group();
        group.name = line.substring(3);
      } else if (!setting(group, line)) {
        cases.add(one(group, line));
      }
    }
    return cases;
  }

  private static boolean setting(Group group, String line) {
    var space = line.indexOf(' ');
    var value = line.substring(space + 1);
    switch (line.substring(0, Math.max(0, space))) {
      case "columns:" -> group.columns = value;
      case "row:" -> group.row = value;
      case "command:" -> group.command = value;
      case "with:" -> group.with = value;
      case "workbook:" -> {
        group.columns = value;
        group.isBook = true;
      }
      case "charset:" -> group.charset = Charset.forName(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Malformed one(Group group, String line) {
    var parts = line.split(" \\| ", -1);
    if (parts.length != 3) throw new AssertionError("three parts: " + line);
    var words = new ArrayList<>(List.of(group.command.split(" ")));
    words.add("FILE");
    if (!group.with.isEmpty()) words.addAll(List.of(group.with.split(" ")));
    var title = group.name + ": " + parts[0];
    if (group.row.isEmpty()) {
      return new Malformed(title, words, group.bytes(parts[0]), group.bytes(parts[1]), parts[2]);
    }
    var place = "2:" + (group.row.indexOf("{}") + 1) + " ";
    var told = parts[2].contains(" ") ? parts[2] : place + parts[2];
    return new Malformed(title, words, group.file(parts[0]), group.file(parts[1]), told);
  }

  private static String plain(String text) {
    var repeated =
        REPEATED
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1).repeat(Integer.parseInt(found.group(2)))));
    return HIDDEN
        .matcher(repeated.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t"))
        .replaceAll(
            hex ->
                Matcher.quoteReplacement(
                    Character.toString(Integer.parseInt(hex.group(1), 16))));
  }

  static String text(String resource) {
    try (var stream = Malformed.class.getResourceAsStream("/dev/kopilka/" + resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Override
  public String toString() {
    return title;
  }
}
