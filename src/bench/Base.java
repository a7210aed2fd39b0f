import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Asks everything that is asked of members of a whole base, in a file and on a server, and holds the answers against
 * each other: they must be the same bytes.
 *
 * <p>Usage: {@code java Base.java}, from the repository's root, after {@code make build}. {@code KOPILKA_BENCH_ROWS}
 * (10,000,000) purchases of a tenth as many members, who redeem a tenth as often; 30 GB of disk and 25 minutes. The
 * server is a {@link Cluster}.
 */
final class Base {
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
  private static final String DAY = " --as-of 2026-11-20";
  private static final List<String> LINES =
      List.of(
          "segment rfm --window all -o csv" + DAY,
          "segment rfm --window P365D --summary" + DAY,
          "segment run -o csv",
          "segment list --overlaps",
          "segment portrait sleeping",
          "segment lifecycle --by-month --from 2026-01-01 --to 2026-11-20",
          "segment clv --summary" + DAY,
          "report cohorts --to 2026-10-31",
          "report kpi --by month --from 2025-11-01 --to 2026-10-31",
          "report liability" + DAY,
          "report liability --method chain_ladder" + DAY,
          "report liability --method survival" + DAY,
          "report liability --method ifrs15 --expected 80%" + DAY,
          "report expiry" + DAY,
          "report channels --from 2025-11-01 --to 2026-10-31",
          "pilot assign letter --from 2026-08-01 --salt bench --columns arm,members",
          "pilot result letter --measure spend --to 2026-10-31");

  private final Path folder;
  private final Map<String, String> answers = new HashMap<>();

  private Base(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var set = System.getenv("KOPILKA_BENCH_ROWS");
    var rows = Long.parseLong(set == null || set.isEmpty() ? "10000000" : set);
    var folder = Files.createTempDirectory("kopilka-bench-base");
    try (var cluster = new Cluster(folder)) {
      var base = new Base(folder);
      base.write(rows);
      System.out.printf(Locale.ROOT, "%,d purchases of %,d members%n", rows, rows / 10);
      base.run("file", folder.resolve("club.db").toString());
      cluster.database("club");
      base.run("server", Cluster.url("club"));
    } finally {
      Ran.of(Path.of("."), List.of("rm", "-rf", folder.toString()), "");
    }
  }

  private void write(long rows) throws Exception {
    var data = new Data(rows / 10, false);
    data.members(folder.resolve("members.csv"));
    data.purchases(folder.resolve("purchases.csv"), rows);
    balances(rows / 10);
    redemptions(rows / 10);
    var programme = Path.of("src/main/resources/dev/kopilka/examples/retail_en.yaml");
    Files.copy(programme, folder.resolve("retail.yaml"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** On which day the member got points for the first time. */
  private static LocalDate first(long member) {
    return LocalDate.of(2024, 11, 1).plusMonths(member % 12);
  }

  /** What everybody had before. */
  private void balances(long members) throws Exception {
    try (var out = Files.newBufferedWriter(folder.resolve("balances.csv"))) {
      out.write("id,member,points,earned_at,active_from,expires_on,reason\n");
      for (var i = 1L; i <= members; i++) {
        out.write(String.format(Locale.ROOT, "open-%d,M%08d,5000,%s,%s,2027-12-31,migration%n", i, i, first(i), first(i)));
      }
    }
  }

  /** Over two years: what is earned in a month is redeemed in it and in those after it. */
  private void redemptions(long rows) throws Exception {
    var random = new SplittableRandom(7);
    try (var out = Files.newBufferedWriter(folder.resolve("redemptions.csv"))) {
      out.write("id,member,occurred_at,points\n");
      for (var i = 1L; i <= rows; i++) {
        var member = 1 + random.nextLong(rows);
        var first = first(member).plusDays(1);
        var at = first.plusDays(random.nextLong(ChronoUnit.DAYS.between(first, LAST)));
        out.write(String.format(Locale.ROOT, "S%d,M%08d,%s,%d%n", i, member, at, 300 + random.nextInt(40)));
      }
    }
  }

  private void run(String where, String place) throws Exception {
    System.out.printf("%n%-66s %8s %10s %6s%n", "on a " + where, "seconds", "processor", "MB");
    ours(place, "init");
    ours(place, "program apply retail.yaml --effective 2024-10-01 --order 1");
    for (var line : List.of("enroll import members.csv", "accrue import purchases.csv", "accrue import balances.csv", "redeem import redemptions.csv")) {
      tell(line, ours(place, line), "");
    }
    for (var line : LINES) {
      var ran = ours(place, line);
      var before = Optional.ofNullable(answers.putIfAbsent(line, ran.said()));
      tell(line, ran, before.map(said -> compared(said, ran.said())).orElse(""));
    }
  }

  /** But for the moment at which it was asked. */
  private static String compared(String file, String server) {
    var theirs = server.lines().iterator();
    var first = file.lines().filter(line -> !theirs.hasNext() || !theirs.next().equals(line) && !line.startsWith("read_at")).findFirst();
    return first.isEmpty() && !theirs.hasNext() ? "the same" : "ANOTHER ANSWER, in the file " + first.orElse("shorter");
  }

  private static void tell(String line, Ran ran, String told) {
    System.out.printf(Locale.ROOT, "%-66s %8.1f %10.1f %6d %s%n", line, ran.seconds(), ran.processor(), ran.peak() / 1024, told);
  }

  private Ran ours(String place, String line) throws Exception {
    var command = new ArrayList<>(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q", "-d", place));
    command.addAll(List.of(line.split(" ")));
    return Ran.saying(folder, command, "");
  }
}
