import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures a ledger on a PostgreSQL server against that server itself, all in one run on one disk: imports against
 * {@code psql \copy}, redemptions against {@code pgbench} calling the same work as one function.
 *
 * <p>Usage: {@code java Server.java}, from the repository's root, after {@code make build}. It starts a server of its
 * own with the system's {@code initdb} and {@code pg_ctl} (as the user {@code postgres} where it is run as root) and
 * its own settings, and removes it. {@code KOPILKA_BENCH_ROWS} (200,000) purchases of a tenth as many members, {@code
 * KOPILKA_BENCH_ROUNDS} (3), {@code KOPILKA_BENCH_SECONDS} (10) of redemptions.
 */
final class Server {
  private static final String RAW =
      "create table raw (id text primary key, member text, occurred_at text, amount text, channel text, store text,"
          + " category text); create index on raw (member);";
  private static final int PORT = 55_439;
  private static final int CLIENTS_MEMBERS = 10_000;

  private final Path folder;
  private final Path tools;
  private final long rows;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();
  private long peak;

  private Server(Path folder, Path tools, long rows) {
    this.folder = folder;
    this.tools = tools;
    this.rows = rows;
  }

  public static void main(String[] args) throws Exception {
    var tools = tools();
    var folder = Files.createTempDirectory("kopilka-bench-server");
    var bench = new Server(folder, tools, Long.parseLong(set("KOPILKA_BENCH_ROWS", "200000")));
    try {
      bench.start();
      bench.run(Integer.parseInt(set("KOPILKA_BENCH_ROUNDS", "3")));
    } finally {
      bench.stop();
      bench.quietly("rm", "-rf", folder.toString());
    }
  }

