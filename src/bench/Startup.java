import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures a start of Kopilka as the user feels it: the whole process, launcher included, against a
 * command of the same kind (sqlite-utils on the same file) and against a bare Java. Runs are
 * interleaved, so that a busy moment of the machine falls on all of them alike.
 *
 * <p>Usage: {@code java Startup.java [ROUNDS]}, from the repository's root, after {@code make
 * build}.
 */
final class Startup {
  /** The goals of issue 2, as ratios of medians. */
  private static final double OVER_SQLITE_UTILS = 1.6;

  private static final double OVER_HELLO = 5;

  private final Path folder;
  private final Path ledger;

  private Startup(Path folder) {
    this.folder = folder;
    this.ledger = folder.resolve("bench.db");
  }

  public static void main(String[] args) throws Exception {
    var rounds = args.length > 0 ? Integer.parseInt(args[0]) : 21;
    var folder = Files.createTempDirectory("kopilka-bench");
    try {
      new Startup(folder).run(rounds);
    } finally {
      remove(folder);
    }
  }

  private void run(int rounds) throws Exception {
    prepare();
    var commands = commands();
    var times = new LinkedHashMap<String, long[]>();
    commands.keySet().forEach(name -> times.put(name, new long[rounds]));
    // Two rounds that are not counted bring every file into the system's cache.
    for (int round = -2; round < rounds; round++) {
      for (var command : commands.entrySet()) {
        var nanos = time(command.getValue());
        if (round >= 0) times.get(command.getKey())[round] = nanos;
      }
    }
    report(times, rounds);
    System.out.printf(
        Locale.ROOT,
        "%nClasses that `member show` asks for: %d (without the cache, which preloads what it"
            + " holds: %d with it).%n",
        classes("off"),
        classes("on"));
  }

  private void prepare() throws Exception {
    var programme = folder.resolve("programme.yaml");
    must(kopilka("init", "--quiet"));
    Files.writeString(programme, output(kopilka("program", "example", "retail")));
    must(
        kopilka(
            "program", "apply", programme.toString(), "--effective", "2020-01-01", "--order", "1"));
    must(kopilka("enroll", "add", "1001", "--name", "Анна", "--enrolled-at", "2026-01-02"));
    must(
        kopilka(
            "accrue", "purchase", "1001", "--id", "r-1", "--amount", "1500", "--at", "2026-01-03"));
    var hello = folder.resolve("Hello.java");
    Files.writeString(
        hello, "class Hello { public static void main(String[] a) { System.out.println(1); } }");
    must(List.of(java("javac"), "-d", folder.toString(), hello.toString()));
  }

  private Map<String, List<String>> commands() {
    var commands = new LinkedHashMap<String, List<String>>();
    commands.put(
        "hello",
        List.of(
            java("java"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            folder.toString(),
            "Hello"));
    commands.put("member show -o json", kopilka("member", "show", "1001", "-o", "json"));
    commands.put("--help", List.of("cli/kopilka", "--help"));
    commands.put("--version", List.of("cli/kopilka", "--version"));
    if (isInstalled("sqlite-utils")) {
      commands.put(
          "sqlite-utils query",
          List.of("sqlite-utils", "query", ledger.toString(), "select * from account"));
    } else {
      System.out.println(
          "sqlite-utils is not installed (Debian's package of that name): nothing to compare"
              + " with.");
    }
    return commands;
  }

  private static void report(Map<String, long[]> times, int rounds) {
    System.out.printf(
        Locale.ROOT,
        "%-22s %10s %10s %10s   (ms, %d interleaved runs)%n",
        "command",
        "median",
        "least",
        "most",
        rounds);
    var medians = new LinkedHashMap<String, Double>();
    times.forEach((name, nanos) -> {
      Arrays.sort(nanos);
      medians.put(name, nanos[nanos.length / 2] / 1e6);
      System.out.printf(
          Locale.ROOT,
          "%-22s %10.1f %10.1f %10.1f%n",
          name,
          nanos[nanos.length / 2] / 1e6,
          nanos[0] / 1e6,
          nanos[nanos.length - 1] / 1e6);
    });
    System.out.println();
    compare(medians, "member show -o json", "sqlite-utils query", OVER_SQLITE_UTILS);
    compare(medians, "member show -o json", "hello", OVER_HELLO);
    compare(medians, "--help", "member show -o json", 1.0);
  }

  private static void compare(
      Map<String, Double> medians, String ours, String theirs, double goal) {
    if (!medians.containsKey(theirs)) return;
    var ratio = medians.get(ours) / medians.get(theirs);
    System.out.printf(
        Locale.ROOT,
        "%s / %s: %.2f (goal: at most %.1f) %s%n",
        ours,
        theirs,
        ratio,
        goal,
        ratio <= goal ? "reached" : "MISSED");
  }

  private int classes(String cache) throws Exception {
    var log = folder.resolve("classes-" + cache);
    var builder = new ProcessBuilder(kopilka("member", "show", "1001", "-o", "json"));
    builder.environment().put("KOPILKA_CACHE", cache);
    builder.environment().put("KOPILKA_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
    finish(builder);
    try (var lines = Files.lines(log)) {
      return (int) lines.filter(line -> line.contains(" source: ")).count();
    }
  }

  private List<String> kopilka(String... words) {
    var command = new ArrayList<>(List.of("cli/kopilka", "--db", ledger.toString()));
    command.addAll(List.of(words));
    return command;
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
  }

  private static long time(List<String> command) throws Exception {
    var start = System.nanoTime();
    finish(new ProcessBuilder(command));
    return System.nanoTime() - start;
  }

  private static void must(List<String> command) throws Exception {
    finish(new ProcessBuilder(command));
  }

  private static String output(List<String> command) throws Exception {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var text =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0)
      throw new IOException(command + " ended with " + process.exitValue());
    return text;
  }

  private static void finish(ProcessBuilder builder) throws Exception {
    builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
    var process = builder.start();
    if (process.waitFor() != 0)
      throw new IOException(builder.command() + " ended with " + process.exitValue());
  }

  private static void remove(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList())
        Files.delete(path);
    }
  }
}
