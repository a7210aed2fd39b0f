package dev.kopilka.program.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A malformed programme of {@code malformed.txt}.
 *
 * @param place {@code line:column} of its one finding
 * @param details what the last line says after the code
 */
public record Marked(String title, String text, String place, String code, String details) {
  private static final String MARK = "‸";
  private static final Pattern HIDDEN = Pattern.compile("\\\\x([0-9A-F]{4})");

  /** All of them, in the order of the file. */
  public static List<Marked> all() {
    var base = MalformedTest.resource("legal.yaml");
    var cases = MalformedTest.resource("malformed.txt").split("\n\n");
    var all = new ArrayList<Marked>();
    for (var i = 1; i < cases.length; i++) all.add(of(base, cases[i].strip().lines().toList()));
    return all;
  }

  private static Marked of(String base, List<String> lines) {
    var legal = field(lines, "legal");
    var wrong = field(lines, "wrong");
    var at = field(lines, "at");
    once(base, legal);
    var marked = base.replace(legal, wrong);
    if (!wrong.contains(MARK)) {
      var spot = at.replace(MARK, "");
      once(marked, spot);
      marked = marked.replace(spot, at);
    }
    var told = lines.getLast().split(" ", 2);
    return new Marked(
        lines.getFirst().substring(2),
        marked.replace(MARK, ""),
        place(marked),
        told[0],
        told.length > 1 ? told[1] : "");
  }

  private static void once(String text, String part) {
    var times = text.split(Pattern.quote(part), -1).length - 1;
    if (times != 1) throw new AssertionError(times + " times, not once: " + part);
  }

  private static String field(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.equals(name) || line.startsWith(name + " "))
        .map(line -> line.substring(Math.min(name.length() + 1, line.length())))
        .map(line -> line.replace("\\n", "\n").replace("\\t", "\t"))
        .map(
            line ->
                HIDDEN
                    .matcher(line)
                    .replaceAll(hex -> Character.toString(Integer.parseInt(hex.group(1), 16))))
        .findFirst()
        .orElse("");
  }

  private static String place(String marked) {
    var before = marked.substring(0, marked.indexOf(MARK));
    var line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    var column = before.length() - before.lastIndexOf('\n');
    return Math.max(line, 1) + ":" + column;
  }

  @Override
  public String toString() {
    return title;
  }
}
