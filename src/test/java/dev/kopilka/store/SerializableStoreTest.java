package dev.kopilka.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Server;
import org.junit.jupiter.api.Test;

/** The contract where every transaction that writes is serialisable, as on engines that know no other. */
class SerializableStoreTest extends AccountContract {
  @Override
  Database open() {
    var url = Server.running().ledger();
    var name = Server.name(url);
    Server.running().run("alter database " + name + " set default_transaction_isolation = 'serializable'");
    return Database.open(url);
  }

  @Test
  void whatWritesIsSerialisable() {
    write(
        unit -> {
          try (var row = unit.query("select current_setting('transaction_isolation')")) {
            row.next();
            assertEquals("serializable", row.text(1));
          }
        });
  }
}
