package dev.kopilka.store.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import dev.kopilka.model.Line;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way and the library for JSON must write the same bytes: they are compared for ever. */
class PlainLinesTest {
  private static String byLibrary(Line line) throws Exception {
    var text = new StringWriter();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartArray();
      json.writeStartArray();
      for (var part : List.of(line.category(), line.sku(), line.quantity())) json.writeString(part);
      json.writeNumber(line.amount());
      json.writeEndArray();
      json.writeEndArray();
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "coffee", "кофе", "a b", "1,5", "\u007f", "\u2028", "\ud83c\udf75", "[]", "/"})
  void writesWhatTheLibraryWrites(String text) throws Exception {
    for (var amount : List.of(0L, 7L, -35_000L, 999_999_999_999_999_999L)) {
      var line = new Line(text, text, text, amount);
      var written = PlainLines.write(List.of(line)).orElseThrow();
      assertEquals(byLibrary(line), written);
      assertEquals(List.of(line), PlainLines.read(written).orElseThrow());
    }
  }

  @Test
  void takesSeveralLinesAndLeavesWhatNeedsAnEscape() {
    var two = List.of(new Line("a", "b", "1", 5), new Line("c", "", "", -6));
    assertEquals("[[\"a\",\"b\",\"1\",5],[\"c\",\"\",\"\",-6]]", LineText.write(two));
    assertEquals(two, LineText.read(LineText.write(two)));
    for (var hard : List.of("\"", "\\", "\n", "\u0000")) {
      var line = List.of(new Line(hard, "x", "1", Long.MIN_VALUE));
      assertTrue(PlainLines.write(line).isEmpty());
      assertEquals(line, LineText.read(LineText.write(line)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]", "[", "[[", "[[\"a\",\"b\",\"1\",5]", "[[\"a\",\"b\",\"1\",05]]", "[[\"a\",\"b\",\"1\",-0]]",
        "[[\"a\",\"b\",\"1\",5]] ", "[ [\"a\",\"b\",\"1\",5]]", "[[\"a\",\"b\",5]]", "[[\"\\u0061\",\"b\",\"1\",5]]",
        "[[\"a\",\"b\",\"1\",1234567890123456789]]", "[[\"a\",\"b\",\"1\",5.0]]", "[[\"a\",\"b\",\"1\",5],]"
      })
  void readsNothingThatItWouldNotWrite(String text) {
    assertFalse(PlainLines.read(text).isPresent());
  }
}
