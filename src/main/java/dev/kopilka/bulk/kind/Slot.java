package dev.kopilka.bulk.kind;

/**
 * Where the value of one of our columns comes from.
 *
 * @param cell the number of the cell in the row, or one of the two below
 * @param constant what every row says, where that is where it comes from
 */
record Slot(Column column, int cell, String constant) {
  static final int CONSTANT = -1;
  static final int LINE = -2;
}
