package dev.kopilka.transcript;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A real shell in a folder of its own, in which {@code kopilka} is the code under test. */
final class Shell {
  private static final String MARK = "@@kopilka-transcript@@";

  /** Comes every ten seconds: how often tells of the machine and not of the page. */
  private static final Pattern PROGRESS =
      Pattern.compile(".+: [\\d,\\s\\h]+ (rows?|строк\\p{L}*), [\\d,\\s\\h]+ (a second|в секунду).*\\.");

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path BUILT = Path.of("target/kopilka");
  private static final Path LAUNCHER = Path.of("cli/kopilka");

  private final Path folder;
  private final Path bin;
  private final boolean clock;
  private final Where where;

  /**
   * @param clock whether the day is fixed; a README is pasted on any day and must not need it
   * @param where the page's ledger is
   */
  Shell(Path folder, boolean clock, Where where) throws IOException {
    this.folder = folder;
    this.clock = clock;
    this.where = where;
    this.bin = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-bin"));
    var kopilka = bin.resolve("kopilka");
    // A program that was just written cannot be run while a page beside it starts a process, which for a moment
    // holds all that was open: "text file busy".
    if (isBuilt()) {
      Files.createSymbolicLink(kopilka, LAUNCHER.toAbsolutePath());
    } else {
      Files.writeString(kopilka, compiled());
      Files.setPosixFilePermissions(kopilka, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Whether `make build` has packed the classes as they are; what it has made starts sooner. */
  private static boolean isBuilt() throws IOException {
    if (Files.notExists(BUILT.resolve("launch"))) return false;
    var packed = Files.getLastModifiedTime(BUILT.resolve("lib/kopilka.jar"));
    try (var classes = Files.walk(CLASSES)) {
      return classes.noneMatch(file -> file.toFile().lastModified() > packed.toMillis());
    }
  }

  private static String compiled() {
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    // Under surefire the class path that counts is the one it was handed, not its own booter jar.
    var classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    // The locale tells the language and must not tell the encoding: as the launcher does it.
    return "#!/bin/sh\nKOPILKA_LOCALE=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} LC_ALL=C.UTF-8\n"
        + "export KOPILKA_LOCALE LC_ALL\nexec \"" + java + "\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
        + " --enable-native-access=ALL-UNNAMED -cp \"" + classes
        + "\" dev.kopilka.app.Main \"$@\"\n";
  }

  /** What each command printed, line by line, with {@code [exit N]} after those that failed. */
  List<List<String>> run(List<String> commands) throws IOException, InterruptedException {
    var script = new StringBuilder();
    for (var command : commands) {
      script.append(where.typed(command)).append("\n").append("echo \"").append(MARK).append("$?\"\n");
    }
    var file = Files.writeString(bin.resolve("commands"), script);
    var builder = new ProcessBuilder("sh", file.toString()).directory(folder.toFile());
    var environment = builder.environment();
    environment.put("PATH", bin + ":" + environment.get("PATH"));
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("HOME", folder.toString());
    environment.put("KOPILKA_ACTOR", "olga");
    // What a page starts ends before the second compiler pays for itself, on a machine that is busy anyway.
    environment.put("KOPILKA_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    if (clock) environment.put("KOPILKA_CLOCK", "2026-03-10T09:00:00Z");
    where.variable().ifPresent(location -> environment.put("KOPILKA_DB", location));
    environment.remove("KOPILKA_LANG");
    environment.remove("XDG_CONFIG_HOME");
    var process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    var printed = split(process);
    // JUnit warns of links that lead out of its folder when it removes them itself.
    Files.delete(bin.resolve("kopilka"));
    return printed;
  }

  private List<List<String>> split(Process process)
      throws IOException, InterruptedException {
    var all = new ArrayList<List<String>>();
    var printed = new ArrayList<String>();
    try (var reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        if (PROGRESS.matcher(line).matches()) continue;
        line = where.shown(line, printed.isEmpty() ? "" : printed.getLast());
        var mark = line.indexOf(MARK);
        if (mark < 0) {
          printed.add(line);
          continue;
        }
        // A command may end its output without a line feed.
        if (mark > 0) printed.add(line.substring(0, mark));
        var code = line.substring(mark + MARK.length());
        if (!code.equals("0")) printed.add("[exit " + code + "]");
        all.add(List.copyOf(printed));
        printed.clear();
      }
    }
    process.waitFor();
    return all;
  }
}
