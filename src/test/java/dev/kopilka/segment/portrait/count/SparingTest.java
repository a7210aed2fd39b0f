package dev.kopilka.segment.portrait.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.segment.portrait.count.Cells.Cell;
import dev.kopilka.segment.portrait.count.Count.Group;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing about few. */
class SparingTest {
  private static final int LEAST = 5;

  private static void put(Cells cells, String value, int segment, int rest) {
    for (var i = 0; i < segment; i++) cells.put(Group.SEGMENT, value);
    for (var i = 0; i < rest; i++) cells.put(Group.REST, value);
  }

  /** Cells from {@code a=6+10 b=3+20}: so many of the segment, and so many others. */
  private static Cells cells(String text) {
    var cells = new Cells();
    for (var part : text.split(" ")) {
      var word = part.split("[=+]");
      put(cells, word[0], Integer.parseInt(word[1]), Integer.parseInt(word[2]));
    }
    return cells;
  }

  private static String told(List<Cell> cells) {
    return cells.stream()
        .map(cell ->
            cell.value()
                + "="
                + cell.count().members(Group.SEGMENT)
                + "+"
                + cell.count().members(Group.REST))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "a=6+10 b=5+20, b=5+20 a=6+10",
    // Two small ones hide each other.
    "a=9+10 b=3+20 c=4+20, a=9+10 (other)=7+40",
    // One small one would be what is left of the whole, so the smallest of the others joins it.
    "a=9+10 b=3+20 c=6+20, c=6+20 (other)=12+30",
    // What is small outside of the segment is what the base has more.
    "a=9+10 b=30+3 c=6+20, c=6+20 (other)=39+13",
    // Nobody is nobody's secret.
    "a=9+10 b=0+20 c=8+0, b=0+20 a=9+10 c=8+0",
    // All of them together would tell nothing.
    "a=9+10 b=3+20, ''",
    "a=2+10 b=1+20, ''",
    "a=9+9 b=8+9 c=7+9 d=6+9, a=9+9 b=8+9 (other)=13+18"
  })
  void whatFewHaveIsOneValueTogether(String counted, String told) {
    var sparing = new Sparing(LEAST, counted.contains("d=") ? 2 : 10);
    assertEquals(told, told(sparing.partition(cells(counted), List.of(), true)));
  }

  @Test
  void anOrderIsKeptAndUnknownComesLast() {
    var counted = cells("18-24=5+5 35-44=9+9 25-34=7+7");
    put(counted, "", 6, 6);
    assertEquals(
        "18-24=5+5 25-34=7+7 35-44=9+9 =6+6",
        told(
            new Sparing(LEAST, 1)
                .partition(counted, List.of("18-24", "25-34", "35-44"), true)));
  }

  @ParameterizedTest
  @CsvSource({
    // Of 20 in the segment and 30 others.
    "a=10+10, a=10+10",
    "a=4+10, ''",
    "a=10+4, ''",
    // All but three: those three do not.
    "a=17+10, ''",
    "a=20+10, a=20+10",
    "a=0+10, a=0+10",
    "a=10+27, ''"
  })
  void whatFewHaveOrFewLackIsNotTold(String marked, String told) {
    var counted = cells(marked);
    var whole = new Cells();
    for (var cell : counted.list()) {
      for (var i = 0; i < 20; i++) {
        whole.mark(Group.SEGMENT, i < cell.count().members(Group.SEGMENT) ? List.of("a") : List.of());
      }
      for (var i = 0; i < 30; i++) {
        whole.mark(Group.REST, i < cell.count().members(Group.REST) ? List.of("a") : List.of());
      }
    }
    assertEquals(told, told(new Sparing(LEAST, 10).flags(whole)));
  }

  /** Whoever adds and subtracts what is told finds no group of fewer than five. */
  @Test
  void nothingIsLeftWhenWhatIsToldIsSubtracted() {
    var random = new Random(5);
    for (var round = 0; round < 2_000; round++) {
      var counted = new Cells();
      var values = 1 + random.nextInt(8);
      for (var value = 0; value < values; value++) {
        put(counted, "v" + value, random.nextInt(12), random.nextInt(12));
      }
      var told = new Sparing(LEAST, 1 + random.nextInt(8)).partition(counted, List.of(), true);
      for (var group : Group.values()) {
        var left = counted.whole().members(group);
        for (var cell : told) {
          var members = cell.count().members(group);
          assertTrue(members == 0 || members >= LEAST, told(told));
          left -= members;
        }
        assertTrue(told.isEmpty() || left == 0, told(told));
      }
    }
  }

  /** A member may buy on several days, so how many are in two values together nobody knows. */
  @Test
  void valuesOfReceiptsArePutTogetherUntilOneOfThemIsLarge() {
    var days = new Cells();
    for (var i = 0; i < 9; i++) days.add(Group.SEGMENT, "mon", 2);
    for (var i = 0; i < 8; i++) days.add(Group.SEGMENT, "tue", 2);
    for (var i = 0; i < 3; i++) days.add(Group.SEGMENT, "wed", 1);
    for (var i = 0; i < 4; i++) days.add(Group.SEGMENT, "thu", 1);
    for (var i = 0; i < 9; i++) days.whole(Group.SEGMENT, 4);
    var told = new Sparing(LEAST, 10).partition(days, List.of("mon", "tue", "wed", "thu"), false);
    assertEquals(List.of("mon", "(other)"), told.stream().map(Cell::value).toList());
    assertEquals(23, told.getLast().count().units());
  }
}
