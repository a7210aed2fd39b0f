package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.screen.format.Grid;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.screen.picture.Tint;
import dev.kopilka.screen.progress.Showing;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a terminal shows beside a table, and nobody else. */
class DrawnTest {
  private record Row(String month, Optional<Long> points) {}

  private static Row row(String month, long points) {
    return new Row(month, Optional.of(points));
  }

  private static Sheet<Row> sheet(Row... rows) {
    return Sheet.of(List.of(rows)).column("month", Row::month).column("points", Row::points);
  }

  private static String onATerminal(Sheet<?> sheet) {
    return Shown.with(Style.PLAIN, true, screen -> screen.show(sheet)).out();
  }

  @Test
  void barsStandBesideTheirRows() {
    var none = new Row("2026-05", Optional.empty());
    var sheet =
        sheet(row("2026-01", 200), row("2026-02", 1), row("2026-03", 75), row("2026-04", 0), none);
    assertEquals(
        """
        month    points
        2026-01     200  ████████████████████
        2026-02       1  ▏
        2026-03      75  ███████▌
        2026-04       0
        2026-05
        """,
        onATerminal(sheet.picture(Picture.columns("month", "points"))));
  }

  private static Sheet<Row> traits() {
    return Sheet.of(List.of(row("age", 4), row("", 2)))
        .column("trait", row -> "t")
        .column("value", Row::month)
        .column("effect", Row::points)
        .picture(Picture.bars(List.of("trait", "value"), "effect"));
  }

  private static Sheet<Integer> wide() {
    var sheet = Sheet.of(List.of(1, 2)).column("month", i -> "2026-0" + i);
    for (var c = 0; c < 5; c++) sheet.column("a_long_column_" + c, i -> 1000L * i);
    return sheet;
  }

  /** A portrait's rows are about a trait and, mostly, one value of it. */
  @Test
  void aBarMayHaveANameOfSeveralColumns() {
    assertEquals(
        """
        trait  value  effect
        t      age         4  ████████████████████
        t                  2  ██████████
        """,
        onATerminal(traits()));
    var page = Shown.in(Format.HTML, screen -> screen.show(traits()));
    assertTrue(page.contains("\"points\":[[\"t · age\",4],[\"t\",2]]"), page);
  }

  /** Wider than the terminal: parts below each other, each with the first column. */
  @Test
  void aWideTableIsFolded() {
    assertEquals(
        """
        month    a_long_column_0  a_long_column_1  a_long_column_2  a_long_column_3
        2026-01             1000             1000             1000             1000
        2026-02             2000             2000             2000             2000

        month    a_long_column_4
        2026-01             1000
        2026-02             2000
        """,
        onATerminal(wide()));
    var barred = onATerminal(wide().picture(Picture.columns("month", "a_long_column_1")));
    assertFalse(barred.contains("█"), barred);
    assertEquals(3, Shown.in(Format.TABLE, screen -> screen.show(wide())).lines().count());
  }

  @Test
  void whatIsBelowZeroGrowsTheOtherWay() {
    var sheet = sheet(row("a", 100), row("b", -100), row("c", -50));
    assertEquals(
        """
        month  points
        a         100            ██████████
        b        -100  ██████████
        c         -50       █████
        """,
        onATerminal(sheet.picture(Picture.bars("month", "points"))));
  }

  @Test
  void linesAreSparklinesBelow() {
    var none = new Row("2026-04", Optional.empty());
    var sheet = sheet(row("2026-01", 5), row("2026-02", 12), row("2026-03", 8), none);
    assertEquals(
        """
        month    points
        2026-01       5
        2026-02      12
        2026-03       8
        2026-04

        points  ▁█▄   5 … 12
        """,
        onATerminal(sheet.picture(Picture.lines("month", "points"))));
  }

  private record Patch(String r, String f, long members, String segment) {}

  private static Sheet<Patch> patches() {
    var patches =
        List.of(
            new Patch("5", "1", 3, "new"),
            new Patch("5", "2", 40, "champions"),
            new Patch("4", "2", 20, "loyal"));
    return Sheet.of(patches)
        .column("r", Patch::r)
        .column("f", Patch::f)
        .column("members", Patch::members)
        .column("segment", Patch::segment);
  }

