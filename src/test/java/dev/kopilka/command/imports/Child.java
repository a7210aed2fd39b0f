package dev.kopilka.command.imports;

import dev.kopilka.home.Ledgers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, which can be killed. */
public final class Child {
  private final Process process;
  private final Path err;

  private Child(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /** Starts it over the shop's ledger, at the moment of all tests. */
  static Child start(Shop shop, String... words) throws IOException {
    return start(shop, "-Xmx256m", words);
  }

  /** Starts it with an option of the virtual machine's own. */
  static Child start(Shop shop, String memory, String[] words) throws IOException {
    var line = new ArrayList<>(java(memory));
    line.addAll(List.of(words));
    return started(shop, new ProcessBuilder(line));
  }

  /** A line of a shell, in which {@code $K} is the command. */
  static Child shell(Shop shop, String line) throws IOException {
    var builder = new ProcessBuilder("sh", "-c", line);
    builder.environment().put("K", String.join(" ", java("-Xmx128m")));
    return started(shop, builder.directory(shop.folder.toFile()));
  }

  private static List<String> java(String memory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        memory,
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "dev.kopilka.app.Main");
  }

  /** Starts it in that folder over the ledger at a URL. */
  public static Child at(Path folder, String url, String... words) throws IOException {
    return at(folder, url, Map.of(), words);
  }

  /** The same with more in its environment. */
  public static Child at(Path folder, String url, Map<String, String> environment, String... words)
      throws IOException {
    var line = new ArrayList<>(java("-Xmx256m"));
    line.addAll(List.of(words));
    var builder = new ProcessBuilder(line);
    builder.environment().putAll(environment);
    return started(folder, url, builder);
  }

  private static Child started(Shop shop, ProcessBuilder builder) throws IOException {
    return started(shop.folder, Ledgers.at(shop.folder.resolve("kopilka.db")), builder);
  }

  private static Child started(Path folder, String ledger, ProcessBuilder builder)
      throws IOException {
    var err = Files.createTempFile(folder, "child", ".err");
    builder.redirectError(err.toFile()).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    var environment = builder.environment();
    environment.put("KOPILKA_DB", ledger);
    environment.put("KOPILKA_ACTOR", "tester");
    environment.put("KOPILKA_LANG", "en");
    environment.put("KOPILKA_CLOCK", "2026-11-22T12:00:00Z");
    environment.put("LC_ALL", "C.UTF-8");
    return new Child(builder.start(), err);
  }

  /** Whether it has ended within so many milliseconds. */
  public boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Sends it a signal by its name, such as TERM. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
  }

  public int exit() throws InterruptedException {
    return process.waitFor();
  }

  public String err() throws IOException {
    return Files.readString(err, StandardCharsets.UTF_8);
  }
}
