package dev.kopilka.command.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check of {@code db check} sees what it is there for, in a file and on a server. */
class CheckTest {
  @TempDir static Path folder;
  private static Path file;
  private static String url;

  @BeforeAll
  static void open() throws IOException {
    file = folder.resolve("club.db");
    done(file.toString(), "init");
    var programme = folder.resolve("p.yaml");
    Files.writeString(programme, type(file.toString(), "program example cafe").out());
    done(file.toString(), "program apply " + programme + " --effective 2026-01-01");
    done(file.toString(), "enroll add C-1 --name Anna --phone +79120000001 --enrolled-at 2026-01-10");
    done(file.toString(), "accrue purchase C-1 --amount 900.00 --id R-1 --at 2026-02-01");
    url = Server.running().empty();
    done(file.toString(), "db copy " + file + " " + url);
  }

  private static Typed type(String place, String line) {
    return Typed.anywhere().with("KOPILKA_DB", place).with("KOPILKA_ACTOR", "tester").type(line);
  }

  private static void done(String place, String line) {
    var typed = type(place, line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
  }

  private static void isSeen(String place, String check) {
    var typed = type(place, "db check -o json");
    assertEquals(Exit.CHECK_FAILED, typed.exit(), typed.out());
    assertTrue(typed.out().contains("{\"check\":\"" + check + "\",\"ok\":false,"), typed.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integrity             | update account set debt = -1
          foreign_keys          | insert into attribute values (99, 'a', 'b')
          append_only_triggers  | drop trigger log_stays
          events_counted        | update account set events = events + 1
          entries_counted       | update account set entries = entries - 1
          ids_registered        | delete from event_key
          identities_registered | delete from identity where key like 'phone:%'
          """)
  void inAFile(String check, String sql) throws Exception {
    done(file.toString(), "db check");
    var copy = Files.copy(file, folder.resolve(check + ".db"));
    try (var shell = DriverManager.getConnection("jdbc:sqlite:" + copy);
        var statement = shell.createStatement()) {
      statement.execute("pragma ignore_check_constraints = on");
      statement.execute(sql);
    }
    isSeen(copy.toString(), check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          foreign_keys          | delete from member
          append_only_triggers  | alter table log disable trigger log_stays
          append_only_triggers  | drop trigger entry_stays on entry
          events_counted        | update account set events = events + 1
          entries_counted       | delete from entry
          ids_registered        | insert into event_key values (5, 1, 9, 0)
          identities_registered | delete from identity where key like 'phone:%'
          """)
  void onAServer(String check, String sql) {
    done(url, "db check");
    var copy = Server.running().copy(url);
    Disguise.run(copy, "set session_replication_role = replica; " + sql);
    isSeen(copy, check);
  }
}
