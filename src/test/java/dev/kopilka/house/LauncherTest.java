package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher as `make build` left it: it starts what was built, from anywhere, in any locale. */
class LauncherTest {
  private static final Path BUILT = Path.of("target/kopilka");
  private static final Path LAUNCHER = Path.of("cli/kopilka");

  @TempDir private Path folder;

  @BeforeEach
  void isBuilt() {
    assumeTrue(Files.exists(BUILT.resolve("launch")), "`make test` builds the launcher first");
  }

  @Test
  void startsTheJarThatWasPackagedLast() throws Exception {
    assertArrayEquals(
        Files.readAllBytes(Path.of("target/kopilka.jar")),
        Files.readAllBytes(BUILT.resolve("lib/kopilka.jar")),
        "target/kopilka is older than target/kopilka.jar: run `make build`");
  }

  @Test
  void namesEveryJarOnce() throws Exception {
    var named = List.of(launch().getProperty("jars").split(","));

    assertEquals(jars(), new TreeSet<>(named));
    assertEquals(jars().size(), named.size());
  }

  @Test
  void usesACacheThatWasMadeFromTheseVeryJars() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    for (String jar : jars()) digest.update(Files.readAllBytes(BUILT.resolve("lib").resolve(jar)));
    var hash = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    assertEquals("cache/" + hash, launch().getProperty("cache"));
    for (String mode : List.of("short", "long", "short-server", "long-server")) {
      assertTrue(Files.size(BUILT.resolve("cache/" + hash + "-" + mode + ".aot")) > 1_000_000);
    }
  }

  @Test
  void saysTheSameWithAndWithoutTheCache() throws Exception {
    var with = Started.of(LAUNCHER, "--version").run(folder);
    var without = Started.of(LAUNCHER, "--version").with("KOPILKA_CACHE", "off").run(folder);
    assertEquals(new Started.Ended(0, with.out(), ""), with);
    assertEquals(with, without);
  }

  /** Nobody listens there; but by then the driver was loaded, and from where is told by Java. */
  @ParameterizedTest
  @ValueSource(strings = {"member list", "report kpi"})
  void takesTheDriverOfAServerFromACache(String line) throws Exception {
    var loaded = folder.resolve("loaded");
    var ended =
        Started.of(LAUNCHER, line.split(" "))
            .with("KOPILKA_DB", "jdbc:postgresql://127.0.0.1:1/club")
            .with("KOPILKA_JAVA_OPTIONS", "-Xlog:class+load:file=" + loaded)
            .run(folder);
    assertEquals(7, ended.code(), ended::err);
    var driver =
        Files.readAllLines(loaded).stream().filter(said -> said.contains(" org.postgresql.")).toList();
    assertFalse(driver.isEmpty());
    var elsewhere = driver.stream().filter(said -> !said.contains("shared objects file")).count();
    assertTrue(elsewhere * 10 < driver.size(), () -> String.join("\n", driver));
  }

  @Test
  void isSilentWhenAnotherJavaRefusesTheCache() throws Exception {
    // Objects of another layout are what another build of Java looks like to the cache.
    var ended =
        Started.of(LAUNCHER, "--version")
            .with("KOPILKA_JAVA_OPTIONS", "-XX:+UseCompactObjectHeaders")
            .run(folder);
    assertEquals(Started.of(LAUNCHER, "--version").run(folder), ended);
  }

  @Test
  void keepsCyrillicInAnyLocale() throws Exception {
    for (String locale : List.of("C", "POSIX", "", "ru_RU.UTF-8", "ru_RU.KOI8-R", "nonsense")) {
      var ended = Started.of(LAUNCHER, "привет").with("LC_ALL", locale).run(folder);
      assertEquals(2, ended.code(), ended::err);
      assertTrue(
          ended.err().contains("`kopilka привет`"), () -> "under " + locale + ": " + ended.err());
    }
  }

  @Test
  void tellsTheUsersLanguageApartFromTheEncoding() throws Exception {
    var russian = Started.of(LAUNCHER, "--help").with("LC_ALL", "ru_RU.KOI8-R").run(folder);
    assertTrue(russian.out().contains("Команды"), russian::out);
    var english = Started.of(LAUNCHER, "--help").with("LC_ALL", "C").run(folder);
    assertTrue(english.out().contains("Commands"), english::out);
  }

  @Test
  void isFoundThroughSymbolicLinks() throws Exception {
    var one = Files.createSymbolicLink(folder.resolve("one"), LAUNCHER.toAbsolutePath());
    var two = Files.createSymbolicLink(folder.resolve("two"), Path.of("one"));
    var codes =
        List.of(
            Started.of(one, "--version").run(folder).code(),
            Started.of(two, "--version").run(folder).code());
    // JUnit warns of links that lead out of its folder when it removes them itself.
    Files.delete(two);
    Files.delete(one);
    assertEquals(List.of(0, 0), codes);
  }

  @ParameterizedTest
  @CsvSource({"help exit-codes <&-, 0", "help exit-codes >&-, 7", "help exit-codes 2>&-, 0", "accrue import - <&-, 7"})
  void aClosedStreamIsNoFile(String line, int code) throws Exception {
    var shell = new ProcessBuilder("sh", "-c", LAUNCHER.toAbsolutePath() + " " + line);
    assertEquals(code, shell.directory(folder.toFile()).start().waitFor());
  }

  @Test
  void passesAnOldJavaOver() throws Exception {
    var old = Files.createDirectories(folder.resolve("old/bin"));
    var java = Files.writeString(old.resolve("java"), "#!/bin/sh\necho old\n");
    assertTrue(java.toFile().setExecutable(true));
    Files.writeString(
        folder.resolve("old/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"17.0.15\"\n");
    var ended =
        Started.of(LAUNCHER, "--version")
            .with("KOPILKA_JAVA_HOME", folder.resolve("old").toString())
            .run(folder);
    assertTrue(ended.out().startsWith("kopilka "), ended::out);
  }

  private static TreeSet<String> jars() {
    var jars = new TreeSet<String>();
    for (Path jar : House.files(BUILT.resolve("lib"), ".jar"))
      jars.add(jar.getFileName().toString());
    return jars;
  }

  private static Properties launch() throws IOException {
    var launch = new Properties();
    try (var reader = Files.newBufferedReader(BUILT.resolve("launch"))) {
      launch.load(reader);
    }
    return launch;
  }
}
