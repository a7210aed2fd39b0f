import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures how an import grows: so many purchases, and ten times as many of ten times as many members, one after the
 * other in one run, in a file and on a server.
 *
 * <p>Usage: {@code java Growth.java [file|server]}, from the repository's root, after {@code make build}. {@code
 * KOPILKA_BENCH_ROWS} (1,000,000) purchases of a tenth as many members; 20 GB of disk for a million.
 */
final class Growth {
  private static final int TIMES = 10;

  private final Path folder;
  private final Optional<Cluster> cluster;

  private Growth(Path folder, Optional<Cluster> cluster) {
    this.folder = folder;
    this.cluster = cluster;
  }

  public static void main(String[] args) throws Exception {
    var set = System.getenv("KOPILKA_BENCH_ROWS");
    var rows = Long.parseLong(set == null || set.isEmpty() ? "1000000" : set);
    var folder = Files.createTempDirectory("kopilka-bench-growth");
    try {
      write(folder, "small", rows);
      write(folder, "large", rows * TIMES);
      var programme = Path.of("src/main/resources/dev/kopilka/examples/retail_en.yaml");
      Files.copy(programme, folder.resolve("retail.yaml"), StandardCopyOption.REPLACE_EXISTING);
      if (!Arrays.asList(args).contains("server")) new Growth(folder, Optional.empty()).run("a file", rows);
      if (!Arrays.asList(args).contains("file")) {
        try (var cluster = new Cluster(folder)) {
          new Growth(folder, Optional.of(cluster)).run("a server", rows);
        }
      }
    } finally {
      Ran.of(Path.of("."), List.of("rm", "-rf", folder.toString()), "");
    }
  }

  private static void write(Path folder, String name, long rows) throws Exception {
    var data = new Data(Math.max(10, rows / 10), false);
    data.members(folder.resolve(name + "-members.csv"));
    data.purchases(folder.resolve(name + "-purchases.csv"), rows);
  }

  private void run(String where, long rows) throws Exception {
    System.out.printf("%nin %s: seconds, and the most memory in MB%n", where);
    var small = load("small", rows);
    var large = load("large", rows * TIMES);
    System.out.printf(Locale.ROOT, "  %-38s %10.2f (goal at most 13)%n", "ten times as much takes", large / small);
  }

  /** The seconds that the import of the purchases took. */
  private double load(String name, long rows) throws Exception {
    if (cluster.isPresent()) cluster.get().database(name);
    ours(name, "init");
    ours(name, "program", "apply", "retail.yaml", "--effective", "2024-10-01", "--order", "1");
    say(ours(name, "enroll", "import", name + "-members.csv"), Math.max(10, rows / 10), "members");
    var ran = ours(name, "accrue", "import", name + "-purchases.csv", "--expect-rows", Long.toString(rows));
    say(ran, rows, "purchases");
    return ran.seconds();
  }

  private static void say(Ran ran, long rows, String what) {
    System.out.printf(Locale.ROOT, "  %-38s %10.2f %8d%n", String.format(Locale.ROOT, "%,d %s", rows, what), ran.seconds(), ran.peak() / 1024);
  }

  private Ran ours(String ledger, String... words) throws Exception {
    var database = cluster.isPresent() ? Cluster.url(ledger) : ledger + ".db";
    var command = new ArrayList<>(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q", "-d", database));
    command.addAll(Arrays.asList(words));
    return Ran.of(folder, command, "");
  }
}
