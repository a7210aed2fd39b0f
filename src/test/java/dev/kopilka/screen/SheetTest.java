package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Days;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetTest {
  private enum Kind {
    HAPPY_HOUR
  }

  private record Row(String name, long points, LocalDate until, Optional<String> note) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("Анна", 5, LocalDate.of(2026, 12, 31), Optional.of("a,b")),
          new Row("王", -1200, Days.NEVER, Optional.empty()));

  private static Sheet<Row> sheet() {
    return Sheet.of(ROWS)
        .column("name", Row::name)
        .column("points", Row::points)
        .decimal("worth", Row::points, 2)
        .column("until", Row::until)
        .column("note", Row::note)
        .nested("more", row -> Card.of().put("kind", Kind.HAPPY_HOUR));
  }

  @Test
  void aTableIsAlignedByWhatIsSeen() {
    assertEquals(
        """
        name  points   worth  until       note
        Анна       5    0.05  2026-12-31  a,b
        王     -1200  -12.00
        """,
        Shown.in(Format.TABLE, screen -> screen.show(sheet())));
  }

  @Test
  void csvQuotesWhatItMust() {
    assertEquals(
        """
        name,points,worth,until,note
        Анна,5,0.05,2026-12-31,"a,b"
        王,-1200,-12.00,,
        """,
        Shown.in(Format.CSV, screen -> screen.show(sheet())));
  }

  @Test
  void tsvHasATabBetweenCells() {
    assertEquals(
        "name\tpoints\tworth\tuntil\tnote\nАнна\t5\t0.05\t2026-12-31\ta,b\n王\t-1200\t-12.00\t\t\n",
        Shown.in(Format.TSV, screen -> screen.show(sheet())));
  }

  @Test
  void jsonIsAnArrayWithOneObjectALine() {
    assertEquals(
        """
        [
        {"name":"Анна","points":5,"worth":0.05,"until":"2026-12-31","note":"a,b","more":{"kind":"happy_hour"}},
        {"name":"王","points":-1200,"worth":-12.00,"until":null,"note":null,"more":{"kind":"happy_hour"}}
        ]
        """,
        Shown.in(Format.JSON, screen -> screen.show(sheet())));
  }

  @Test
  void jsonLinesHaveNoFrame() {
    assertEquals(
        """
        {"name":"Анна","points":5}
        {"name":"王","points":-1200}
        """,
        Shown.with(Shown.columns(Format.JSONL, "name", "points"), false, s -> s.show(sheet()))
            .out());
  }

  @Test
  void markdownPutsNumbersToTheRight() {
    assertEquals(
        """
        | name | points | worth | until | note |
        |---|---:|---:|---|---|
        | Анна | 5 | 0.05 | 2026-12-31 | a,b |
        | 王 | -1200 | -12.00 |  |  |
        """,
        Shown.in(Format.MD, screen -> screen.show(sheet())));
  }

  @Test
  void noRowsAreAHeadingOrAnEmptyArray() {
    var none = List.<Row>of();
    assertEquals(
        "name\n", Shown.in(Format.TABLE, s -> s.show(Sheet.of(none).column("name", Row::name))));
    assertEquals("[]\n", Shown.in(Format.JSON, s -> s.show(Sheet.of(none).column("n", Row::name))));
    assertEquals("", Shown.in(Format.JSONL, s -> s.show(Sheet.of(none).column("n", Row::name))));
    assertEquals(
        "| n |\n|---|\n", Shown.in(Format.MD, s -> s.show(Sheet.of(none).column("n", Row::name))));
  }

  @Test
  void columnsAreChosenAndOrdered() {
    var style = Shown.columns(Format.CSV, "points", "name");
    assertEquals(
        "points,name\n5,Анна\n-1200,王\n", Shown.with(style, false, s -> s.show(sheet())).out());
  }

  @Test
  void anUnknownColumnNamesTheNearest() {
    var style = Shown.columns(Format.CSV, "point");
    var trouble =
        assertThrows(Trouble.Usage.class, () -> Shown.with(style, false, s -> s.show(sheet())));
    assertEquals(Exit.USAGE, trouble.exit());
    assertEquals("points", trouble.problem().details().get("nearest"));
  }

  @Test
  void instantsAreLocalTimeWithTheirOffset() {
    var instants = List.of(Instant.parse("2026-11-22T21:30:05Z"), Instant.ofEpochMilli(1));
    Shown.Act act =
        screen -> {
          screen.showTimesIn(ZoneId.of("Europe/Moscow"));
          screen.show(Sheet.of(instants).column("at", at -> at));
        };
    assertEquals(
        "at\n2026-11-23T00:30:05+03:00\n1970-01-01T03:00:00.001+03:00\n",
        Shown.in(Format.CSV, act));
    assertEquals(
        "at\n2026-11-22T21:30:05Z\n1970-01-01T00:00:00.001Z\n",
        Shown.in(Format.CSV, s -> s.show(Sheet.of(instants).column("at", at -> at))));
  }

  @Test
  void aLongListStreamsAndIsClosed() {
    var rows = new Numbers();
    var out = Shown.in(Format.TABLE, s -> s.show(Sheet.of(rows).column("number", n -> n)));
    assertEquals(5_001, out.lines().count());
    assertTrue(out.endsWith("  4999\n"));
    assertTrue(rows.isClosed);
  }

  private static final class Numbers implements Iterator<Long>, AutoCloseable {
    private long next;
    private boolean isClosed;

    @Override
    public boolean hasNext() {
      return next < 5_000;
    }

    @Override
    public Long next() {
      return next++;
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  @Test
  void listsAreJoinedInCellsAndArraysInJson() {
    var rows = new ArrayList<List<String>>(List.of(List.of("gold", "silver"), List.of()));
    assertEquals(
        "tiers\n\"gold,silver\"\n\n",
        Shown.in(Format.CSV, s -> s.show(Sheet.of(rows).column("tiers", r -> r))));
    assertEquals(
        "{\"tiers\":[\"gold\",\"silver\"]}\n{\"tiers\":[]}\n",
        Shown.in(Format.JSONL, s -> s.show(Sheet.of(rows).column("tiers", r -> r))));
  }
}
