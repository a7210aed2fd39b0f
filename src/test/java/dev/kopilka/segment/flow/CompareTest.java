package dev.kopilka.segment.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is where in two divisions, or in one on two days. */
class CompareTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
      rfm:
        edges: { recency: [10, 20, 40, 80], frequency: [1, 2, 3, 4], monetary: [10, 20, 30, 40] }
        names: [{ segment: hot, r: 4-5 }, { segment: cold, r: "1" }]
      segments:
        - { code: often, when: { frequency: { min: 2 } } }
        - { code: lately, when: { recency_days: { max: 30 } } }
        - { code: later, when: { balance: { min: 1 } } }
      """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void fill() {
    shop = new Shop(folder, Shop.PROGRAMME + MORE);
    for (var code : List.of("ann", "bob", "cat", "dan", "eve")) {
      shop.enrol(code, DAY.minusDays(100));
    }
    shop.enrol("fay", DAY.minusDays(3));
    shop.buy("ann", "1", DAY.minusDays(90), 1_000);
    shop.buy("ann", "2", DAY.minusDays(5), 1_000);
    shop.buy("bob", "3", DAY.minusDays(95), 1_000);
    shop.buy("cat", "4", DAY.minusDays(60), 1_000);
    shop.buy("cat", "5", DAY.minusDays(50), 1_000);
    shop.buy("eve", "6", DAY.minusDays(2), 1_000);
    assertEquals(List.of(), shop.post(DAY));
    assertEquals(Exit.DONE, shop.at(DAY).type("segment run often lately").exit());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static String typed(String line) {
    var typed = shop.at(DAY).type("segment compare " + line + " -q -o csv");
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    return typed.out();
  }

  /** Ann is in both, cat bought often, eve lately; bob, dan and fay are in neither. */
  @Test
  void twoSegmentsOverlap() {
    assertEquals(
        """
        from,to,members,share_of_from,share_of_to
        often,lately,1,0.5000,0.5000
        often,,1,0.5000,0.2500
        ,lately,1,0.2500,0.5000
        ,,3,0.7500,0.7500
        """,
        typed("often lately"));
  }

  @Test
  void groupsOfScoresAreComparedWithStages() {
    assertEquals(
        """
        from,to,members
        hot,new,1
        hot,reactivated,1
        cold,dormant,1
        ,dormant,3
        """,
        typed("rfm lifecycle --columns from,to,members"));
  }

  /** Forty days before, cat was hot and is in no group now; fay had not been enrolled. */
  @Test
  void oneDivisionIsComparedWithItselfOnAnotherDay() {
    assertEquals(
        """
        from,to,members
        hot,,1
        ,hot,2
        ,cold,1
        ,,2
        """,
        typed("rfm --from 2026-10-13 --columns from,to,members"));
    assertEquals(
        shop.at(DAY).type("segment lifecycle -q -o csv --from 2026-10-13").out(),
        typed("lifecycle --from 2026-10-13"));
  }

  @Test
  void aSegmentHasNoPast() {
    var typed = shop.at(DAY).type("segment compare often --from 2026-10-13 -o json");
    assertEquals(Exit.USAGE, typed.exit());
    assertTrue(typed.err().contains("\"COMPARE_NEEDS_TWO\""), typed.err());
  }

  @Test
  void whoeverAsksIsToldWhenASegmentWasRun() {
    var told = shop.at(DAY).type("segment compare often later").err();
    assertTrue(told.contains("often as found by its last run, 2026-11-22"), told);
    assertTrue(told.contains("later has not been run yet"), told);
  }

  @Test
  void sharesAreOfTheRowAndOfTheColumn() {
    var flow = new Flow(List.of("a", "b"), List.of("x"));
    for (var i = 0; i < 3; i++) flow.add(0, 0);
    flow.add(0, Flow.NOWHERE);
    flow.add(1, 0);
    var line = flow.lines().getFirst();
    assertEquals("a x 3 0.7500 0.7500",
        line.from() + " " + line.to() + " " + line.members() + " " + line.shareOfFrom() + " "
            + line.shareOfTo());
    assertEquals(3, flow.lines().size());
  }
}
