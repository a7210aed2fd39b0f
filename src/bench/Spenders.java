import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Database;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Many tills at once: each thread has a connection of its own and redeems one time after the other, each in a
 * transaction. Usage: {@code java -cp target/kopilka/lib/* Spenders.java URL MEMBERS}. Warm by then, it says {@code
 * ready}, and goes by lines of its input: {@code CLIENTS MEMBERS SECONDS}, each answered by a line.
 */
final class Spenders {
  private static final long SECOND = 1_000_000_000L;
  private static final int[] WARM_UP = {45, 4};

  private Spenders() {}

  /** What one till did after the first second; times in nanoseconds. */
  private record Done(long[] times, long refused) {}

  public static void main(String[] args) throws Exception {
    together(args[0], WARM_UP[1], WARM_UP[0], Long.parseLong(args[1]));
    System.out.println("ready");
    for (var line : (Iterable<String>) new BufferedReader(new InputStreamReader(System.in)).lines()::iterator) {
      var asked = Arrays.stream(line.split(" ")).mapToInt(Integer::parseInt).toArray();
      report(together(args[0], asked[0], asked[2], asked[1]), asked[2]);
    }
  }

  private static List<Done> together(String url, int clients, int seconds, long members) throws Exception {
    var start = System.nanoTime() + SECOND;
    var end = start + seconds * SECOND;
    var work = new ArrayList<Callable<Done>>();
    for (var i = 0; i < clients; i++) {
      var random = new SplittableRandom(System.nanoTime() + i);
      work.add(() -> spend(url, members, random, new long[] {start, end}));
    }
    var all = new ArrayList<Done>();
    try (var threads = Executors.newFixedThreadPool(clients)) {
      for (var done : threads.invokeAll(work)) all.add(done.get());
    }
    return all;
  }

  private static Done spend(String url, long members, SplittableRandom random, long[] time) {
    var times = new ArrayList<Long>();
    var refused = 0L;
    try (var database = Database.open(url)) {
      ProgrammeHistory programmes = database.read(Versions::load);
      while (System.nanoTime() < time[1]) {
        var began = System.nanoTime();
        var now = System.currentTimeMillis();
        var member = String.format(Locale.ROOT, "M%08d", 1 + random.nextLong(members));
        var key = new Key("bench", UUID.randomUUID().toString());
        var request = new Request(EventKind.REDEMPTION, key, member, now, Facts.NONE.withPoints(100));
        var answer =
            database.writeKeyed(
                false,
                unit -> new Posting(unit, programmes, new Pen("bench", now, new Chain())).post(List.of(request)).getFirst());
        if (!(answer instanceof Answer.Recorded)) refused++;
        if (began >= time[0]) times.add(System.nanoTime() - began);
      }
    }
    return new Done(times.stream().mapToLong(Long::longValue).toArray(), refused);
  }

  private static void report(List<Done> all, int seconds) {
    var times = all.stream().flatMapToLong(done -> Arrays.stream(done.times)).sorted().toArray();
    var refused = all.stream().mapToLong(Done::refused).sum();
    System.out.printf(
        Locale.ROOT,
        "tps = %.1f, median %.2f ms, p99 %.2f ms, refused %d%n",
        (double) times.length / seconds,
        times[times.length / 2] / 1e6,
        times[(int) (times.length * 0.99)] / 1e6,
        refused);
  }
}
