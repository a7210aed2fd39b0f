package dev.kopilka.program.segment;

import dev.kopilka.program.segment.RfmName.Band;
import java.util.List;
import java.util.Optional;

/**
 * Risk against profit: how likely a buyer is to stay away, by recency, and what the buyer brings. The
 * levels of each side cover every score from 1 to 5 once.
 *
 * @param risk rows, from the first shown to the last
 * @param profit columns, likewise
 * @param cells what is said of a cell; at most one of each
 */
public record RfmMatrix(Profit by, List<Level> risk, List<Level> profit, List<Cell> cells) {
  /** The scores that tell profit. */
  public enum Profit {
    /** The mean of both, halves rounded up. */
    FM,
    F,
    M;

    public int score(int f, int m) {
      return switch (this) {
        case FM -> (f + m + 1) / 2;
        case F -> f;
        case M -> m;
      };
    }
  }

  /** A row or a column: the scores that lie in the band. */
  public record Level(String code, String name, Band scores) {}

  /**
   * What the programme does about the buyers of one cell.
   *
   * @param risk code of the row
   * @param profit code of the column
   * @param action in words; "" for none
   * @param rule code of the earn rule that is meant for them; "" for none
   */
  public record Cell(String risk, String profit, String name, String action, String rule) {}

  public RfmMatrix {
    risk = List.copyOf(risk);
    profit = List.copyOf(profit);
    cells = List.copyOf(cells);
    if (!isComplete(risk) || !isComplete(profit))
      throw new IllegalArgumentException("levels do not cover each score once");
  }

  private static boolean isComplete(List<Level> levels) {
    for (var score = 1; score <= 5; score++) if (levelsOf(levels, score) != 1) return false;
    return true;
  }

  /** How many of the levels cover the score. */
  public static int levelsOf(List<Level> levels, int score) {
    var count = 0;
    for (var level : levels) if (level.scores().covers(score)) count++;
    return count;
  }

  /** The row of a recency score, from 0. */
  public int row(int r) {
    return place(risk, r);
  }

  /** The column of these scores, from 0. */
  public int column(int f, int m) {
    return place(profit, by.score(f, m));
  }

  private static int place(List<Level> levels, int score) {
    for (var i = 0; i < levels.size(); i++) if (levels.get(i).scores().covers(score)) return i;
    throw new IllegalArgumentException("no level for " + score);
  }

  /** What is said of a cell, if anything. */
  public Optional<Cell> cell(int row, int column) {
    var at = risk.get(row).code();
    var of = profit.get(column).code();
    for (var cell : cells) {
      if (cell.risk().equals(at) && cell.profit().equals(of)) return Optional.of(cell);
    }
    return Optional.empty();
  }

  /** Three by three, with the names that practice gives; no actions, which are the owner's to say. */
  public static final RfmMatrix CLASSICAL =
      new RfmMatrix(
          Profit.FM,
          List.of(level("low", 4, 5), level("medium", 3, 3), level("high", 1, 2)),
          List.of(level("high", 4, 5), level("medium", 3, 3), level("low", 1, 2)),
          List.of(
              named("low", "high", "champions"),
              named("low", "medium", "loyal"),
              named("low", "low", "newcomers"),
              named("medium", "high", "need_attention"),
              named("medium", "medium", "middle"),
              named("medium", "low", "about_to_sleep"),
              named("high", "high", "cant_lose"),
              named("high", "medium", "at_risk"),
              named("high", "low", "hibernating")));

  private static Level level(String code, int least, int most) {
    return new Level(code, code, new Band(least, most));
  }

  private static Cell named(String risk, String profit, String name) {
    return new Cell(risk, profit, name, "", "");
  }
}