  private static String set(String variable, String otherwise) {
    var value = System.getenv(variable);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static Path tools() throws IOException {
    try (var all = Files.exists(Path.of("/usr/lib/postgresql")) ? Files.list(Path.of("/usr/lib/postgresql")) : Stream.<Path>of()) {
      return all.map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")) && Files.isExecutable(bin.resolve("pgbench")))
          .max(Path::compareTo)
          .orElseThrow(() -> new IOException("bench: no PostgreSQL server of the system's; install its package (postgresql)"));
    }
  }

  /** As the unprivileged user whom the server insists on. */
  private void asServer(String... words) throws Exception {
    var command = new ArrayList<String>();
    if (System.getProperty("user.name").equals("root")) command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"));
    command.addAll(List.of(words));
    done(command, "");
  }

  private void start() throws Exception {
    Files.createDirectories(folder);
    if (System.getProperty("user.name").equals("root")) done(List.of("chown", "postgres", folder.toString()), "");
    var data = folder.resolve("data").toString();
    asServer(tools.resolve("initdb").toString(), "-D", data, "-A", "trust", "-U", "postgres", "--locale=C.UTF-8");
    Files.writeString(folder.resolve("settings"),
        "port = " + PORT + "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '" + folder + "'\n"
            + "shared_buffers = '1GB'\nmax_wal_size = '4GB'\nmax_connections = 60\n", StandardCharsets.UTF_8);
    asServer("sh", "-c", "cat " + folder + "/settings >> " + data + "/postgresql.conf");
    asServer(tools.resolve("pg_ctl").toString(), "-D", data, "-l", folder.resolve("log").toString(), "-w", "start");
  }

  private void stop() throws Exception {
    asServer(tools.resolve("pg_ctl").toString(), "-D", folder.resolve("data").toString(), "-m", "immediate", "-w", "stop");
  }

  private void run(int rounds) throws Exception {
    var members = Math.max(10, rows / 10);
    var data = new Data(members, false);
    data.members(file("members.csv"));
    data.purchases(file("purchases.csv"), rows);
    Files.copy(Path.of("src/main/resources/dev/kopilka/examples/retail_en.yaml"), file("retail.yaml"));
    System.out.printf("%,d purchases of %,d members, %d rounds%n", rows, members, rounds);
    for (var round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      imports();
    }
    redemptions();
    report();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void imports() throws Exception {
    sql("postgres", "drop database if exists raw");
    sql("postgres", "create database raw");
    sql("raw", RAW);
    timed("psql \\copy", () -> psql("raw", "\\copy raw from '" + file("purchases.csv") + "' csv header"));
    ledger("club");
    timed("enroll", () -> kopilka("club", "enroll", "import", file("members.csv").toString()));
    timed("import", () -> kopilka("club", "accrue", "import", file("purchases.csv").toString()));
    timed("again", () -> kopilka("club", "accrue", "import", file("purchases.csv").toString()));
    timed("verify", () -> kopilka("club", "audit", "verify"));
    timed("copy to file", () -> done(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q", "db", "copy", url("club"), file("copy.db").toString()), ""));
    sql("postgres", "drop database if exists back");
    sql("postgres", "create database back");
    timed("copy to server", () -> done(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q", "db", "copy", file("copy.db").toString(), url("back")), ""));
    for (var end : List.of("", "-wal", "-shm")) Files.deleteIfExists(file("copy.db" + end));
  }

  private void ledger(String name) throws Exception {
    sql("postgres", "drop database if exists " + name);
    sql("postgres", "create database " + name);
    kopilka(name, "init");
    kopilka(name, "program", "apply", file("retail.yaml").toString(), "--effective", "2024-10-01", "--order", "1");
  }

  /** The same redemptions by a function in the server, and by ours; on many members, and on one. */
  private void redemptions() throws Exception {
    ledger("spend");
    new Data(CLIENTS_MEMBERS, true).members(file("spenders.csv"));
    kopilka("spend", "enroll", "import", file("spenders.csv").toString());
    var balances = new StringBuilder("id,member,points,earned_at,expires_on\n");
    try (var lines = Files.lines(file("spenders.csv"))) {
      lines.skip(1).forEach(line -> {
        var member = line.split(",")[0];
        balances.append("B-").append(member).append(',').append(member).append(",100000000,2026-01-01,2027-12-31\n");
      });
    }
    Files.writeString(file("balances.csv"), balances.toString());
    kopilka("spend", "accrue", "import", file("balances.csv").toString());
    // What the function writes looks like a ledger and is none: it has one of its own.
    sql("postgres", "create database imitation template spend");
    psql("imitation", Files.readString(Path.of("src/bench/redeem.sql")));
    Files.writeString(file("many.sql"), "\\set m random(1, " + CLIENTS_MEMBERS + ")\nselect bench_redeem(:m, 100);\n");
    Files.writeString(file("one.sql"), "select bench_redeem(1, 100);\n");
    var seconds = set("KOPILKA_BENCH_SECONDS", "10");
    for (var clients : new int[] {1, 4, 16}) {
      for (var script : new String[] {"many", "one"}) {
        var said = done(List.of(tools.resolve("pgbench").toString(), "-h", "127.0.0.1", "-p", "" + PORT, "-U", "postgres", "-n", "-M", "prepared",
            "-c", "" + clients, "-j", "2", "-T", seconds, "-f", file(script + ".sql").toString(), "imitation"), "");
        figure("pgbench " + script + " " + clients, number(said, "tps = ([0-9.]+)"));
        var ours = done(List.of(ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED", "-cp", "target/kopilka/lib/*",
            "src/bench/Spenders.java", url("spend"), "" + clients, seconds, script.equals("one") ? "1" : "" + CLIENTS_MEMBERS), "");
        figure("kopilka " + script + " " + clients, number(ours, "tps = ([0-9.]+)"));
        System.out.println("  " + script + ", " + clients + " clients: " + ours.strip());
      }
    }
    kopilka("spend", "audit", "verify");
  }

  private void report() {
    System.out.printf(Locale.ROOT, "%nmedians%n");
    figures.forEach((name, all) -> System.out.printf(Locale.ROOT, "  %-22s %10.2f%n", name, median(all)));
    System.out.printf(Locale.ROOT, "%nratios%n");
    ratio("import / copy", "import", "psql \\copy", "at most 4");
    for (var clients : new int[] {1, 4, 16}) ratio("redeem, " + clients + " clients", "kopilka many " + clients, "pgbench many " + clients, "at least 0.7");
    System.out.printf(Locale.ROOT, "%npeak memory of an import, MB: %d%n", peak / 1024);
  }

  private void ratio(String name, String ours, String theirs, String goal) {
    System.out.printf(Locale.ROOT, "  %-22s %10.2f (%s)%n", name, median(figures.get(ours)) / median(figures.get(theirs)), goal);
  }

  private static double median(List<Double> all) {
    return all.stream().sorted().toList().get(all.size() / 2);
  }

  private void figure(String name, double value) {
    figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
  }

  private interface Work {
    void run() throws Exception;
  }

  private void timed(String name, Work work) throws Exception {
    var began = System.nanoTime();
    work.run();
    figure(name, (System.nanoTime() - began) / 1e9);
  }

  private static double number(String said, String pattern) {
    var matcher = java.util.regex.Pattern.compile(pattern).matcher(said);
    if (!matcher.find()) throw new IllegalStateException("no figure in " + said);
    return Double.parseDouble(matcher.group(1));
  }

  private static String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + PORT + "/" + database + "?user=postgres";
  }

  private void sql(String database, String sql) throws Exception {
    done(List.of("psql", "-q", "-h", "127.0.0.1", "-p", "" + PORT, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-c", sql, database), "");
  }

  private void psql(String database, String script) throws Exception {
    done(List.of("psql", "-q", "-h", "127.0.0.1", "-p", "" + PORT, "-U", "postgres", "-v", "ON_ERROR_STOP=1", database), script);
  }

  private void kopilka(String database, String... words) throws Exception {
    var command = new ArrayList<>(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q", "-d", url(database)));
    command.addAll(Arrays.asList(words));
    done(command, "");
  }

  private void quietly(String... words) throws Exception {
    done(List.of(words), "");
  }

  private String done(List<String> command, String input) throws Exception {
    var out = Files.createTempFile("bench", ".out");
    var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException nobodyReads) {
      // The exit code tells.
    }
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      if (command.contains("import")) peak = Math.max(peak, memory(process.pid()));
    }
    var said = Files.readString(out);
    Files.delete(out);
    if (process.exitValue() != 0) throw new IOException(command + " ended with " + process.exitValue() + ": " + said);
    return said;
  }

  private static long memory(long process) {
    try (var lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines.filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", ""))).findFirst().orElse(0);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }
}
