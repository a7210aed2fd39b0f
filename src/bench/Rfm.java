import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures {@code segment rfm} against what SQLite, PostgreSQL and DuckDB need for the same by a query with {@code
 * ntile}, all on the same rows in one run. The scores of all members must be the same everywhere, or it stops.
 *
 * <p>Usage: {@code src/bench/run rfm}, from the repository's root, after {@code make build}. {@code
 * KOPILKA_BENCH_ROWS} (10,000,000) purchases of a tenth as many members, {@code KOPILKA_BENCH_ROUNDS} (3). The class
 * path's DuckDB is named by {@code KOPILKA_BENCH_DUCKDB}. 12 GB of disk.
 */
final class Rfm {
  private static final String TERMS = "segment rfm --ties apart --as-of " + Crowd.LAST_DAY;
  private static final String SAME = " -o csv --columns member,recency_days,frequency,monetary,r,f,m";
  /** Too long to leave anything out, but a window, so the events are asked. */
  private static final String EVENTS = " --window P9Y";
  private static final String LEAN = "create table purchase (member integer not null, occurred_at %s not null, amount integer not null)";

  private final Path folder;
  private final Cluster cluster;
  private final Map<String, List<Ran>> figures = new LinkedHashMap<>();
  private String scores = "";

  private Rfm(Path folder, Cluster cluster) {
    this.folder = folder;
    this.cluster = cluster;
  }

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory("kopilka-bench-rfm");
    try (var cluster = new Cluster(folder)) {
      new Rfm(folder, cluster).run(Long.parseLong(set("KOPILKA_BENCH_ROWS", "10000000")), Integer.parseInt(set("KOPILKA_BENCH_ROUNDS", "3")));
    } finally {
      Ran.of(Path.of("."), List.of("rm", "-rf", folder.toString()), "");
    }
  }

  private static String set(String name, String otherwise) {
    var text = System.getenv(name);
    return text == null || text.isEmpty() ? otherwise : text;
  }

  private void run(long rows, int rounds) throws Exception {
    Files.copy(Path.of("src/main/resources/dev/kopilka/examples/retail_en.yaml"), file("retail.yaml"));
    var crowd = new Crowd(rows, false);
    System.out.printf(Locale.ROOT, "%,d purchases of %,d members, %d rounds; load %s%n", crowd.purchases(), crowd.members(), rounds, load());
    fill(rows);
    System.out.printf(Locale.ROOT, "MB: ledger %d, purchases alone %d, DuckDB's %d%n", size("club.db"), size("lean.db"), size("duck.db"));
    for (var round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds + ", load " + load());
      round();
    }
    report();
    System.out.println("load " + load());
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private long size(String name) throws Exception {
    return Files.size(file(name)) / 1_000_000;
  }

  private void fill(long rows) throws Exception {
    var select = "select member, occurred_at, amount from ";
    ledger("club.db");
    sqlite("club.db", new Crowd(rows, false).sql());
    sqlite("lean.db", LEAN.formatted("integer") + ";\nattach '" + file("club.db") + "' as club;\ninsert into purchase "
        + select + "club.event where kind = 1 order by member, number;\n");
    Files.writeString(file("purchases.csv"), sqlite("lean.db", ".mode csv\n" + select + "purchase;\n").said());
    duck("create table purchase (member integer, occurred_at bigint, amount integer)", "copy purchase from '" + file("purchases.csv") + "'");
    cluster.database("club");
    ledger(Cluster.url("club"));
    cluster.psql("club", new Crowd(rows, true).sql());
    cluster.database("lean");
    cluster.psql("lean", LEAN.formatted("bigint") + ";\n\\copy purchase from '" + file("purchases.csv") + "' csv\nvacuum analyze;\n");
    Files.delete(file("purchases.csv"));
  }

  private void ledger(String place) throws Exception {
    ours(place, "init");
    ours(place, "program apply retail.yaml --effective 2024-10-01 --order 1");
  }

  private void round() throws Exception {
    var sql = new Ntile("/");
    take("sqlite3, ledger's events, members", sqlite("club.db", ".mode csv\n" + sql.members(true) + ";\n"));
    take("sqlite3, purchases alone, members", sqlite("lean.db", ".mode csv\n" + sql.members(false) + ";\n"));
    take("sqlite3, purchases alone, summary", sqlite("lean.db", ".mode csv\n" + sql.summary(false) + ";\n"));
    kopilka("file", "club.db");
    var duck = new Ntile("//");
    take("duckdb, members", duck("copy (" + duck.members(false) + ") to '" + file("duck.csv") + "' (format csv, header false)"));
    check("duckdb", Files.readString(file("duck.csv")));
    take("duckdb, summary", duck("copy (" + duck.summary(false) + ") to '" + file("duck.csv") + "' (format csv, header false)"));
    take("psql, ledger's events, members", psql("club", sql.members(true)));
    take("psql, purchases alone, members", psql("lean", sql.members(false)));
    take("psql, purchases alone, summary", psql("lean", sql.summary(false)));
    kopilka("server", Cluster.url("club"));
  }

  private void kopilka(String where, String place) throws Exception {
    take("kopilka, " + where + ", members", ours(place, TERMS + " --window all" + SAME));
    take("kopilka, " + where + ", summary", ours(place, TERMS + " --window all --summary"));
    take("kopilka, " + where + ", events, members", ours(place, TERMS + EVENTS + SAME));
  }

  /** Keeps the figures; what is said about members must be what everybody says about them. */
  private void take(String name, Ran ran) {
    figures.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Ran(ran.seconds(), ran.processor(), ran.peak(), ""));
    if (name.endsWith("members") && !ran.said().startsWith("seconds")) check(name, ran.said());
  }

  private void check(String name, String said) {
    var digest = new Scores().of(said);
    if (scores.isEmpty()) scores = digest;
    if (!scores.equals(digest)) throw new IllegalStateException(name + " says " + digest + " and not " + scores);
  }

  private Ran sqlite(String name, String script) throws Exception {
    return Ran.saying(folder, List.of("sqlite3", name), script);
  }

  /** Its processor time is that of the server, where several work on one query. */
  private Ran psql(String database, String query) throws Exception {
    var before = cluster.processor();
    var ran = cluster.asked(database, "set work_mem = '256MB';\n\\copy (" + query + ") to stdout csv\n");
    return new Ran(ran.seconds(), ran.processor() + cluster.processor() - before, ran.peak(), ran.said());
  }

  private Ran duck(String... sql) throws Exception {
    var java = ProcessHandle.current().info().command().orElse("java");
    var jar = Path.of(set("KOPILKA_BENCH_DUCKDB", "target/bench/duckdb_jdbc.jar")).toAbsolutePath().toString();
    var command = new ArrayList<>(List.of(java, "--enable-native-access=ALL-UNNAMED", "-Xmx64m", "-cp", jar, Path.of("src/bench/Duck.java").toAbsolutePath().toString(), file("duck.db").toString()));
    command.addAll(Arrays.asList(sql));
    var ran = Ran.saying(folder, command, "");
    var words = ran.said().strip().split(" ");
    return new Ran(Double.parseDouble(words[1]), Double.parseDouble(words[3]), ran.peak(), ran.said());
  }

  private Ran ours(String place, String line) throws Exception {
    var command = new ArrayList<>(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q", "-d", place));
    command.addAll(Arrays.asList(line.split(" ")));
    var before = cluster.processor();
    var ran = Ran.saying(folder, command, "");
    return new Ran(ran.seconds(), ran.processor() + cluster.processor() - before, ran.peak(), ran.said());
  }

  private void report() {
    System.out.printf("%n%-40s %8s %10s %8s%n", "medians", "seconds", "processor", "MB");
    for (var one : figures.entrySet()) {
      var most = one.getValue().stream().mapToLong(Ran::peak).max().orElse(0);
      System.out.printf(Locale.ROOT, "%-40s %8.2f %10.2f %8d%n", one.getKey(), seconds(one.getKey()), median(one.getValue().stream().mapToDouble(Ran::processor).toArray()), most / 1024);
    }
    System.out.printf("%nratios by the clock%n");
    for (var what : List.of("members", "summary")) {
      ratio("file / sqlite3, " + what, "kopilka, file, " + what, "at most 0.5", "sqlite3, purchases alone, " + what, "sqlite3, ledger's events, " + what);
      ratio("server / psql, " + what, "kopilka, server, " + what, "at most 0.5", "psql, purchases alone, " + what, "psql, ledger's events, " + what);
      ratio("file / duckdb, " + what, "kopilka, file, " + what, "at most 2", "duckdb, " + what);
      ratio("server / duckdb, " + what, "kopilka, server, " + what, "at most 2", "duckdb, " + what);
    }
    ratio("file, events / sqlite3, members", "kopilka, file, events, members", "where a window is asked for", "sqlite3, purchases alone, members", "sqlite3, ledger's events, members");
    ratio("server, events / psql, members", "kopilka, server, events, members", "where a window is asked for", "psql, purchases alone, members", "psql, ledger's events, members");
  }

  /** Against the fastest of theirs. */
  private void ratio(String name, String ours, String goal, String... theirs) {
    var best = Arrays.stream(theirs).filter(figures::containsKey).mapToDouble(this::seconds).min().orElseThrow();
    System.out.printf(Locale.ROOT, "  %-38s %8.2f (%s)%n", name, seconds(ours) / best, goal);
  }

  private double seconds(String name) {
    return median(figures.get(name).stream().mapToDouble(Ran::seconds).toArray());
  }

  private static double median(double[] all) {
    Arrays.sort(all);
    return all[all.length / 2];
  }
}
