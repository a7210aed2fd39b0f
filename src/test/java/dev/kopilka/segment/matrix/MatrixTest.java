package dev.kopilka.segment.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import dev.kopilka.program.segment.RfmMatrix;
import dev.kopilka.program.segment.RfmMatrix.Level;
import dev.kopilka.program.segment.RfmMatrix.Profit;
import dev.kopilka.program.segment.RfmName.Band;
import dev.kopilka.report.Shop;
import dev.kopilka.segment.RfmSummary;
import dev.kopilka.segment.ScoreSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Risk against profit. */
class MatrixTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({
    "FM, 5, 5, 5", "FM, 1, 1, 1", "FM, 4, 5, 5", "FM, 5, 4, 5", "FM, 1, 2, 2", "FM, 1, 5, 3",
    "F, 4, 1, 4", "M, 4, 1, 1"
  })
  void profitIsTheMeanRoundedUpOrOneOfBoth(Profit by, int f, int m, int score) {
    assertEquals(score, by.score(f, m));
  }

  @Test
  void levelsCoverEachScoreOnce() {
    var all = List.of(new Level("all", "all", new Band(1, 5)));
    var some = List.of(new Level("some", "some", new Band(1, 4)));
    assertThrows(
        IllegalArgumentException.class, () -> new RfmMatrix(Profit.FM, all, some, List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RfmMatrix(Profit.FM, List.of(all.get(0), some.get(0)), all, List.of()));
  }

  /** The published scores, put into cells by hand: R of 4 and 5 is row 0, and so on. */
  @Test
  void everyPublishedScoreIsInOneCell() throws IOException {
    var rows = new ArrayList<ScoreSum>();
    var expected = new TreeMap<String, Long>();
    var lines = Files.readAllLines(Path.of("examples/data/rfm-orders/scores_published.csv"));
    for (var line : lines.subList(1, lines.size())) {
      var cell = line.split(",");
      var scores = new int[3];
      for (var i = 0; i < 3; i++) scores[i] = Integer.parseInt(cell[4 + i]);
      var sum = new RfmSummary("", 1, Long.parseLong(cell[2]), Long.parseLong(cell[3]), 0, 1);
      rows.add(new ScoreSum(scores[0], scores[1], scores[2], sum));
      var risk = scores[0] >= 4 ? "low" : scores[0] == 3 ? "medium" : "high";
      var profit = Math.round((scores[1] + scores[2]) / 2.0);
      var level = profit >= 4 ? "high" : profit == 3 ? "medium" : "low";
      expected.merge(risk + " " + level + " members", 1L, Long::sum);
      expected.merge(risk + " " + level + " money", Long.parseLong(cell[3]), Long::sum);
    }
    var found = new TreeMap<String, Long>();
    for (var cell : MatrixCell.of(rows, RfmMatrix.CLASSICAL)) {
      var name = cell.risk().code() + " " + cell.profit().code();
      found.put(name + " members", cell.sum().members());
      found.put(name + " money", cell.sum().monetary());
    }
    assertEquals(expected, found);
  }

  private static final String MORE =
      """
      rfm:
        edges: { recency: [10, 20, 40, 80], frequency: [1, 2, 3, 4], monetary: [10, 20, 30, 40] }
        matrix:
          by: m
          risk: [{ code: near, name: Close by, scores: 3-5 }, { code: far, scores: 1-2 }]
          profit: [{ code: much, scores: 2-5 }, { code: little, scores: "1" }]
          cells:
            - { risk: near, profit: much, name: Best, action: "Thank, and ask", rule: base }
      """;

  private static Shop shop(Path folder) {
    var shop = new Shop(folder, Shop.PROGRAMME + MORE);
    shop.enrol("ann", DAY.minusDays(100));
    shop.enrol("bob", DAY.minusDays(100));
    shop.buy("ann", "1", DAY, 3_000);
    shop.buy("bob", "2", DAY.minusDays(90), 1_000);
    assertEquals(List.of(), shop.post(DAY));
    return shop;
  }

  @Test
  void theProgrammeNamesCellsActionsAndRules(@TempDir Path folder) {
    try (var shop = shop(folder)) {
      assertEquals(
          """
          risk,profit,name,members,share,purchases,monetary,money_share,action,rule
          near,much,Best,1,0.5000,1,30.00,0.7500,"Thank, and ask",base
          near,little,,0,0.0000,0,0.00,0.0000,,
          far,much,,0,0.0000,0,0.00,0.0000,,
          far,little,,1,0.5000,1,10.00,0.2500,,
          """,
          shop.at(DAY).type("segment rfm --matrix -q -o csv").out());
    }
  }

  @Test
  void thePictureHasColoursOnlyWhereTheReaderSeesThem(@TempDir Path folder) {
    try (var shop = shop(folder)) {
      var plain = shop.at(DAY).type("segment rfm --matrix -q").out();
      assertTrue(
          plain.startsWith(
              """
                        much           little
              Close by  Best           0  0.00%
                        1  50.00%      0.00  0.00%
                        30.00  75.00%

              """),
          plain);
      assertFalse(plain.contains("\u001b"), plain);
      var coloured = shop.at(DAY).type("segment rfm --matrix -q --color always").out();
      assertTrue(coloured.contains("\u001b[30;48;5;40mBest         \u001b[0m"), coloured);
      assertEquals(plain.replace("\n", ""), bare(coloured).replace("\n", ""));
      assertFalse(
          shop.at(DAY).type("segment rfm --matrix -q --columns risk").out().contains("Close by"));
    }
  }

  /** Without colours, and without the spaces that only colours need. */
  private static String bare(String coloured) {
    return coloured.replaceAll("\u001b\\[[0-9;]*m", "").replaceAll(" +\n", "\n");
  }

  @Test
  void anEmptyLedgerHasAnEmptyMatrix(@TempDir Path folder) {
    try (var shop = new Shop(folder, Shop.PROGRAMME)) {
      var typed = shop.at(DAY).type("segment rfm --matrix -q");
      assertEquals(Exit.DONE, typed.exit(), typed.err());
      assertTrue(typed.out().contains("champions"), typed.out());
    }
  }
}
