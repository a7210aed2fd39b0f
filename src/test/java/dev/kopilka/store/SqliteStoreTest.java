package dev.kopilka.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on an SQLite file. */
class SqliteStoreTest extends AccountContract {
  @TempDir Path folder;

  @Override
  Database open() {
    var file = folder.resolve("shop.db").toString();
    Schema.create(file);
    return Database.open(file);
  }
}
