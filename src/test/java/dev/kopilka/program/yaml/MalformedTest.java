package dev.kopilka.program.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Trouble.BadInput;
import dev.kopilka.model.value.Trouble.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each malformed programme of {@code malformed.txt}: its code, its line, its column. */
class MalformedTest {
  private static final String MARK = "‸";
  private static final Pattern HIDDEN = Pattern.compile("\\\\x([0-9A-F]{4})");

  @Test
  void theLegalTwinPassesTheCheck() {
    assertEquals("energy", ProgrammeReader.read("legal.yaml", resource("legal.yaml")).code());
  }

  @TestFactory
  Stream<DynamicTest> isRefusedWhereItIsWrong() {
    var cases = resource("malformed.txt").split("\n\n");
    return Stream.of(cases)
        .skip(1)
        .map(text -> DynamicTest.dynamicTest(title(text), () -> check(text)));
  }

  private static String title(String text) {
    return text.strip().lines().findFirst().orElseThrow().substring(2);
  }

  private static void check(String text) {
    var lines = text.strip().lines().toList();
    var legal = field(lines, "legal");
    var wrong = field(lines, "wrong");
    var at = field(lines, "at");
    var base = resource("legal.yaml");
    assertEquals(2, base.split(Pattern.quote(legal), -1).length, "occurs once: " + legal);
    var marked = base.replace(legal, wrong);
    if (!wrong.contains(MARK)) {
      var spot = at.replace(MARK, "");
      assertEquals(2, marked.split(Pattern.quote(spot), -1).length, "occurs once: " + spot);
      marked = marked.replace(spot, at);
    }
    var expected = lines.getLast().split(" ", 2);
    var trouble = refused(marked.replace(MARK, ""));
    assertEquals(place(marked) + " " + expected[0], shown(trouble.findings()));
    if (expected.length > 1) checkDetails(trouble.findings().getFirst(), expected[1]);
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

  private static BadInput refused(String text) {
    return assertThrows(BadInput.class, () -> ProgrammeReader.read("p.yaml", text));
  }

  private static String place(String marked) {
    var before = marked.substring(0, marked.indexOf(MARK));
    var line = before.lines().count() + (before.endsWith("\n") ? 1 : 0);
    var column = before.length() - before.lastIndexOf('\n');
    return "p.yaml:" + Math.max(line, 1) + ":" + column;
  }

  private static String shown(List<Finding> findings) {
    return String.join(
        "; ", findings.stream().map(f -> f.place() + " " + f.problem().code()).toList());
  }

  private static void checkDetails(Finding finding, String details) {
    for (var detail : details.split(" (?=[a-z_]+=)")) {
      var pair = detail.split("=", 2);
      var found = String.valueOf(finding.problem().details().get(pair[0]));
      assertTrue(List.of(pair[1].split("\\|")).contains(found), detail + " but " + found);
    }
  }

  static String resource(String name) {
    try (var stream = MalformedTest.class.getResourceAsStream("/dev/kopilka/program/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}
