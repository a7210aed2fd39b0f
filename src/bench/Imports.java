import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures imports and what reads a large ledger against SQLite itself, all in one run on one disk.
 * Each round does everything once; figures are medians of the rounds, and ratios of these.
 *
 * <p>Usage: {@code java Imports.java}, from the repository's root, after {@code make build}. {@code
 * KOPILKA_BENCH_ROWS} (200,000) purchases of a tenth as many members, and as many members who are
 * only taken in, {@code KOPILKA_BENCH_ROUNDS} (3), {@code KOPILKA_BENCH_IDS} ({@code random} or {@code ordered}), {@code KOPILKA_BENCH_FOLDER}
 * (a new temporary one).
 */
final class Imports {
  private static final String PURCHASES =
      "id text primary key, member text, occurred_at text, amount text, channel text, store text,"
          + " category text";
  private static final String MEMBERS =
      "member text primary key, name text, phone text, email text, city text, enrolled_at text,"
          + " channel text";
  private static final String NTILE =
      """
      select member, ntile(5) over (order by last), ntile(5) over (order by n),
        ntile(5) over (order by spent)
      from (select member, max(occurred_at) as last, count(*) as n, sum(amount) as spent
        from event where kind = 1 group by member);
      """;
  private static final String KPI =
      """
      select occurred_at, kind, points from entry where kind not in (9, 10, 11);
      select member, kind, occurred_at, amount, points from event where kind in (1, 2, 3, 6, 8)
        order by member, number;
      """;
  // What the report asks: the lots that are open, the debts, and every entry for the roll-forward.
  private static final String LIABILITY =
      """
      select member, expires_on, active_from, remaining + held from lot order by member, entry;
      select coalesce(sum(debt), 0) from account;
      select occurred_at, kind, points from entry where kind not in (9, 10, 11, 16, 17);
      """;

  private final Path folder;
  private final long rows;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final Map<String, List<Double>> processor = new LinkedHashMap<>();
  private final Map<String, Long> memory = new LinkedHashMap<>();

  private Imports(Path folder, long rows) {
    this.folder = folder;
    this.rows = rows;
  }

  public static void main(String[] args) throws Exception {
    if (!isThere("sqlite3")) {
      System.err.println(
          "bench: the sqlite3 shell is missing, and the ratios are to its times; install it"
              + " (package `sqlite3` of your system).");
      System.exit(1);
    }
    var rows = Long.parseLong(set("KOPILKA_BENCH_ROWS", "200000"));
    var given = set("KOPILKA_BENCH_FOLDER", "");
    var folder =
        given.isEmpty()
            ? Files.createTempDirectory("kopilka-bench")
            : Files.createDirectories(Path.of(given));
    try {
      new Imports(folder.toAbsolutePath(), rows).run();
    } finally {
      if (given.isEmpty()) remove(folder);
    }
  }

