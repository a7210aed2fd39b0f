package dev.kopilka.report.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.report.Shop;
import dev.kopilka.store.person.SegmentRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose answers, and of which months, a trend is drawn through. */
class TrendsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void ask() {
    shop = new Shop(folder, Shop.PROGRAMME);
    shop.enrol("1001", LocalDate.of(2026, 7, 5), "channel", "app");
    shop.enrol("1002", LocalDate.of(2026, 7, 5), "channel", "store");
    shop.enrol("1003", LocalDate.of(2026, 7, 5), "channel", "app");
    answer("1003", "A", LocalDate.of(2026, 8, 15), "0");
    answer("1001", "B", LocalDate.of(2026, 9, 1), "10");
    answer("1002", "C", LocalDate.of(2026, 9, 30), "5");
    answer("1001", "D", LocalDate.of(2026, 10, 10), "8");
    answer("1001", "E", LocalDate.of(2026, 10, 11), "");
    answer("1002", "F", LocalDate.of(2026, 11, 1), "10");
    answer("1001", "G", LocalDate.of(2026, 11, 10), "3");
    answer("1001", "H", LocalDate.of(2026, 11, 11), "9");
    assertEquals(List.of(), shop.post(DAY.minusDays(1)));
    shop.done(DAY, "member merge 1003 1002 --reason two-cards");
    shop.write(
        unit -> {
          new SegmentRows(unit).put("loud", BitSet.valueOf(new long[] {0b010}));
          new SegmentRows(unit).put("two", BitSet.valueOf(new long[] {0b100}));
          return true;
        });
  }

  private static void answer(String member, String id, LocalDate day, String score) {
    shop.ask(EventKind.SURVEY, member, id, day, Facts.survey("nps", score));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String typed(String more) {
    return shop.done(DAY, "report surveys -q -o csv --from 2026-08-01 " + more).out();
  }

  /**
   * {@code scipy.stats.linregress} and {@code scipy.stats.t} of the answers as points, months counted
   * from August: A (0, -1), B (1, 1), C (1, -1), D (2, 0), F (3, 1), G (3, -1), H (3, 1). A was given
   * with a card that 1002 has now; E says nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --survey nps                 | 4,33.87,33.55,-52.36,120.11,false
          --confidence 90              | 4,33.87,33.55,-33.73,101.47,false
          --confidence 99              | 4,33.87,33.55,-101.39,169.14,false
          --interval wald              | 4,33.87,33.55,-52.36,120.11,false
          --measure csat --satisfied 9 --scale 10 | 4,16.13,18.30,-30.93,63.18,false
          --by channel                 | 4,14.71,43.46,-123.60,153.01,false 2,,,,,
          --by segment                 | 3,-45.45,62.98,-316.45,225.54,false 3,71.43,24.74,-242.97,385.83,false
          --by segment --to 2026-09-30 | 1,,,,, 2,,,,,
          """)
  void aTrendIsThatOfTheAnswersOfTheGroup(String more, String rows) {
    var columns = "months,trend,trend_error,trend_low,trend_high,trend_sure";
    var expected = columns + "\n" + String.join("\n", rows.split(" ")) + "\n";
    assertEquals(expected, typed("--trend --columns " + columns + " " + more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--by channel", "--by segment", "--measure csat --interval wald"})
  void theRestOfARowIsAsWithoutTheTrend(String more) {
    var plain = typed(more).lines().toList();
    var trends = typed(more + " --trend").lines().toList();
    assertEquals(plain.size(), trends.size());
    for (var i = 0; i < plain.size(); i++) {
      assertTrue(trends.get(i).startsWith(plain.get(i) + ","), trends.get(i));
    }
  }
}
