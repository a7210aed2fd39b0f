package dev.kopilka.screen.picture;

import dev.kopilka.screen.format.Rows;
import dev.kopilka.screen.format.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * A table on a terminal with its picture: bars in a column of their own, sparklines or coloured
 * cells below. What a terminal cannot draw well is the table alone.
 */
public final class Drawn implements Rows {
  private static final int MOST_BARS = 1_000;

  private final Rows table;
  private final Picture declared;
  private final Target target;
  private final List<Object[]> held = new ArrayList<>();
  private List<String> names = List.of();
  private Plot plot;
  private boolean isHolding;

  public Drawn(Rows table, Picture declared, Target target) {
    this.table = table;
    this.declared = declared;
    this.target = target;
  }

  @Override
  public void begin(List<String> columns) {
    names = columns;
    plot = new Plot(declared, columns, target.zone());
    var kind = plot.picture().kind();
    isHolding = kind == Picture.Kind.BARS || kind == Picture.Kind.COLUMNS;
    if (!isHolding) table.begin(columns);
  }

  @Override
  public void row(Object[] values) {
    plot.row(values);
    if (!isHolding) {
      table.row(values);
      return;
    }
    held.add(values);
    if (held.size() > MOST_BARS) release();
  }

  /** The rows without bars: there are too many to compare. */
  private void release() {
    isHolding = false;
    table.begin(names);
    for (var values : held) table.row(values);
    held.clear();
  }

  @Override
  public void end() {
    if (isHolding && held.isEmpty()) release();
    if (isHolding) withBars();
    table.end();
    if (!plot.isDrawn()) return;
    switch (plot.picture().kind()) {
      case LINES -> target.text(Sparks.of(plot, names));
      case HEAT, MATRIX -> target.text(new Patches(plot, target.hasColour()).text());
      default -> {}
    }
  }

  private void withBars() {
    var bars = Bars.of(plot);
    var wider = new ArrayList<>(names);
    wider.add("");
    table.begin(wider);
    for (var i = 0; i < held.size(); i++) {
      var values = held.get(i);
      var row = new Object[values.length + 1];
      System.arraycopy(values, 0, row, 0, values.length);
      row[values.length] = bars.get(i);
      table.row(row);
    }
  }
}
