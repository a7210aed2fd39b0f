package dev.kopilka.store.report;

import dev.kopilka.store.Fields;
import dev.kopilka.store.SqlTrouble;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One row of an answer, its columns counted from 1 in the order of the question's select. */
public final class Row {
  private final Fields fields;

  Row(Fields fields) {
    this.fields = fields;
  }

  static Row of(ResultSet rows) {
    return new Row(new Mapped(rows));
  }

  /** The number in the column; 0 where there is none. */
  public long number(int column) {
    return fields.number(column);
  }

  public String text(int column) {
    return fields.text(column);
  }

  /** The text in UTF-8, for who keeps many: nothing else is made of it on the way. */
  public byte[] utf8(int column) {
    return fields.bytes(column);
  }

  private record Mapped(ResultSet rows) implements Fields {
    @Override
    public long number(int column) {
      try {
        return rows.getLong(column);
      } catch (SQLException e) {
        throw SqlTrouble.of(e);
      }
    }

    @Override
    public String text(int column) {
      try {
        return rows.getString(column);
      } catch (SQLException e) {
        throw SqlTrouble.of(e);
      }
    }

    @Override
    public byte[] bytes(int column) {
      try {
        return rows.getBytes(column);
      } catch (SQLException e) {
        throw SqlTrouble.of(e);
      }
    }
  }
}
