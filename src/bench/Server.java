import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Measures a ledger on a PostgreSQL server against that server itself, all in one run on one disk: imports against
 * {@code psql \copy}, redemptions against {@code pgbench} calling the same work as one function.
 *
 * <p>Usage: {@code java Server.java [imports|redemptions]}, from the repository's root, after {@code make build}; both
 * without a word. {@code KOPILKA_BENCH_ROWS} (200,000) purchases of a tenth as many members, {@code
 * KOPILKA_BENCH_ROUNDS} (3) of each, {@code KOPILKA_BENCH_SECONDS} (5) of redemptions. The server is a {@link Cluster}.
 */
final class Server {
  private static final String RAW =
      "create table raw (id text primary key, member text, occurred_at text, amount text, channel text, store text,"
          + " category text); create index on raw (member)";
  private static final List<String> TABLES =
      List.of("member", "person", "identity", "account", "event", "entry", "lot", "event_key");
  private static final int[] CLIENTS = {1, 4, 16};
  private static final int CLIENTS_MEMBERS = 10_000;
  private static final String SECONDS = set("KOPILKA_BENCH_SECONDS", "5");

  private final Path folder;
  private final Cluster cluster;
  private final long rows;
  private final Map<String, List<Double>> figures = new LinkedHashMap<>();
  private long peak;

