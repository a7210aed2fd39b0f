package dev.kopilka.command.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Exit;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code audit verify} answers; its JSON is frozen. */
class VerifyTest {
  @TempDir Path folder;

  @Test
  void anUntouchedLedgerIsOk() throws Exception {
    var typed = Shop.in(folder).place().type("audit verify -o json");
    assertEquals(Exit.DONE, typed.exit());
    assertTrue(
        typed.out().matches("\\{\"ok\":true,\"members\":4,\"entries\":[0-9]+,\"lots\":[0-9]+,\"problems\":\\[]}\n"),
        typed.out());
  }

  @Test
  void aChangedValueIsNamedAndTheCheckFails() throws Exception {
    var place = Shop.in(folder).place();
    change("update lot set remaining = remaining + 1 where member = 2 and rule = 'sorry'");
    var typed = place.type("audit verify -o json");
    assertEquals(Exit.CHECK_FAILED, typed.exit());
    assertTrue(
        typed.out().endsWith(
                ",\"problems\":[{\"member\":\"1002\",\"table\":\"lot\",\"row\":\"19\",\"problem\":"
                    + "\"value_differs\",\"expected\":\"remaining=10\",\"found\":\"remaining=11\"}]}\n"),
        typed.out());
    assertTrue(place.type("audit verify --lang ru").err().contains("1 ошибка"));
  }

  private void change(String sql) throws Exception {
    var ledger = Ledgers.at(folder.resolve("kopilka.db"));
    var url = Ledgers.areFiles() ? "jdbc:sqlite:" + ledger : ledger;
    try (var shell = DriverManager.getConnection(url);
        var statement = shell.createStatement()) {
      statement.execute(sql);
    }
  }
}
