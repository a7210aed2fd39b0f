package dev.kopilka.segment.matrix;

import dev.kopilka.program.segment.RfmMatrix;
import dev.kopilka.segment.RfmSummary;
import dev.kopilka.segment.ScoreSum;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The buyers of one risk and one profit.
 *
 * @param said what the programme says of them
 * @param sum what they add up to
 * @param ofMoney what all buyers together spent, in minor units
 */
public record MatrixCell(
    RfmMatrix.Level risk,
    RfmMatrix.Level profit,
    Optional<RfmMatrix.Cell> said,
    RfmSummary sum,
    long ofMoney) {
  private static final int SHARE_DECIMALS = 4;

  /** Row by row; cells without anybody, too. */
  public static List<MatrixCell> of(List<ScoreSum> scores, RfmMatrix matrix) {
    var width = matrix.profit().size();
    var sums = new RfmSummary[matrix.risk().size() * width];
    var all = scores.stream().mapToLong(score -> score.sum().members()).sum();
    Arrays.fill(sums, RfmSummary.empty("", all));
    var money = 0L;
    for (var score : scores) {
      var place = matrix.row(score.r()) * width + matrix.column(score.f(), score.m());
      sums[place] = sums[place].plus(score.sum());
      money = Math.addExact(money, score.sum().monetary());
    }
    var cells = new ArrayList<MatrixCell>();
    for (var i = 0; i < sums.length; i++) {
      var said = matrix.cell(i / width, i % width);
      var risk = matrix.risk().get(i / width);
      cells.add(new MatrixCell(risk, matrix.profit().get(i % width), said, sums[i], money));
    }
    return cells;
  }

  public String name() {
    return said.map(RfmMatrix.Cell::name).orElse("");
  }

  public String action() {
    return said.map(RfmMatrix.Cell::action).orElse("");
  }

  public String rule() {
    return said.map(RfmMatrix.Cell::rule).orElse("");
  }

  /** The cell's part of what all buyers spent; empty where that is nothing, or less. */
  public Optional<BigDecimal> moneyShare() {
    if (ofMoney <= 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(sum.monetary())
            .divide(BigDecimal.valueOf(ofMoney), SHARE_DECIMALS, RoundingMode.HALF_UP));
  }
}
