package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.screen.progress.Showing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static String drawn(Showing showing, boolean isQuiet) {
    var style =
        new Style(Format.TABLE, List.of(), isQuiet, false, new Style.Paint(false, false), showing);
    return Shown.with(
            style,
            false,
            screen -> {
              var file = Map.of("file", "r.csv");
              try (var progress = screen.progress("import.progress", file, 1 << 20)) {
                progress.at(1 << 19, 21);
              }
            })
        .err();
  }

  @Test
  void isDrawnOnOneLineWhichIsWiped() {
    var drawn = drawn(Showing.BAR, false);
    assertTrue(drawn.contains("r.csv"), drawn);
    assertTrue(drawn.contains("21 rows"), drawn);
    assertTrue(drawn.endsWith("\r\u001b[K"), drawn);
    assertTrue(drawn.indexOf('\n') < 0, drawn);
  }

  @Test
  void isNotDrawnWhereNobodyLooks() {
    assertEquals("", drawn(Showing.NONE, false));
  }

  @Test
  void aShortCommandLeavesNoLinesInALog() {
    assertEquals("", drawn(Showing.LINES, false));
  }

  /** The names are what programs rely on. */
  @Test
  void aProgramHearsOfTheStartAndOfTheEnd() {
    assertEquals(
        """
        {"progress":{"task":"import","file":"r.csv","bytes":0,"of_bytes":1048576,"rows":0,\
        "rows_per_second":0,"seconds_left":null,"done":false}}
        {"progress":{"task":"import","file":"r.csv","bytes":524288,"of_bytes":1048576,"rows":21,\
        "rows_per_second":21,"seconds_left":0,"done":true}}
        """,
        drawn(Showing.JSON, true));
  }
}