  private static String set(String variable, String otherwise) {
    var value = System.getenv(variable);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private void run() throws Exception {
    var rounds = Integer.parseInt(set("KOPILKA_BENCH_ROUNDS", "3"));
    var members = Math.max(10, rows / 10);
    var data = new Data(members, set("KOPILKA_BENCH_IDS", "random").equals("ordered"));
    data.members(file("members.csv"));
    new Data(rows, false).members(file("newcomers.csv"));
    data.purchases(file("purchases.csv"), rows);
    data.balances(file("balances.csv"));
    data.redemptions(file("redemptions.csv"), members);
    System.out.printf("%,d purchases of %,d members, %d rounds%n", rows, members, rounds);
    prepare();
    for (var round = 1; round <= rounds; round++) {
      System.err.println("round " + round + " of " + rounds);
      round();
    }
    report();
  }

  /** The programme, and a ledger with all members in it that each round begins with. */
  private void prepare() throws Exception {
    var home = Path.of("src/main/resources/dev/kopilka/examples/retail_en.yaml");
    Files.copy(home, file("retail.yaml"), StandardCopyOption.REPLACE_EXISTING);
    empty("empty.db");
  }

  private void empty(String name) throws Exception {
    forget(name);
    kopilka("", name, "init");
    kopilka("", name, "program", "apply", "retail.yaml", "--effective", "2024-10-01", "--order", "1");
  }

  private void round() throws Exception {
    raw("raw members", MEMBERS, "members.csv", "phone");
    copy("empty.db", "enrolled.db");
    kopilka("enroll", "enrolled.db", "enroll", "import", "members.csv");
    raw("raw newcomers", MEMBERS, "newcomers.csv", "phone");
    copy("empty.db", "full.db");
    kopilka("newcomers", "full.db", "enroll", "import", "newcomers.csv");
    rows("rows of newcomers", "empty.db", "full.db");
    raw("raw purchases", PURCHASES, "purchases.csv", "member");
    copy("enrolled.db", "full.db");
    kopilka("first", "full.db", "accrue", "import", "purchases.csv");
    kopilka("again", "full.db", "accrue", "import", "purchases.csv");
    rows("rows of purchases", "enrolled.db", "full.db");
    reads();
    copy("enrolled.db", "open.db");
    kopilka("", "open.db", "accrue", "import", "balances.csv");
    copy("open.db", "spent.db");
    kopilka("redeem", "spent.db", "redeem", "import", "redemptions.csv");
    rows("rows of redemptions", "open.db", "spent.db");
  }

  /** The same rows by hand: what the ledger has more than before, written from memory. */
  private void rows(String name, String before, String after) throws Exception {
    copy(before, "hand.db");
    seconds(name).add(Rows.written(file(after), file("hand.db")));
  }

  private void reads() throws Exception {
    shell("ntile", "full.db", NTILE);
    kopilka("rfm", "full.db", "segment", "rfm", "-o", "csv");
    seconds("hash").add(hashed(file("full.db")));
    kopilka("verify", "full.db", "audit", "verify");
    shell("sql of kpi", "full.db", KPI);
    kopilka("kpi", "full.db", "report", "kpi");
    shell("sql of liability", "full.db", LIABILITY);
    kopilka("liability", "full.db", "report", "liability");
  }

  private void report() {
    System.out.printf(Locale.ROOT, "%nmedians: seconds, and those of the processor%n");
    for (var name : seconds.keySet()) {
      var spent = processor.containsKey(name) ? median(processor.get(name)) : Double.NaN;
      System.out.printf(
          Locale.ROOT, "  %-22s %8.2f %8.2f%n", name, median(seconds.get(name)), spent);
    }
    System.out.printf(Locale.ROOT, "%nratios%n");
    ratio("import / raw", "first", "raw purchases", 1.8);
    ratio("import / its rows", "first", "rows of purchases", 0);
    ratio("again / import", "again", "first", 0.5);
    ratio("enroll / raw", "enroll", "raw members", 2);
    ratio("newcomers / raw", "newcomers", "raw newcomers", 2);
    ratio("newcomers / their rows", "newcomers", "rows of newcomers", 0);
    ratio("redeem / its rows", "redeem", "rows of redemptions", 1.5);
    ratio("rfm / ntile", "rfm", "ntile", 2);
    ratio("verify / hash", "verify", "hash", 3);
    ratio("kpi / sql", "kpi", "sql of kpi", 2);
    ratio("liability / sql", "liability", "sql of liability", 2);
    System.out.printf(Locale.ROOT, "%npeak memory, MB%n");
    memory.forEach((name, kb) -> System.out.printf(Locale.ROOT, "  %-22s %8d%n", name, kb / 1024));
  }

  private void ratio(String name, String ours, String theirs, double goal) {
    var ratio = median(seconds.get(ours)) / median(seconds.get(theirs));
    var told = goal == 0 ? "" : String.format(Locale.ROOT, " (goal %.1f)", goal);
    System.out.printf(Locale.ROOT, "  %-22s %8.2f%s%n", name, ratio, told);
  }

  private static double median(List<Double> all) {
    var sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private List<Double> seconds(String name) {
    return seconds.computeIfAbsent(name, _ -> new ArrayList<>());
  }

  private void raw(String name, String columns, String csv, String indexed) throws Exception {
    forget("raw.db");
    shell("", "raw.db", "pragma journal_mode = wal; create table t (" + columns + ");"
        + "create index i on t (" + indexed + ");");
    shell(name, "raw.db", "pragma synchronous = normal;\n.mode csv\n.import --skip 1 " + csv + " t\n");
  }

  private void shell(String name, String database, String sql) throws Exception {
    timed(name, List.of("sqlite3", database), sql);
  }

  private void kopilka(String name, String database, String... words) throws Exception {
    var command = new ArrayList<>(List.of(Path.of("cli/kopilka").toAbsolutePath().toString()));
    command.addAll(List.of("-q", "-d", database));
    command.addAll(Arrays.asList(words));
    timed(name, command, "");
  }

  private void timed(String name, List<String> command, String input) throws Exception {
    var ran = Ran.of(folder, command, input);
    if (name.isEmpty()) return;
    seconds(name).add(ran.seconds());
    processor.computeIfAbsent(name, _ -> new ArrayList<>()).add(ran.processor());
    if (command.getFirst().endsWith("kopilka")) memory.merge(name, ran.peak(), Math::max);
  }

  private static double hashed(Path file) throws Exception {
    var sha = MessageDigest.getInstance("SHA-256");
    var began = System.nanoTime();
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[1 << 16];
      for (var got = in.read(buffer); got > 0; got = in.read(buffer)) sha.update(buffer, 0, got);
    }
    sha.digest();
    return (System.nanoTime() - began) / 1e9;
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void copy(String from, String to) throws IOException {
    forget(to);
    Files.copy(file(from), file(to));
  }

  private void forget(String name) throws IOException {
    for (var end : List.of("", "-wal", "-shm")) Files.deleteIfExists(file(name + end));
  }

  private static boolean isThere(String command) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static void remove(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      for (var file : all.toList()) Files.deleteIfExists(file);
    }
    Files.delete(folder);
  }
}
