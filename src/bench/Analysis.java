import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures what reads every purchase and thinks about it: lifetime value and cohorts. Members come back, leave and spend
 * as BG/NBD and Gamma-Gamma say, so what {@code segment clv} finds can be held against what the data were made with.
 *
 * <p>Usage: {@code java Analysis.java}, from the repository's root, after {@code make build}. {@code
 * KOPILKA_BENCH_MEMBERS} (100,000) members with some ten purchases each, {@code KOPILKA_BENCH_ROUNDS} (3).
 */
final class Analysis {
  private static final double[] BUYING = {0.9, 4, 0.5, 6};
  private static final double[] SPENDING = {6, 4, 1500};
  private static final LocalDate FIRST = LocalDate.of(2024, 11, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
  private static final int JOINING_DAYS = 540;
  private static final double WEEK = 7;

  private final SplittableRandom random = new SplittableRandom(5);
  private final Path folder;

  private Analysis(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory("kopilka-bench-analysis");
    try {
      new Analysis(folder).run(set("KOPILKA_BENCH_MEMBERS", 100_000), set("KOPILKA_BENCH_ROUNDS", 3));
    } finally {
      Ran.of(Path.of("."), List.of("rm", "-rf", folder.toString()), "");
    }
  }

  private static int set(String name, int otherwise) {
    var text = System.getenv(name);
    return text == null || text.isEmpty() ? otherwise : Integer.parseInt(text);
  }

  private void run(int members, int rounds) throws Exception {
    var purchases = write(members);
    var programme = Path.of("src/main/resources/dev/kopilka/examples/retail_en.yaml");
    Files.copy(programme, folder.resolve("retail.yaml"), StandardCopyOption.REPLACE_EXISTING);
    ours("init");
    ours("program", "apply", "retail.yaml", "--effective", "2024-10-01", "--order", "1");
    ours("enroll", "import", "members.csv");
    ours("accrue", "import", "purchases.csv");
    System.out.printf(Locale.ROOT, "%,d members, %,d purchases; %d rounds%n", members, purchases, rounds);
    System.out.printf("%-52s %8s %10s %8s%n", "command", "seconds", "processor", "MB");
    for (var line : List.of("segment clv --summary", "segment clv -o csv", "report cohorts", "report cohorts --by first_purchase", "report kpi --by month")) {
      measure(line + (line.contains("clv") ? " --as-of " : " --to ") + LAST, rounds);
    }
    System.out.println("made with r, alpha, a, b " + Arrays.toString(BUYING) + "; p, q, gamma " + Arrays.toString(SPENDING));
    System.out.print(ours("segment", "clv", "--summary", "--as-of", LAST.toString()).said());
  }

  private void measure(String line, int rounds) throws Exception {
    var seconds = new double[rounds];
    var processor = new double[rounds];
    var most = 0L;
    for (var round = 0; round < rounds; round++) {
      var ran = ours(line.split(" "));
      seconds[round] = ran.seconds();
      processor[round] = ran.processor();
      most = Math.max(most, ran.peak());
    }
    Arrays.sort(seconds);
    Arrays.sort(processor);
    System.out.printf(Locale.ROOT, "%-52s %8.2f %10.2f %8d%n", line, seconds[rounds / 2], processor[rounds / 2], most / 1024);
  }

  private Ran ours(String... words) throws Exception {
    var command = new ArrayList<>(List.of(Path.of("cli/kopilka").toAbsolutePath().toString(), "-q", "-d", "club.db"));
    command.addAll(Arrays.asList(words));
    return Ran.saying(folder, command, "");
  }

  /** Writes members in the order of their codes with all that each of them buys; answers how many purchases. */
  private long write(int members) throws IOException {
    var purchases = 0L;
    try (var people = Files.newBufferedWriter(folder.resolve("members.csv"));
        var receipts = Files.newBufferedWriter(folder.resolve("purchases.csv"))) {
      people.write("member,enrolled_at,channel\n");
      receipts.write("id,member,occurred_at,amount\n");
      for (var i = 1; i <= members; i++) {
        var code = String.format(Locale.ROOT, "M%08d", i);
        var joined = FIRST.plusDays(random.nextInt(JOINING_DAYS));
        people.write(code + "," + joined + ",store\n");
        purchases += buy(receipts, code, joined);
      }
    }
    return purchases;
  }

  private long buy(BufferedWriter receipts, String code, LocalDate joined) throws IOException {
    var pace = gamma(BUYING[0]) / BUYING[1];
    var one = gamma(BUYING[2]);
    var leaving = one / (one + gamma(BUYING[3]));
    var spend = gamma(SPENDING[1]) / SPENDING[2];
    var count = 0L;
    for (var week = 0.0; ; week += -Math.log(1 - random.nextDouble()) / pace) {
      // Weeks beyond what a day can be are as good as never.
      var day = joined.plusDays((long) Math.min(1e6, Math.floor(week * WEEK)));
      if (day.isAfter(LAST)) return count;
      var money = Math.max(0.01, gamma(SPENDING[0]) / spend);
      receipts.write(code + "-" + ++count + "," + code + "," + day + ",");
      receipts.write(String.format(Locale.ROOT, "%.2f%n", money));
      // The first purchase is no occasion to leave.
      if (count > 1 && random.nextDouble() < leaving) return count;
    }
  }

  /** Marsaglia and Tsang (2000); of scale 1. */
  private double gamma(double shape) {
    if (shape < 1) return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
    var d = shape - 1.0 / 3;
    while (true) {
      var x = random.nextGaussian();
      var v = Math.pow(1 + x / Math.sqrt(9 * d), 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  }
}