  private Server(Path folder, Cluster cluster, long rows) {
    this.folder = folder;
    this.cluster = cluster;
    this.rows = rows;
  }

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory("kopilka-bench-server");
    try (var cluster = new Cluster(folder)) {
      new Server(folder, cluster, Long.parseLong(set("KOPILKA_BENCH_ROWS", "200000")))
          .run(Integer.parseInt(set("KOPILKA_BENCH_ROUNDS", "3")), args.length == 0 ? "" : args[0]);
    } finally {
      Ran.of(Path.of("."), List.of("rm", "-rf", folder.toString()), "");
    }
  }

  private static String set(String variable, String otherwise) {
    var value = System.getenv(variable);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private void run(int rounds, String what) throws Exception {
    Files.copy(Path.of("src/main/resources/dev/kopilka/examples/retail_en.yaml"), file("retail.yaml"));
    if (!what.equals("redemptions")) {
      var members = Math.max(10, rows / 10);
      var data = new Data(members, false);
      data.members(file("members.csv"));
      data.purchases(file("purchases.csv"), rows);
      System.out.printf("%,d purchases of %,d members, %d rounds%n", rows, members, rounds);
      rounds(rounds, this::imports);
      sizes();
    }
    if (!what.equals("imports")) {
      spenders();
      // The first time only warms up the server: what is written before a checkpoint is written in full.
      cluster.pgbench("imitation", file("many.sql"), 4, SECONDS);
      redemptions(rounds);
      kopilka("spend", "audit", "verify");
    }
    report();
  }

  private static void rounds(int rounds, Work work) throws Exception {
    for (var round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      work.run();
    }
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void imports() throws Exception {
    cluster.database("raw");
    cluster.sql("raw", RAW);
    timed("psql \\copy", () -> cluster.psql("raw", "\\copy raw from '" + file("purchases.csv") + "' csv header"));
    // Else the server would tidy up that table while ours is filled.
    cluster.sql("postgres", "drop database raw");
    ledger("club");
    timed("enroll", () -> kopilka("club", "enroll", "import", file("members.csv").toString()));
    timed("import", () -> kopilka("club", "accrue", "import", file("purchases.csv").toString()));
    timed("again", () -> kopilka("club", "accrue", "import", file("purchases.csv").toString()));
    timed("verify", () -> kopilka("club", "audit", "verify"));
    timed("copy to file", () -> ours("db", "copy", Cluster.url("club"), file("copy.db").toString()));
    cluster.database("back");
    timed("copy to server", () -> ours("db", "copy", file("copy.db").toString(), Cluster.url("back")));
    for (var end : List.of("", "-wal", "-shm")) Files.deleteIfExists(file("copy.db" + end));
  }

  /** What a row takes with its indexes: src/docs/scale.md multiplies it. */
  private void sizes() throws Exception {
    for (var table : TABLES) {
      var sql = "copy (select count(*), pg_total_relation_size('%1$s') / greatest(count(*), 1) from %1$s) to stdout;%n";
      var found = cluster.asked("club", sql.formatted(table)).said().strip().split("\t");
      System.out.printf(Locale.ROOT, "  %-10s %,12d rows of %5s bytes%n", table, Long.parseLong(found[0]), found[1]);
    }
  }

  private void ledger(String name) throws Exception {
    cluster.database(name);
    kopilka(name, "init");
    kopilka(name, "program", "apply", file("retail.yaml").toString(), "--effective", "2024-10-01", "--order", "1");
  }

  /** A ledger of members who have points, and the same in another base for the function of the server. */
  private void spenders() throws Exception {
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
    cluster.sql("postgres", "create database imitation template spend");
    cluster.psql("imitation", Files.readString(Path.of("src/bench/redeem.sql")));
    Files.writeString(file("many.sql"), "\\set m random(1, " + CLIENTS_MEMBERS + ")\nselect bench_redeem('M' || lpad(cast(:m as text), 8, '0'), 100);\n");
    Files.writeString(file("one.sql"), "select bench_redeem('M00000001', 100);\n");
  }

  /** The same redemptions by a function in the server and by ours, by turns; on many members, and on one. */
  private void redemptions(int rounds) throws Exception {
    var java = ProcessHandle.current().info().command().orElse("java");
    var tills = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-cp", "target/kopilka/lib/*",
        "src/bench/Spenders.java", Cluster.url("spend"), "" + CLIENTS_MEMBERS).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var said = tills.inputReader(); var asked = tills.outputWriter()) {
      said.readLine();
      rounds(rounds, () -> {
        for (var clients : CLIENTS) {
          for (var script : new String[] {"many", "one"}) {
            var theirs = cluster.pgbench("imitation", file(script + ".sql"), clients, SECONDS);
            figure("pgbench " + script + " " + clients, number(theirs, "tps = ([0-9.]+)"));
            asked.write(clients + " " + (script.equals("one") ? 1 : CLIENTS_MEMBERS) + " " + SECONDS + "\n");
            asked.flush();
            var ours = said.readLine();
            figure("kopilka " + script + " " + clients, number(ours, "tps = ([0-9.]+)"));
            System.out.println("  " + script + ", " + clients + " clients: " + ours);
          }
        }
      });
    }
  }

  private void report() {
    System.out.printf(Locale.ROOT, "%nmedians%n");
    figures.forEach((name, all) -> System.out.printf(Locale.ROOT, "  %-22s %10.2f%n", name, median(all)));
    System.out.printf(Locale.ROOT, "%npurchases a second%n");
    for (var name : List.of("import", "copy to file", "copy to server")) {
      if (figures.containsKey(name)) System.out.printf(Locale.ROOT, "  %-22s %,10.0f%n", name, rows / median(figures.get(name)));
    }
    System.out.printf(Locale.ROOT, "%nratios%n");
    if (figures.containsKey("import")) ratio("import / copy", "import", "psql \\copy", "at most 4");
    if (figures.containsKey("pgbench many 1")) {
      for (var clients : CLIENTS) ratio("redeem, " + clients + " clients", "kopilka many " + clients, "pgbench many " + clients, "at least 0.7");
      for (var clients : CLIENTS) ratio("one member, " + clients, "kopilka one " + clients, "pgbench one " + clients, "no goal");
    }
    System.out.printf(Locale.ROOT, "%npeak memory of an import, MB: %d%n", peak / 1024);
  }

  /** Of each round by itself, because the machine is not as fast in all of them. */
  private void ratio(String name, String ours, String theirs, String goal) {
    var each = new ArrayList<Double>();
    for (var i = 0; i < figures.get(ours).size(); i++) each.add(figures.get(ours).get(i) / figures.get(theirs).get(i));
    System.out.printf(Locale.ROOT, "  %-22s %10.2f (%s)%n", name, median(each), goal);
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
    // What was written before is not paid for by who comes next.
    cluster.sql("postgres", "checkpoint");
    var began = System.nanoTime();
    work.run();
    figure(name, (System.nanoTime() - began) / 1e9);
  }

  private static double number(String said, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(said);
    if (!matcher.find()) throw new IllegalStateException("no figure in " + said);
    return Double.parseDouble(matcher.group(1));
  }

  private void kopilka(String database, String... words) throws Exception {
    var all = new ArrayList<>(List.of("-d", Cluster.url(database)));
    all.addAll(Arrays.asList(words));
    ours(all.toArray(new String[0]));
  }

  private void ours(String... words) throws Exception {
    var command = new ArrayList<>(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q"));
    command.addAll(Arrays.asList(words));
    var ran = Ran.of(folder, command, "");
    if (command.contains("import")) peak = Math.max(peak, ran.peak());
  }
}
