package dev.kopilka.bulk.sheet;

import dev.kopilka.bulk.source.Limits;
import dev.kopilka.model.value.Problem;
import java.util.Arrays;
import java.util.Optional;

/** The cells of one row that hold something, from left to right; used again for the next one. */
public final class SheetRow {
  private int[] columns = new int[32];
  private String[] texts = new String[32];
  private boolean[] numbers = new boolean[32];
  private int size;
  private int last;
  private int length;
  private long number;
  private int damagedColumn;
  private Optional<Problem> damage = Optional.empty();

  /** The row's number as the spreadsheet shows it, from 1. */
  public long number() {
    return number;
  }

  /** How many cells hold something; those beyond the bound of columns are not kept. */
  public int size() {
    return size;
  }

  /** The column of a cell, from 1. */
  public int column(int cell) {
    return columns[cell];
  }

  public String text(int cell) {
    return texts[cell];
  }

  /** Whether the spreadsheet keeps the cell as a number, and no date. */
  public boolean isNumber(int cell) {
    return numbers[cell];
  }

  /** The last column that holds something, also beyond the bound; 0 in a blank row. */
  public int last() {
    return last;
  }

  /** What is wrong with the row, at {@link #damagedColumn}. */
  public Optional<Problem> damage() {
    return damage;
  }

  public int damagedColumn() {
    return damagedColumn;
  }

  void begin(long number) {
    this.number = number;
    size = 0;
    last = 0;
    length = 0;
    damage = Optional.empty();
  }

  void add(int column, String text, boolean isNumber) {
    if (text.isEmpty()) return;
    last = column;
    if (column > Limits.COLUMNS + 1) return;
    var kept = isTooLong(column, text) ? "" : text;
    if (size == columns.length) {
      columns = Arrays.copyOf(columns, size * 2);
      texts = Arrays.copyOf(texts, size * 2);
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    columns[size] = column;
    texts[size] = kept;
    numbers[size++] = isNumber;
    length += kept.length();
  }

  private boolean isTooLong(int column, String text) {
    if (text.length() > Limits.CELL) return tooLong(column, "CELL_TOO_LONG", Limits.CELL);
    if (length + text.length() <= Limits.RECORD) return false;
    return tooLong(column, "RECORD_TOO_LONG", Limits.RECORD);
  }

  private boolean tooLong(int column, String code, int limit) {
    damaged(column, Problem.of(code).with("limit", (long) limit));
    return true;
  }

  /** Notes the first thing that is wrong; what follows from it would only confuse. */
  void damaged(int column, Problem problem) {
    if (damage.isPresent()) return;
    damagedColumn = column;
    damage = Optional.of(problem);
  }
}
