package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static String drawn(boolean isWanted) {
    var style =
        new Style(Format.TABLE, List.of(), false, false, new Style.Paint(false, false), isWanted);
    return Shown.with(
            style,
            false,
            screen -> {
              try (var progress = screen.progress("task", Map.of(), 1 << 20)) {
                progress.at(1 << 19, 21);
              }
            })
        .err();
  }

  @Test
  void isDrawnOnOneLineWhichIsWiped() {
    var drawn = drawn(true);
    assertTrue(drawn.contains("task"), drawn);
    assertTrue(drawn.contains("21 rows"), drawn);
    assertTrue(drawn.endsWith("\r\u001b[K"), drawn);
    assertTrue(drawn.indexOf('\n') < 0, drawn);
  }

  @Test
  void isNotDrawnWhereNobodyLooks() {
    assertEquals("", drawn(false));
  }
}
