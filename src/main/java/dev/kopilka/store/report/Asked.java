package dev.kopilka.store.report;

import dev.kopilka.store.SqlTrouble;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/** A question and its parameters, waiting for somebody to take the answer. */
public final class Asked {
  private final Query query;

  Asked(Query query) {
    this.query = query;
  }

  public Asked with(String parameter, long value) {
    query.bind(parameter, value);
    return this;
  }

  public Asked with(String parameter, String value) {
    query.bind(parameter, value);
    return this;
  }

  /** Hands over every row; the same object each time, so nobody may keep it. */
  public void each(Consumer<Row> reader) {
    try {
      query.scanResultSet(
          (answer, context) -> {
            try (context) {
              var rows = answer.get();
              var row = new Row(rows);
              while (rows.next()) reader.accept(row);
              return rows.isClosed();
            }
          });
    } catch (JdbiException e) {
      throw trouble(e);
    }
  }

  /** Walks over the rows; the walk ends with the unit, or earlier when it is closed. */
  public <T> Iterator<T> walk(Function<Row, T> reader) {
    try {
      return query.map((rows, context) -> reader.apply(new Row(rows))).iterator();
    } catch (JdbiException e) {
      throw trouble(e);
    }
  }

  /** The only number of the only row. */
  public long number() {
    var found = new long[1];
    each(row -> found[0] = row.number(1));
    return found[0];
  }

  private static RuntimeException trouble(JdbiException e) {
    return e.getCause() instanceof SQLException cause ? SqlTrouble.of(cause) : e;
  }
}
