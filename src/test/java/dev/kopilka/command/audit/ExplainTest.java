package dev.kopilka.command.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every point explained, and the log read. */
class ExplainTest {
  @TempDir Path folder;
  private Typed.Place place;

  @BeforeEach
  void open() throws Exception {
    place = Shop.in(folder).place();
  }

  @Test
  void saysWhichRuleGaveWhatAndWhatTheRemainderGives() {
    assertEquals(
        "1003/2  2026-02-06: purchase A-3 of 150.00 RUB. Spent 30 points. 30 points of lot 1. The"
            + " lot that lapses first is drawn first.\n"
            + "1003/3  2026-02-06: purchase A-3 of 150.00 RUB. Rule base of version 2 gave 5"
            + " points. 5 points for each full 100.00 RUB, 1 time in 120.00 RUB; the remaining"
            + " 20.00 RUB gives nothing. Lot 3: 5 points, spendable from 2026-02-06, good through"
            + " 2027-02-06.\n"
            + "1003/4  2026-02-06: purchase A-3 of 150.00 RUB. Rule promo of version 2 gave 8"
            + " points. The rule gives a fixed number for the event. Lot 4: 8 points, spendable"
            + " from 2026-02-06, good through 2026-04-06.\n",
        // Long sentences go on below themselves, indented.
        place.type("audit explain purchases:A-3").out().replaceAll("\n +", " "));
  }

  @Test
  void hasWordsForEveryEntryInBothLanguages() {
    for (var language : new String[] {"en", "ru"}) {
      for (var member : new String[] {"1001", "1002", "1003"}) {
        var text = place.type("audit explain " + member + " --lang " + language).out();
        assertFalse(text.contains("explain.") || text.contains("{"), text);
      }
    }
  }

  @Test
  void anEntryIsARowForScripts() {
    var row = place.type("audit explain 1003/2 -o json").out();
    assertTrue(
        row.startsWith(
            "[\n{\"entry\":\"1003/2\",\"event\":\"purchases:A-3\",\"kind\":\"redeem\",\"points\":-30,"
                + "\"balance\":10,\"rule\":\"points\",\"version\":2,\"lot\":"),
        row);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    for (var what : new String[] {"9999", "1003/77", "purchases:none"}) {
      assertEquals(Exit.NOT_FOUND, place.type("audit explain " + what).exit(), what);
    }
  }

  @Test
  void theLogTellsWhoDidWhat() {
    var all = place.type("audit log -o csv").out();
    assertTrue(all.contains("2026-01-10T12:00:00+03:00,tester,init,,\n"), all);
    var some = place.type("audit log --action init --from 2026-01-10 --to 2026-01-10 -o csv").out();
    assertEquals(2, some.lines().count());
    assertEquals(1, place.type("audit log --to 2026-01-09 -o csv").out().lines().count());
  }
}
