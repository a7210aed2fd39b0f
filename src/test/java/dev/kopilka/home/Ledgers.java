package dev.kopilka.home;

import dev.kopilka.store.Schema;
import dev.kopilka.store.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the tests keep their ledgers. With {@code -Dkopilka.home=postgresql} every file that a test
 * names is a database of its own on a real server; the tests themselves do not notice.
 */
public final class Ledgers {
  private static final boolean ON_SERVER =
      System.getProperty("kopilka.home", "file").equals("postgresql");

  private static final Map<Path, String> DATABASES = new HashMap<>();
  private static final Map<String, String> TEMPLATES = new HashMap<>();
  private static Path template;

  private Ledgers() {}

  public static boolean areFiles() {
    return !ON_SERVER;
  }

  /** A query that answers every row of the table as one text, every column told. */
  public static String rowsOf(Unit unit, String table) {
    if (ON_SERVER) return "select cast(t as text) from " + table + " t order by 1";
    var columns =
        "select group_concat('quote(' || name || ')', '||''|''||') from pragma_table_info('"
            + table
            + "')";
    try (var names = unit.query(columns)) {
      names.next();
      return "select " + names.text(1) + " from " + table;
    }
  }

  /** What is to be given to {@code --db} for the ledger of that file; nothing is there yet. */
  public static synchronized String at(Path file) {
    if (!ON_SERVER) return file.toString();
    return DATABASES.computeIfAbsent(file.toAbsolutePath(), _ -> Server.running().empty());
  }

  /** The same with an empty ledger in it: making the schema takes a second, copying it does not. */
  public static synchronized String created(Path file) {
    if (ON_SERVER) {
      var url = Server.running().ledger();
      DATABASES.put(file.toAbsolutePath(), url);
      return url;
    }
    try {
      if (template == null) {
        template = vacant();
        Schema.create(template.toString());
      }
      Files.copy(template, file);
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same with a ledger in it that is made once, and copied from then on: what is in it takes
   * seconds to make on a server.
   *
   * @param name tells what is in it
   * @param making fills a ledger at a place where there is nothing yet, and leaves it closed
   */
  public static synchronized String copied(Path file, String name, Making making)
      throws IOException {
    var template = TEMPLATES.get(name);
    if (template == null) {
      template = ON_SERVER ? Server.running().empty() : vacant().toString();
      making.at(template);
      TEMPLATES.put(name, template);
    }
    if (ON_SERVER) {
      var url = Server.running().copy(template);
      DATABASES.put(file.toAbsolutePath(), url);
      return url;
    }
    return Files.copy(Path.of(template), file).toString();
  }

  /** Fills a ledger. */
  public interface Making {
    void at(String place) throws IOException;
  }

  /** A file that is not there yet, in a folder that goes with the tests. */
  private static Path vacant() throws IOException {
    var file = Files.createTempDirectory("kopilka-test").resolve("kopilka.db");
    file.getParent().toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    return file;
  }
}
