import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for one benchmark, started with the system's {@code initdb} and {@code pg_ctl} (as the user
 * {@code postgres} where the benchmark is run as root), with settings of its own; it is gone with {@link #close}. It
 * listens at {@code KOPILKA_BENCH_PORT} (55439).
 */
final class Cluster implements AutoCloseable {
  private static final int PORT = Integer.parseInt(System.getenv().getOrDefault("KOPILKA_BENCH_PORT", "55439"));

  private static final String ALONE =
      "do $$ begin for i in 1..100 loop perform pg_stat_clear_snapshot();"
          + " exit when (select count(*) from pg_stat_activity where backend_type = 'client backend') < 2;"
          + " perform pg_sleep(0.02); end loop; end $$";

  private final Path folder;
  private final Path tools;

  /** Starts it; its data live beneath the folder. */
  Cluster(Path folder) throws Exception {
    this.folder = folder;
    this.tools = tools();
    if (isRoot()) run(List.of("chown", "postgres", folder.toString()), "");
    asServer(tools.resolve("initdb").toString(), "-D", data(), "-A", "trust", "-U", "postgres", "--locale=C.UTF-8");
    Files.writeString(folder.resolve("settings"),
        "port = " + PORT + "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '" + folder + "'\n"
            + "shared_buffers = '1GB'\nmax_wal_size = '4GB'\ncheckpoint_timeout = '1h'\nmax_connections = 60\n", StandardCharsets.UTF_8);
    asServer("sh", "-c", "cat " + folder + "/settings >> " + data() + "/postgresql.conf");
    asServer(tools.resolve("pg_ctl").toString(), "-D", data(), "-l", folder.resolve("log").toString(), "-w", "start");
  }

  private static Path tools() throws IOException {
    var home = Path.of("/usr/lib/postgresql");
    try (var all = Files.exists(home) ? Files.list(home) : Stream.<Path>of()) {
      return all.map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pgbench")))
          .max(Path::compareTo)
          .orElseThrow(() -> new IOException("bench: no PostgreSQL server of the system's; install its package (postgresql)"));
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  /** As the unprivileged user whom the server insists on. */
  private void asServer(String... words) throws Exception {
    var command = new ArrayList<String>();
    if (isRoot()) command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    command.addAll(List.of(words));
    run(command, "");
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  /** An empty database in place of any that has the name. */
  void database(String name) throws Exception {
    sql("postgres", "drop database if exists " + name);
    sql("postgres", "create database " + name);
  }

  void sql(String database, String sql) throws Exception {
    psql(database, sql + ";\n");
  }

  /** Gives a script to {@code psql}. */
  void psql(String database, String script) throws Exception {
    asked(database, script);
  }

  /** The same, and what it says and takes; what the server takes for it is not in that. */
  Ran asked(String database, String script) throws Exception {
    return Ran.saying(folder, List.of("psql", "-q", "-h", "127.0.0.1", "-p", "" + PORT, "-U", "postgres", "-v", "ON_ERROR_STOP=1", database), script);
  }

  /** Seconds of the processor that sessions which have ended took so far, with their helpers. */
  double processor() throws Exception {
    // A session's process ends a moment after its client has gone, and is counted then.
    sql("postgres", ALONE);
    var server = Files.readAllLines(Path.of(data(), "postmaster.pid")).getFirst().strip();
    var fields = Files.readString(Path.of("/proc/" + server + "/stat")).replaceAll("^.*\\) ", "").split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / 100.0;
  }

  /** What {@code pgbench} says of a script that these clients run for so many seconds. */
  String pgbench(String database, Path script, int clients, String seconds) throws Exception {
    return run(List.of(tools.resolve("pgbench").toString(), "-h", "127.0.0.1", "-p", "" + PORT, "-U", "postgres", "-n", "-M", "prepared",
        "-c", "" + clients, "-j", "2", "-T", seconds, "-f", script.toString(), database), "");
  }

  static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + PORT + "/" + database + "?user=postgres";
  }

  private String run(List<String> command, String input) throws Exception {
    return Ran.saying(folder, command, input).said();
  }

  @Override
  public void close() throws Exception {
    asServer(tools.resolve("pg_ctl").toString(), "-D", data(), "-m", "immediate", "-w", "stop");
    run(List.of("rm", "-rf", data()), "");
  }
}
