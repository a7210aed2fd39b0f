package dev.kopilka.store.report;

import dev.kopilka.store.Query;
import dev.kopilka.store.SqlTrouble;
import dev.kopilka.store.Unit;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A question and its parameters, waiting for somebody to take the answer. Those who take every row
 * as it comes get it from the connection itself: a report may start and walk over a million rows in
 * the time that Jdbi needs to get ready.
 */
public final class Asked {
  private final Unit unit;
  private final String sql;
  private final Map<String, Object> parameters = new TreeMap<>();

  Asked(Unit unit, String sql) {
    this.unit = unit;
    this.sql = sql;
  }

  public Asked with(String parameter, long value) {
    parameters.put(parameter, value);
    return this;
  }

  public Asked with(String parameter, String value) {
    parameters.put(parameter, value);
    return this;
  }

  /** Hands over every row; the same object each time, so nobody may keep it. */
  public void each(Consumer<Row> reader) {
    each(rows(), reader);
  }

  /**
   * The same for a reader that asks the unit nothing meanwhile, and steps over no other answer: a
   * server gives a large answer away at less cost.
   */
  public void eachAtOnce(Consumer<Row> reader) {
    each(rows(unit::whole), reader);
  }

  private static void each(Rows all, Consumer<Row> reader) {
    try (var rows = all) {
      while (rows.next()) reader.accept(rows.row());
    }
  }

  /**
   * The rows to step over one by one, beside another question's. Whoever asks closes them; the same
   * question may not be open twice.
   */
  public Rows rows() {
    return rows(unit::query);
  }

  private Rows rows(Function<String, Query> way) {
    var numbered = Numbered.of(sql);
    var rows = way.apply(numbered.sql());
    for (var i = 0; i < numbered.names().size(); i++) bind(rows, i + 1, numbered.names().get(i));
    return new Rows(rows);
  }

  private void bind(Query rows, int place, String name) {
    // No switch over types: the JDK makes a class for each one at every start.
    var value = parameters.get(name);
    if (value instanceof Long number) rows.set(place, number.longValue());
    else if (value instanceof String text) rows.set(place, text);
    else throw new IllegalStateException("no value for :" + name);
  }

  /** Walks over the rows; the walk ends with the unit, or earlier when it is closed. */
  public <T> Iterator<T> walk(Function<Row, T> reader) {
    try {
      return Jdbi.create(unit.connection())
          .open()
          .createQuery(unit.words(sql))
          .bindMap(parameters)
          .map((rows, context) -> reader.apply(Row.of(rows)))
          .iterator();
    } catch (JdbiException e) {
      throw e.getCause() instanceof SQLException cause ? SqlTrouble.of(cause) : e;
    }
  }

  /** The only number of the only row. */
  public long number() {
    try (var rows = rows()) {
      return rows.next() ? rows.row().number(1) : 0;
    }
  }
}
