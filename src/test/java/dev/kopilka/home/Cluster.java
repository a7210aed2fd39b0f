package dev.kopilka.home;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of a test's own, which the test may stop at once, amid everything, and start again.
 * Its programs are those of {@link Server}; unlike that one it is set up as for real work: what it
 * has acknowledged is on disk.
 */
public final class Cluster implements AutoCloseable {
  private static final String SETTINGS =
      """
      port = %d
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 60
      fsync = on
      synchronous_commit = on
      """;

  /**
   * Below the ports that a machine gives to those who call: somebody who keeps calling a server that
   * is away would now and then be given its very port, and be connected to themselves.
   */
  private static final int FIRST_PORT = 20_000;

  /** The server refuses to be run by root; in a user namespace of its own nobody is root. */
  private static final List<String> AS_NOBODY =
      LinuxUtils.isUnshareAvailable() ? List.of("unshare", "-U") : List.of();

  private final Path folder;
  private final Path programs;
  private final int port;

  private Cluster(Path folder, int port) {
    this.folder = folder;
    this.programs =
        Path.of(Server.running().text("select setting from pg_config where name = 'BINDIR'"));
    this.port = port;
  }

  /** Makes one whose data are in that folder, and starts it. */
  public static Cluster in(Path folder) throws IOException {
    var cluster = new Cluster(folder, freePort());
    var data = cluster.data();
    cluster.run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "--no-locale", "-D", data);
    var settings = SETTINGS.formatted(cluster.port);
    Files.writeString(Path.of(data, "postgresql.conf"), settings, StandardOpenOption.APPEND);
    cluster.start();
    return cluster;
  }

  /** The same, where everybody comes by TLS and with a password: the one who may do everything too. */
  public static Cluster guarded(Path folder, Certificate certificate, Path password)
      throws IOException {
    var cluster = new Cluster(folder, freePort());
    var data = cluster.data();
    cluster.run(
        "initdb", "-A", "scram-sha-256", "--pwfile", password.toString(), "-U", "postgres",
        "-E", "UTF-8", "--no-locale", "-D", data);
    var settings =
        SETTINGS.formatted(cluster.port)
            + "ssl = on\nssl_cert_file = '%s'\nssl_key_file = '%s'\n"
                .formatted(certificate.file(), certificate.key());
    Files.writeString(Path.of(data, "postgresql.conf"), settings, StandardOpenOption.APPEND);
    Files.writeString(
        Path.of(data, "pg_hba.conf"), "hostssl all all 127.0.0.1/32 scram-sha-256\n");
    cluster.start();
    return cluster;
  }

  private static int freePort() throws IOException {
    var start = FIRST_PORT + (int) (ProcessHandle.current().pid() % 10_000);
    for (var port = start; port < start + 1_000; port++) {
      try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
    throw new IOException("no port is free from " + start + " on");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** Starts it; it is there, and has put its data in order, when this returns. */
  public void start() throws IOException {
    var log = folder.resolve("server.log").toString();
    run("pg_ctl", "-D", data(), "-l", log, "-t", "120", "-w", "start");
  }

  /** Stops it as a power failure would: no process of it does anything more. */
  public void stopAtOnce() throws IOException {
    run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
  }

  private void run(String program, String... words) throws IOException {
    var line = new ArrayList<>(AS_NOBODY);
    line.add(programs.resolve(program).toString());
    line.addAll(List.of(words));
    var said = folder.resolve("said.log").toFile();
    var process = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said).start();
    try {
      if (process.waitFor() == 0) return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new IOException(line + ": " + Files.readString(said.toPath()));
  }

  /** Where it listens on this machine. */
  public int port() {
    return port;
  }

  /** The URL of the database of that name, for the user who may do everything. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
  }

  /** The URL of a new database with nothing in it. */
  public String empty(String database) {
    Server.execute(url("postgres"), "create database " + database);
    return url(database);
  }

  /** The URL of a new database with all that the other has, to which nobody is connected. */
  public String copy(String other, String database) {
    Server.execute(url("postgres"), "create database " + database + " template " + other);
    return url(database);
  }

  /** Stops it; its data are the test's to delete. */
  @Override
  public void close() throws IOException {
    stopAtOnce();
  }
}
