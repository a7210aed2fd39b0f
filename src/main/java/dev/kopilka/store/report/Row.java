package dev.kopilka.store.report;

import dev.kopilka.store.SqlTrouble;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One row of an answer, its columns counted from 1 in the order of the question's select. */
public final class Row {
  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  /** The number in the column; 0 where there is none. */
  public long number(int column) {
    try {
      return rows.getLong(column);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }

  public String text(int column) {
    try {
      return rows.getString(column);
    } catch (SQLException e) {
      throw SqlTrouble.of(e);
    }
  }
}
