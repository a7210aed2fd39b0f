package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is secret in a command line or in a row is not repeated, whatever is wrong with it. */
class SecretsTest {
  private static final String SECRET = "geheim";

  @TempDir Path folder;

  private static void assertKept(int exit, Typed typed) {
    assertEquals(exit, typed.exit().code(), typed.err());
    assertFalse((typed.out() + typed.err()).contains(SECRET), typed.out() + typed.err());
  }

  /** As people read it and as programs do, in both languages. */
  private void assertKept(int exit, String... words) {
    for (var language : List.of("en", "ru")) {
      for (var form : List.of("table", "json")) {
        var place = Place.in(folder).with("KOPILKA_LANG", language).with("KOPILKA_OUTPUT", form);
        assertKept(exit, place.run(words));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:club;USER=sa;PASSWORD=geheim",
        "jdbc:db2://h:50000/club:user=u;password=geheim;",
        "jdbc:as400_x://h/club;password=geheim",
        "jdbc:geheim",
        "JDBC:postgresql://h/club?password=geheim",
        "JDBC:POSTGRESQL://u:geheim@h/club",
        " jdbc:postgresql://u:geheim@h/club",
        " postgresql://u:geheim@h/club",
        "//u:geheim@h/club",
        "postgresql://u:geheim@h/club",
        "postgres://u:geheim@h:5432/club",
        "postgres:u:geheim",
        "https://u:geheim@h/club",
        "u:geheim@h/club",
        "host=h dbname=club password=geheim",
        "host=h dbname=club PASSWORD = geheim",
        "club.db;Password=geheim",
        "club.db?password=geheim",
        "club.db?geheim",
        "jdbc:sqlite:club.db?password=geheim",
        "jdbc:sqlite:file:club.db?key=geheim",
        "jdbc:postgresql:geheim",
        "jdbc:postgresql://u:geheim@h/club",
        "jdbc:postgresql://u:geheim/club",
        "jdbc:postgresql://h/club&password=geheim",
        "jdbc:postgresql://h/club;password=geheim",
        "jdbc:postgresql://h/club%26password%3Dgeheim",
        "jdbc:postgresql://h/club;geheim",
        "jdbc:postgresql://h/club?user=u&password=geheim",
        "jdbc:postgresql://h/club?sslpassword=geheim"
      })
  void ofAPlace(String place) {
    assertKept(4, "member", "list", "--db", place);
    assertKept(4, "db", "copy", place, folder.resolve("to.db").toString());
    assertKept(4, "accrue", "import", "--from", place, "--query", "select 1");
  }

  @Test
  void ofACommand() {
    var url = Server.running().url("postgres");
    assertKept(7, "member", "list", "--db", url, "--password-command", "echo geheim; exit 3");
    assertKept(7, "member", "list", "--db", url, "--password-command", "no-such-program geheim 2> /dev/null");
  }

  @ParameterizedTest
  @CsvSource({
    "select cast(name as int) as amount from client",
    "select cast(name as date) as occurred_at from client",
    "select told(name) as id from client"
  })
  void ofARow(String query) {
    var url = Server.running().empty();
    Disguise.run(
        url,
        "create table client as select 'geheim' as name;"
            + " create function told(name text) returns text language plpgsql as"
            + " $$ begin raise exception 'nobody is called %', name; end $$");
    assertKept(0, Place.in(folder).run("init"));
    assertKept(4, "accrue", "import", "--from", url, "--query", query);
  }
}
