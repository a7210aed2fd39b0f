package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kopilka.screen.progress.Showing;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Text from outside, in every format. In the tables below {@code ␛} stands for the escape byte. */
class NastyTextTest {
  private static String shown(Format format, String text) {
    return Shown.in(format, s -> s.show(Sheet.of(List.of(text)).column("t", t -> t)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"TABLE", "MD", "JSON", "JSONL"})
  void noControlCharacterComesThrough(Format format) {
    var text = "a\u001b[31m\u0007\u009b\u007f\u202e\ufeff\n\r\tb";
    var control = shown(format, text).chars().filter(c -> c != '\n' && isControl(c)).findFirst();
    assertFalse(control.isPresent(), () -> "U+" + Integer.toHexString(control.getAsInt()));
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) || c == 0x202e || c == 0xfeff;
  }

  @Test
  void csvToATerminalIsEscapedToo() {
    var sheet = Sheet.of(List.of("\u001b]0;x\u0007")).column("t", t -> t);
    var style = Style.PLAIN.in(Format.CSV);
    assertEquals("t\n\\u001b]0;x\\u0007\n", Shown.with(style, true, s -> s.show(sheet)).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          =1+1        | '=1+1
          +7 912      | '+7 912
          -5          | '-5
          @ivan       | '@ivan
          a=b         | a=b
          say "hi"    | "say ""hi""\"
          a,b         | "a,b"
          """)
  void csvQuotesAndDisarms(String text, String cell) {
    assertEquals("t\n" + cell + "\n", shown(Format.CSV, text));
  }

  @Test
  void csvKeepsLineBreaksInQuotes() {
    assertEquals("t\n\"a\nb\"\n", shown(Format.CSV, "a\nb"));
    assertEquals("t\n\"'\rx\"\n", shown(Format.CSV, "\rx"));
  }

  @Test
  void rawCsvLeavesFormulasAlone() {
    var raw = new Style(Format.CSV, List.of(), false, true, new Style.Paint(false, false), Showing.NONE);
    var sheet = Sheet.of(List.of("=1+1")).column("t", t -> t);
    assertEquals("t\n=1+1\n", Shown.with(raw, false, s -> s.show(sheet)).out());
  }

  @Test
  void negativeNumbersAreNoFormulas() {
    assertEquals(
        "n\n-5\n", Shown.in(Format.CSV, s -> s.show(Sheet.of(List.of(-5L)).column("n", n -> n))));
  }

  @Test
  void tsvWritesTabsAndBreaksAsTwoCharacters() {
    assertEquals("t\na\\tb\\nc\\\\d\n", shown(Format.TSV, "a\tb\nc\\d"));
  }

  @Test
  void jsonEscapesWhatItMustAndKeepsTheRest() {
    assertEquals("{\"t\":\"a\\\"b\\\\c\\n\"}\n", shown(Format.JSONL, "a\"b\\c\n"));
    assertEquals("{\"t\":\"\\\"\\\\\\u009b\"}\n", shown(Format.JSONL, "\"\\\u009b"));
    assertEquals("{\"t\":\"Ж😀\"}\n", shown(Format.JSONL, "Ж😀"));
    assertEquals("{\"t\":\"😀\\n\"}\n", shown(Format.JSONL, "😀\n"));
  }

  @Test
  void halfASurrogatePairDoesNotBreakJson() {
    assertEquals("{\"t\":\"\\ud83d!\"}\n", shown(Format.JSONL, "\ud83d!"));
  }

  @Test
  void markdownEscapesMarkup() {
    assertEquals(
        "| t |\n|---|\n| \\<b\\>\\|\\[x\\](y)\\*\\` |\n", shown(Format.MD, "<b>|[x](y)*`"));
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "Ж,1", "王,2", "😀,2", "e\u0301,1", "ﬁ,1", "ｱ,1", "Ａ,2"})
  void widthIsWhatATerminalTakes(String text, int width) {
    assertEquals(width, dev.kopilka.screen.format.Width.of(text));
  }
}
