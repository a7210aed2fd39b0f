package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.store.server.Engine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract on a PostgreSQL that says that it is a CockroachDB: nothing goes by COPY. */
class CockroachStoreTest extends AccountContract {
  @Override
  Database open() {
    var url = Server.running().ledger();
    Disguise.says(url, "CockroachDB CCL v24.3.1 (x86_64-pc-linux-gnu)");
    return Database.open(url);
  }

  @Test
  void isTakenForWhatItSaysItIs() {
    assertEquals(Optional.of(Engine.COCKROACHDB), database.read(Unit::engine));
  }
}
