import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes the files that the benchmarks import, the same bytes for the same sizes on every machine.
 * Receipts come in the order of time, buyers in no order. Ids are the hard case by default: text in
 * no order at all, as tills that number in UUIDs write it; {@code ordered} ids are the easy one.
 */
final class Data {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final String[] CATEGORIES = {
    "coffee", "tea", "bakery", "household", "dairy", "fruit", "tobacco", "gift-card"
  };

  private final long members;
  private final boolean hasOrderedIds;

  Data(long members, boolean hasOrderedIds) {
    this.members = members;
    this.hasOrderedIds = hasOrderedIds;
  }

  /** Participants with a name, a phone and an e-mail each; they joined before any purchase. */
  void members(Path file) throws IOException {
    var random = new SplittableRandom(1);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("member,name,phone,email,city,enrolled_at,channel\n");
      for (long i = 1; i <= members; i++) {
        out.write(code(i) + ",Member Number" + i + ",+79" + digits(i, 9) + ",m" + i + "@example.org,");
        out.write("Town" + random.nextInt(200) + ",2024-11-01,store\n");
      }
    }
  }

  /** Receipts of one line each over a year that ended before the ledger's today. */
  void purchases(Path file, long rows) throws IOException {
    var random = new SplittableRandom(2);
    var start = LocalDateTime.of(2025, 11, 1, 8, 0);
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id,member,occurred_at,amount,channel,store,category\n");
      for (long i = 1; i <= rows; i++) {
        var at = start.plusSeconds((long) (i * (365.0 * 86_400 / rows)));
        var kopecks = 5_000 + random.nextInt(395_000);
        out.write(id(random, i) + ',' + code(1 + random.nextLong(members)) + ',' + TIME.format(at));
        out.write("," + kopecks / 100 + '.' + digits(kopecks % 100, 2) + ",store,S");
        out.write(digits(1 + random.nextInt(120), 3) + ',');
        out.write(CATEGORIES[random.nextInt(CATEGORIES.length)] + '\n');
      }
    }
  }

  /** Opening balances that the redemptions can be paid from. */
  void balances(Path file) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("id,member,points,earned_at,active_from,expires_on,reason\n");
      for (long i = 1; i <= members; i++) {
        out.write("open-" + i + ',' + code(i) + ",5000,2025-11-01,2025-11-01,2027-12-31,migration\n");
      }
    }
  }

  void redemptions(Path file, long rows) throws IOException {
    var random = new SplittableRandom(3);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,member,occurred_at,points\n");
      for (long i = 1; i <= rows; i++) {
        out.write(id(random, i) + ',' + code(1 + random.nextLong(members)));
        out.write(",2026-11-20T12:00:00," + (100 + random.nextInt(20)) + '\n');
      }
    }
  }

  private String id(SplittableRandom random, long number) {
    return hasOrderedIds
        ? "R" + digits(number, 9)
        : String.format(Locale.ROOT, "T%015x", random.nextLong());
  }

  private static String code(long number) {
    return "M" + digits(number, 8);
  }

  private static String digits(long number, int width) {
    var text = Long.toString(number);
    return "0".repeat(Math.max(0, width - text.length())) + text;
  }

  /** {@code java Data.java FOLDER PURCHASES MEMBERS [ordered]}: writes the files without measuring. */
  public static void main(String[] args) throws IOException {
    var folder = Files.createDirectories(Path.of(args[0]));
    var data = new Data(Long.parseLong(args[2]), args.length > 3);
    data.members(folder.resolve("members.csv"));
    data.purchases(folder.resolve("purchases.csv"), Long.parseLong(args[1]));
    data.balances(folder.resolve("balances.csv"));
    data.redemptions(folder.resolve("redemptions.csv"), Math.max(1, Long.parseLong(args[1]) / 10));
  }
}
