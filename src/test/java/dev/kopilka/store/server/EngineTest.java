package dev.kopilka.store.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which server it is, and how rows go to one without COPY. */
class EngineTest {
  private static final int MANY = 250;

  private String url;

  @BeforeEach
  void open() {
    url = Server.running().empty();
    Disguise.run(
        url,
        "create table shelf (member int primary key, name text not null, head bytea not null);"
            + " create view shop as select member, name, head from shelf");
  }

  @ParameterizedTest
  @CsvSource({
    "'PostgreSQL 18.6 on x86_64-pc-linux-gnu, compiled by gcc', false, POSTGRESQL, 18.6",
    "'PostgreSQL 17.5 (Debian 17.5-1) on x86_64-pc-linux-gnu', true, CITUS, 18.6",
    "'PostgreSQL 11.2-YB-2.20.1.0-b0 on x86_64-pc-linux-gnu', false, YUGABYTEDB, 18.6",
    "'PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu', true, YUGABYTEDB, 18.6",
    "'CockroachDB CCL v24.3.1 (x86_64-pc-linux-gnu, built 2024/12/02)', false, COCKROACHDB, v24.3.1",
    "'CockroachDB OSS v23.1.0-beta.1 (darwin)', true, COCKROACHDB, v23.1.0-beta.1"
  })
  void isToldByWhatItSaysOfItself(String said, boolean distributes, Engine engine, String version) {
    assertEquals(engine, Engine.of(said, distributes));
    assertEquals(version, engine.version(said, "18.6"));
  }

  @ParameterizedTest
  @CsvSource({"14.19, 7", "9.6.24, 7", "12beta2, 7", "15.0, 0", "16beta1, 0", "11.2-YB-2.20.1.0-b0, 0"})
  void anOldPostgresIsNotTaken(String version, int exit) {
    var ledger = Server.running().ledger();
    Disguise.says(ledger, "PostgreSQL " + version + " on x86_64-pc-linux-gnu, compiled by gcc");
    var typed = Typed.anywhere().run("db", "info", "--db", ledger);
    assertEquals(exit, typed.exit().code(), typed.err());
    if (exit > 0) {
      assertTrue(typed.err().contains("PostgreSQL " + version + ";"), typed.err());
      assertTrue(typed.err().contains(" 15 "), typed.err());
    }
  }

  @Test
  void aPlainServerTellsNothingWhileItIsEntered() throws SQLException {
    try (var connection = connection()) {
      assertEquals(Optional.empty(), Engine.told(connection));
    }
  }

  private Connection connection() throws SQLException {
    var connection = Connecting.to(ServerUrl.of(url), Login.NONE);
    connection.setAutoCommit(false);
    return connection;
  }

  private void send(Engine engine, String sql) throws SQLException {
    try (var connection = connection()) {
      var form = Inserting.Form.of(sql).orElseThrow();
      var rows = new Inserting(connection, form, new Outbox(connection, engine), engine);
      for (var i = 1; i <= MANY; i++) {
        rows.set(1, i).set(2, "Ы\t\\" + i).set(3, new byte[] {(byte) i, 0}).add();
      }
      rows.flush();
      connection.commit();
    }
  }

  private static List<String> expected(String start) {
    var rows = new ArrayList<String>();
    for (var i = 1; i <= MANY; i++) rows.add(start + "Ы\t\\" + i + " " + (i & 0xff));
    return rows;
  }

  private List<String> shelf() {
    return Disguise.texts(url, "select name || ' ' || get_byte(head, 0) from shelf order by member");
  }

  @ParameterizedTest
  @EnumSource(Engine.class)
  void manyRowsArriveAsTheyWere(Engine engine) throws SQLException {
    send(engine, "insert into shelf (member, name, head) values (?, ?, ?)");
    assertEquals(expected(""), shelf());
    send(
        engine,
        "insert into shelf (member, name, head) values (?, ?, ?)"
            + " on conflict (member) do update set name = 'again ' || excluded.name");
    assertEquals(expected("again "), shelf());
  }

  /** Into a view rows go by an insert, and not by COPY. */
  @ParameterizedTest
  @EnumSource(Engine.class)
  void whereThereIsNoCopyNoneIsTried(Engine engine) throws SQLException {
    var sql = "insert into shop (member, name, head) values (?, ?, ?)";
    if (engine.hasCopy()) {
      var bug = assertThrows(IllegalStateException.class, () -> send(engine, sql));
      assertTrue(bug.getMessage().contains("cannot copy to view"), bug.getMessage());
    } else {
      send(engine, sql);
      assertEquals(expected(""), shelf());
    }
  }
}
