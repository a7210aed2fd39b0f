package dev.kopilka.store.server;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The password for a server, asked for when it is needed and never kept in a name, a log or an error.
 *
 * @param password empty to let the driver look into PGPASSFILE or the user's password file
 */
public record Login(Supplier<Optional<String>> password) {
  public static final Login NONE = new Login(Optional::empty);

  @Override
  public String toString() {
    return "Login";
  }
}
