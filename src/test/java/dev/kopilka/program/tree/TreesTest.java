package dev.kopilka.program.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Trouble.BadInput;
import dev.kopilka.program.tree.Node.Mapping;
import dev.kopilka.program.tree.Node.Scalar;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What is asked of a file before anybody looks for keys in it. */
class TreesTest {
  @Test
  void leavesAByteOrderMarkOutOfTheFirstKey() {
    var root = (Mapping) Trees.read(utf8("\uFEFFname: x\n"), new Findings("f"));
    assertEquals("name", root.pairs().getFirst().key().text());
    assertEquals(1, root.at().column());
  }

  @Test
  void refusesAnotherEncodingAtTheFirstByteThatTellsIt() {
    assertRefused("FILE_NOT_UTF8 f:2:3", "a: b\n# Баллы".getBytes(Charset.forName("windows-1251")));
    assertRefused("FILE_NOT_UTF8 f:1:1", "a: b".getBytes(StandardCharsets.UTF_16));
  }

  @Test
  void refusesACharacterThatIsCutOff() {
    var bytes = utf8("a: я");
    assertRefused("FILE_NOT_UTF8 f:1:4", java.util.Arrays.copyOf(bytes, bytes.length - 1));
  }

  @Test
  void takesAMegabyteAndNotAByteMore() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8("a: b\n#"));
    bytes.writeBytes(utf8("x".repeat(Source.MOST_BYTES - bytes.size())));
    Trees.read(bytes.toByteArray(), new Findings("f"));
    bytes.write('x');
    assertRefused("FILE_TOO_LARGE f:1:1", bytes.toByteArray());
  }

  @Test
  void goesDownTwentyLevelsAndNotOneMore() {
    Trees.read(nested(Trees.DEEPEST - 1), new Findings("f"));
    assertRefused("YAML_TOO_DEEP f:1:21", nested(Trees.DEEPEST));
  }

  @Test
  void stopsAtOnceInAFileThatOnlyNests() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertRefused("YAML_TOO_DEEP f:1:21", utf8("[".repeat(500_000))));
  }

  @Test
  void neverFollowsAliasesThatDoubleEachTime() {
    var bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (var i = 1; i < 30; i++)
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    var findings = new Findings("f");
    Trees.read(utf8(bomb.toString()), findings);
    assertEquals(30 + 58, findings.trouble().total());
  }

  @Test
  void refusesAFileWithNothingInIt() {
    assertRefused("FILE_EMPTY f:1:1", utf8(""));
    assertRefused("FILE_EMPTY f:1:1", utf8("# only a comment\n"));
    assertRefused("FILE_EMPTY f:1:1", utf8("\uFEFF"));
  }

  @Test
  void readsJsonAsTheYamlThatItIs() {
    var root =
        (Mapping) Trees.read(utf8("{\"a\": [1, 2.50], \"b\": {\"c\": true}}"), new Findings("f"));
    assertEquals("1, 2.50", Paths.of(root).get("a"));
    assertEquals("true", Paths.of(root).get("b.c"));
  }

  @Test
  void keepsEveryScalarAsItsText() {
    var root =
        (Mapping) Trees.read(utf8("a: 012\nb: NO\nc: 1.10\nd: 2026-12-01"), new Findings("f"));
    assertEquals("{a=012, b=NO, c=1.10, d=2026-12-01}", Paths.of(root).toString());
    assertTrue(root.value("a").orElseThrow() instanceof Scalar scalar && scalar.plain());
  }

  @Test
  void countsColumnsInCharactersAsPeopleDo() {
    assertRefused("CHARACTER_FORBIDDEN f:1:5", utf8("a: 😀\u0000"));
    assertRefused("CHARACTER_FORBIDDEN f:3:1", utf8("a: b\r\nc: d\r\n\u0001"));
  }

  @Test
  void callsItemsByTheirCode() {
    var root = Trees.read(utf8("earn:\n- {code: x, give: 1}\n- {give: 2}\n"), new Findings("f"));
    assertEquals("{earn[x].code=x, earn[x].give=1, earn[2].give=2}", Paths.of(root).toString());
  }

  @Test
  void putsANodeOnOneLine() {
    var root = Trees.read(utf8("a: {min: 1, max: 2}\nb: [{c: d}, e]"), new Findings("f"));
    assertEquals("a: (min: 1; max: 2); b: (c: d), e", Paths.inline(root));
  }

  private static byte[] nested(int depth) {
    return utf8("[".repeat(depth) + "x" + "]".repeat(depth));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertRefused(String expected, byte[] bytes) {
    var trouble = assertThrows(BadInput.class, () -> Trees.read(bytes, new Findings("f")));
    var first = trouble.findings().getFirst();
    assertEquals(expected, first.problem().code() + " " + first.place());
  }
}
