package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.command.imports.Child;
import dev.kopilka.home.Certificate;
import dev.kopilka.home.Cluster;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that lets people in by TLS and a password alone, and a certificate for localhost. */
class EntranceTest {
  private static final String SECRET = "geheim";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static Path password;
  private static Certificate ours;
  private static Certificate others;

  @BeforeAll
  static void start() throws Exception {
    ours = Certificate.of(folder.resolve("ours"), "localhost");
    others = Certificate.of(folder.resolve("others"), "localhost");
    password = kept("password", SECRET + "\n");
    cluster = Cluster.guarded(folder, ours, password);
    var made = typed("init", url("localhost"), "--password-file", password.toString());
    assertEquals(Exit.DONE, made.exit(), made.err());
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) cluster.close();
  }

  private static Path kept(String name, String text) throws IOException {
    var owners = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    return Files.writeString(Files.createFile(folder.resolve(name), owners), text);
  }

  private static String url(String host, String more) {
    return "jdbc:postgresql://" + host + ":" + cluster.port() + "/postgres?user=postgres" + more;
  }

  /** As a server elsewhere is reached without a word: its certificate and its name are checked. */
  private static String url(String host) {
    return url(host, "&sslmode=verify-full&sslrootcert=" + ours.file());
  }

  private static Typed typed(String command, String url, String... more) {
    var words = new String[more.length + 3];
    words[0] = command;
    words[1] = "--db";
    words[2] = url;
    System.arraycopy(more, 0, words, 3, more.length);
    return Typed.anywhere().run(words);
  }

  private static Typed info(String url, String way, String from) {
    return Typed.anywhere().run("db", "info", "--db", url, way, from);
  }

  private static void assertOutside(String code, Typed typed) {
    assertEquals(Exit.STORAGE, typed.exit(), typed.err());
    assertTrue(typed.err().contains(code), typed.err());
    assertFalse((typed.out() + typed.err()).contains(SECRET), typed.out() + typed.err());
  }

  @Test
  void eachWayToTellAPasswordLetsUsIn() throws Exception {
    var url = url("localhost");
    var byFile = info(url, "--password-file", password.toString());
    assertEquals(Exit.DONE, byFile.exit(), byFile.err());
    var byCommand = info(url, "--password-command", "cat '" + password + "'");
    assertEquals(Exit.DONE, byCommand.exit(), byCommand.err());
    var byVariable = Typed.anywhere().with("KOPILKA_PASSWORD", SECRET).run("db", "info", "--db", url);
    assertEquals(Exit.DONE, byVariable.exit(), byVariable.err());
  }

  @ParameterizedTest
  @CsvSource({"geheim, 0", "other, 7"})
  void thatOfLibpqIsReadByTheDriver(String secret, int exit) throws Exception {
    var line = "localhost:" + cluster.port() + ":postgres:postgres:" + secret + "\n";
    var pgpass = kept("pgpass-" + secret, line).toString();
    var child = Child.at(folder, url("localhost"), Map.of("PGPASSFILE", pgpass), "db", "info");
    assertEquals(exit, child.exit(), child.err());
    assertFalse(child.err().contains(secret), child.err());
  }

  @Test
  void whoeverHasNoneOrAnotherOneStaysOutside() throws Exception {
    var other = kept("other", SECRET + "er\n").toString();
    assertOutside("did not let us in", info(url("localhost"), "--password-file", other));
    assertOutside("did not let us in", typed("member", url("localhost"), "list"));
    var plain = url("localhost", "&sslmode=disable");
    assertOutside("did not let us in", info(plain, "--password-file", password.toString()));
  }

  @Test
  void aServerWithAnotherNameOrAnUnknownRootIsNotTalkedTo() {
    var secret = password.toString();
    var unknown = url("localhost", "&sslmode=verify-full&sslrootcert=" + others.file());
    assertOutside("is not signed by", info(unknown, "--password-file", secret));
    assertOutside("is for another name", info(url("127.0.0.1"), "--password-file", secret));
    // Whom the whole web trusts did not sign it either.
    var web = url("localhost", "&sslmode=verify-full");
    assertOutside("is not signed by", info(web, "--password-file", secret));
    var unnamed = url("127.0.0.1", "&sslmode=verify-ca&sslrootcert=" + ours.file());
    assertEquals(Exit.DONE, info(unnamed, "--password-file", secret).exit());
  }

  /** By a name that is not known to be this machine's, which may lie behind any network. */
  @Test
  void aServerWithoutTlsIsNotOneThatWantsAPassword() throws Exception {
    var bare = "jdbc:postgresql://127.1:" + Server.running().port() + "/postgres?user=postgres";
    for (var url : List.of(bare, Server.running().url("postgres") + "&sslmode=require")) {
      assertOutside("does not speak TLS", info(url, "--password-file", password.toString()));
    }
    assertOutside("There is no ledger", typed("member", bare + "&sslmode=disable", "list"));
    // The driver speaks the language of the machine.
    var russian = Map.of("JAVA_TOOL_OPTIONS", "-Duser.language=ru");
    var child = Child.at(folder, bare, russian, "db", "info");
    assertEquals(7, child.exit(), child.err());
    assertTrue(child.err().contains("sslmode=disable"), child.err());
  }

  @Test
  void theDriverSaysNothingBesideUs() throws Exception {
    var child = Child.at(folder, url("127.0.0.1"), Map.of("KOPILKA_PASSWORD", SECRET), "db", "info");
    assertEquals(7, child.exit(), child.err());
    assertTrue(child.err().startsWith("kopilka: The certificate"), child.err());
  }

  @Test
  void thePasswordOfTheLedgerIsNotToldToAnotherServer() throws Exception {
    var shop = Typed.Place.in(Files.createDirectories(folder.resolve("shop")));
    assertEquals(Exit.DONE, shop.run("init").exit());
    var ask = List.of("enroll", "import", "--from", url("localhost"), "--query", "select 1 from nowhere");
    var told = shop.with("KOPILKA_PASSWORD", SECRET);
    assertOutside("did not let us in", told.run(ask.toArray(new String[0])));
    var named = new ArrayList<>(ask);
    named.addAll(List.of("--from-password-file", password.toString()));
    // The server has heard the question, and has no such table.
    var typed = shop.run(named.toArray(new String[0]));
    assertEquals(Exit.BAD_INPUT, typed.exit(), typed.err());
    assertTrue(typed.err().contains("nowhere"), typed.err());
  }

  @Test
  void norAreTwoServersToldTheSameOne() {
    var place = Typed.anywhere().with("KOPILKA_PASSWORD", SECRET);
    var here = url("localhost");
    var there = url("127.0.0.1", "&sslmode=require");
    assertOutside("did not let us in", place.run("db", "copy", here, there));
    assertOutside("There is a ledger at", place.run("db", "copy", here, here));
  }
}