  /** What stands below the table. */
  private static String below(String text) {
    return text.substring(text.indexOf("\n\n") + 2);
  }

  @Test
  void cellsAreMarkedWhereThereAreNoColours() {
    assertEquals(
        """
                   1          2
        5          3       █ 40
                 new  champions
        4                  ▒ 20
                          loyal
        """,
        below(onATerminal(patches().picture(Picture.matrix("r", "f", "members", "segment")))));
  }

  @Test
  void cellsAreColouredWhereThereAre() {
    var style =
        new Style(
            Format.TABLE, List.of(), false, false, new Style.Paint(true, false), Showing.NONE);
    var sheet = patches().picture(Picture.heat("r", "f", "members"));
    var out = below(Shown.with(style, true, screen -> screen.show(sheet)).out());
    assertEquals(
        "    1   2\n"
            + "5\u001b[38;5;16;48;5;230m  3 \u001b[0m\u001b[38;5;231;48;5;54m 40 \u001b[0m\n"
            + "4    \u001b[38;5;16;48;5;115m 20 \u001b[0m\n",
        out);
  }

  /** In its first month a cohort is whole, and beside that all other months would look alike. */
  @Test
  void aColumnBeyondAllOthersDoesNotSetTheScale() {
    var cells = List.of(new Patch("a", "0", 100, ""), new Patch("a", "1", 4, ""), new Patch("a", "2", 1, ""));
    var sheet =
        Sheet.of(cells)
            .column("r", Patch::r)
            .column("f", Patch::f)
            .column("members", Patch::members)
            .picture(Picture.heat("r", "f", "members").tinted(Tint.without("0")));
    var out = below(onATerminal(sheet));
    assertEquals("       0      1      2\na  █ 100    █ 4      1\n", out);
  }

  @Test
  void aPipeGetsTheTableAlone() {
    var sheet = sheet(row("2026-01", 200)).picture(Picture.columns("month", "points"));
    assertEquals(
        "month    points\n2026-01     200\n", Shown.in(Format.TABLE, screen -> screen.show(sheet)));
  }

  @Test
  void aColumnThatIsNotShownIsNotDrawn() {
    var style = Shown.columns(Format.TABLE, "month");
    var sheet = sheet(row("2026-01", 200)).picture(Picture.columns("month", "points"));
    assertEquals("month\n2026-01\n", Shown.with(style, true, screen -> screen.show(sheet)).out());
  }

  @Test
  void aLongListHasNoBars() {
    var rows = LongStream.range(0, 1_001).mapToObj(n -> row("m" + n, n)).toArray(Row[]::new);
    var out = onATerminal(sheet(rows).picture(Picture.bars("month", "points")));
    assertFalse(out.contains("█"));
    assertTrue(out.endsWith("m1000    1000\n"), out.substring(out.length() - 40));
    assertEquals(1_002, out.lines().count());
  }

  @Test
  void aLineOfManyYearsFitsATerminal() {
    var rows = LongStream.range(0, 120).mapToObj(n -> row("m" + n, n % 2)).toArray(Row[]::new);
    var line = below(onATerminal(sheet(rows).picture(Picture.lines("month", "points"))));
    assertEquals("points  " + "▁█".repeat(20) + "  0 … 1\n", line);
  }

  @Test
  void noRowsHaveNoPicture() {
    assertEquals("month  points\n", onATerminal(sheet().picture(Picture.bars("month", "points"))));
    assertEquals("month  points\n", onATerminal(sheet().picture(Picture.lines("month", "points"))));
  }

  /** A matrix that a command draws itself is the picture of the rows below it. */
  @Test
  void whatIsDrawnAboveIsNotDrawnBelow() {
    var grid =
        new Grid(List.of("f"), List.of(new Grid.Line("r", List.of(new Grid.Box(List.of("12"), 40)))));
    var sheet = patches().picture(Picture.matrix("r", "f", "members", "segment"));
    var shown = Shown.with(Style.PLAIN, true, screen -> screen.show(grid, sheet)).out();
    assertEquals(grid.drawn(false) + onATerminal(patches()), shown);
  }
}
