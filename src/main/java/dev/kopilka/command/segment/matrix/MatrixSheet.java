package dev.kopilka.command.segment.matrix;

import dev.kopilka.model.value.Decimals;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Grid;
import dev.kopilka.screen.format.Named;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.screen.picture.Tint;
import dev.kopilka.segment.matrix.MatrixCell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The matrix as rows, a cell each, and as a picture: risk downwards, profit across. */
public final class MatrixSheet {
  /** Grounds on which black can be read: for little, middling and great risk, by falling profit. */
  private static final int[][] COLOURS = {
    {40, 77, 114, 151}, {220, 221, 222, 229}, {203, 210, 217, 224}
  };

  private final List<MatrixCell> cells;
  private final int moneyScale;

  public MatrixSheet(List<MatrixCell> cells, int moneyScale) {
    this.cells = cells;
    this.moneyScale = moneyScale;
  }

  public Sheet<MatrixCell> rows() {
    return Sheet.of(cells)
        .column("risk", cell -> new Named(cell.risk().code(), cell.risk().name()))
        .column("profit", cell -> new Named(cell.profit().code(), cell.profit().name()))
        .column("name", MatrixCell::name)
        .column("members", cell -> cell.sum().members())
        .column("share", cell -> cell.sum().share())
        .column("purchases", cell -> cell.sum().purchases())
        .decimal("monetary", cell -> cell.sum().monetary(), moneyScale)
        .column("money_share", MatrixCell::moneyShare)
        .column("action", MatrixCell::action)
        .column("rule", MatrixCell::rule)
        .picture(
            Picture.matrix("risk", "profit", "members", "name", "action")
                .tinted(new Tint("", colours())));
  }

  /** Of each cell: the less risk and the more profit, the greener. */
  private List<Integer> colours() {
    var width = width();
    var height = cells.size() / width;
    var colours = new ArrayList<Integer>();
    for (var i = 0; i < cells.size(); i++) {
      var shades = COLOURS[part(i / width, height, COLOURS.length)];
      colours.add(shades[part(i % width, width, shades.length)]);
    }
    return colours;
  }

  private int width() {
    return (int) cells.stream().filter(cell -> cell.risk().equals(cells.getFirst().risk())).count();
  }

  public Grid picture() {
    var columns = new ArrayList<String>();
    for (var cell : cells.subList(0, width())) columns.add(cell.profit().name());
    var colours = colours();
    var rows = new ArrayList<Grid.Line>();
    for (var i = 0; i < cells.size(); i += columns.size()) {
      var boxes = new ArrayList<Grid.Box>();
      for (var j = i; j < i + columns.size(); j++) {
        boxes.add(new Grid.Box(lines(cells.get(j)), colours.get(j)));
      }
      rows.add(new Grid.Line(cells.get(i).risk().name(), boxes));
    }
    return new Grid(columns, rows);
  }

  /** Which of so many parts the i-th of n falls into, the first into the first, the last into the last. */
  private static int part(int i, int n, int parts) {
    return n == 1 ? 0 : (i * (parts - 1) + (n - 1) / 2) / (n - 1);
  }

  private List<String> lines(MatrixCell cell) {
    var lines = new ArrayList<String>();
    if (!cell.name().isEmpty()) lines.add(cell.name());
    lines.add(cell.sum().members() + "  " + percent(cell.sum().share()));
    var money = Decimals.text(cell.sum().monetary(), moneyScale);
    lines.add(money + cell.moneyShare().map(share -> "  " + percent(share)).orElse(""));
    return lines;
  }

  private static String percent(BigDecimal share) {
    return share.movePointRight(2).toPlainString() + "%";
  }
}
