package dev.kopilka.transcript;

import dev.kopilka.home.Ledgers;
import dev.kopilka.home.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the ledger of a page is. Where it is differs from run to run; nothing else that is printed
 * does, on no database.
 *
 * @param variable what KOPILKA_DB is set to
 * @param said how the page calls the place
 * @param real where it is
 */
record Where(Optional<String> variable, String said, String real) {
  /** The line of a page about a ledger in a file, which says nothing of one on a server. */
  static final String OF_A_FILE = "<!-- about a ledger in a file -->";

  /** The line of a page about a ledger on a server, which has one however the tests run. */
  static final String ON_A_SERVER = "<!-- about a ledger on a server -->";

  private static final String FILE = "kopilka.db";
  private static final String URL = "jdbc:postgresql://localhost:5432/club";

  static Where of(List<String> page, Path folder) {
    if (page.contains(ON_A_SERVER)) {
      return new Where(Optional.empty(), URL, bare(Server.running().empty()));
    }
    if (Ledgers.areFiles()) return new Where(Optional.empty(), FILE, FILE);
    var url = Ledgers.at(folder.resolve(FILE));
    return new Where(Optional.of(url), FILE, bare(url));
  }

  private static String bare(String url) {
    return url.replaceFirst("\\?.*", "");
  }

  /** Up to the name of the database; a file is its own host. */
  private static String host(String place) {
    return place.startsWith("jdbc:") ? place.substring(0, place.lastIndexOf('/') + 1) : place;
  }

  String typed(String command) {
    if (variable.isPresent()) return command;
    return command.replace(said, real).replace(host(said), host(real));
  }

  /**
   * @param before the line before it
   */
  String shown(String line, String before) {
    if (variable.isEmpty()) return line.replace(real, said).replace(host(real), host(said));
    // Only a file has rights of its own.
    if (line.equals("mode")) return line + " ".repeat(before.lastIndexOf(' ') - 3) + "0600";
    return line.replace(variable.get(), said)
        .replace(real, said)
        .replace("\"mode\":null", "\"mode\":\"0600\"");
  }
}
