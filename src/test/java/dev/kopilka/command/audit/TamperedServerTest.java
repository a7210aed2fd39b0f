package dev.kopilka.command.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed.Place;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Ledgers;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who may do everything on the server switches the triggers off and changes the ledger. */
class TamperedServerTest {
  @TempDir static Path folder;
  private static Place place;
  private static String url;

  @BeforeAll
  static void open() throws Exception {
    place = Shop.in(folder).place();
    url = Server.running().empty();
    var copied = place.run("db", "copy", Ledgers.at(folder.resolve("kopilka.db")), url);
    assertEquals(Exit.DONE, copied.exit(), copied.err());
  }

  private static String tampered(String sql) {
    var there = Server.running().copy(url);
    Disguise.run(there, "set session_replication_role = replica; " + sql);
    return there;
  }

  @Test
  void anUntouchedLedgerIsWhole() {
    assertEquals(Exit.DONE, place.with("KOPILKA_DB", url).type("audit verify").exit());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          entry     | update entry set points = points + 1 where member = 1 and seq = 1
          entry     | delete from entry where member = 1 and seq = 2
          entry     | update entry set hash = sha256(hash) where member = 2 and seq = 1
          event     | update event set amount = amount + 1 where member = 1 and number = 2
          event     | update event set recorded_at = recorded_at + 1 where member = 2 and number = 1
          draw      | update draw set points = points + 1 where member = 1
          lot       | update lot set remaining = remaining + 1 where member = 2 and rule = 'sorry'
          account   | update account set debt = debt + 5 where member = 1
          account   | update account set spend = spend + 5 where member = 1
          event_key | delete from event_key where member = 1 and number = 2
          identity  | delete from identity where member = 1
          programme | update programme set source = upper(source) where version = 1
          """)
  void whatWasChangedIsNamed(String table, String sql) {
    var there = place.with("KOPILKA_DB", tampered(sql));
    var typed = there.type("audit verify -o json");
    assertEquals(Exit.CHECK_FAILED, typed.exit(), sql);
    assertTrue(typed.out().startsWith("{\"ok\":false,"), typed.out());
    assertTrue(typed.out().contains("\"table\":\"" + table + "\","), typed.out());
  }

  @Test
  void theMessageIsThatOfAFile() {
    var there = place.with("KOPILKA_DB", tampered("update lot set remaining = remaining + 1 where member = 2 and rule = 'sorry'"));
    var typed = there.type("audit verify -o json");
    assertTrue(
        typed.out().endsWith(
                ",\"problems\":[{\"member\":\"1002\",\"table\":\"lot\",\"row\":\"19\",\"problem\":"
                    + "\"value_differs\",\"expected\":\"remaining=10\",\"found\":\"remaining=11\"}]}\n"),
        typed.out());
    assertTrue(there.type("audit verify --lang ru").err().contains("1 ошибка"));
  }
}
