package dev.kopilka.store;

import dev.kopilka.home.Server;

/** The contract on a PostgreSQL server. */
class PostgresStoreTest extends AccountContract {
  @Override
  Database open() {
    return Database.open(Server.running().ledger());
  }
}
