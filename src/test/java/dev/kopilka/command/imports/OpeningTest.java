package dev.kopilka.command.imports;

import static dev.kopilka.command.imports.Shop.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening balances are compared with the ledger after they came in. */
class OpeningTest {
  private static final String ROWS =
      """
      id,member,points,earned_at
      A,1,100,2026-03-01
      B,2,250,2026-03-01
      C,1,5,2026-03-02
      """;

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  private String file(String rows) throws IOException {
    return shop.file("b.csv", rows);
  }

  @Test
  void bothSidesAreToldInADryRunTooAndTheSecondTime() throws IOException {
    var told = "Opening balances: 355 in the file, 355 in the ledger.\n";
    var dry = shop.json("accrue", "import", file(ROWS), "--dry-run");
    assertEquals("3,3,0,0,355", counts(dry));
    assertTrue(dry.err().contains(told), dry.err());
    assertEquals(List.of("0"), shop.ask("select count(*) from event where kind = 5"));
    var real = shop.json("accrue", "import", file(ROWS), "--strict");
    assertEquals("3,3,0,0,355", counts(real));
    assertTrue(real.err().contains(told), real.err());
    var again = shop.json("accrue", "import", file(ROWS));
    assertEquals("3,0,3,0,0", counts(again));
    assertTrue(again.err().contains(told), again.err());
  }

  @Test
  void aDebtThatASumSettlesIsNoDifference() throws IOException {
    shop.run("accrue", "purchase", "1", "--id", "P", "--amount", "500.00", "--at", "2026-02-01");
    var spent = shop.run("redeem", "points", "1", "40", "--id", "S", "--at", "2026-02-02");
    assertEquals(Exit.DONE, spent.exit(), spent.err());
    shop.run("accrue", "return", "P", "--id", "R", "--at", "2026-02-03");
    assertEquals("40", shop.ask("select debt from account where member = 1").getFirst());
    var typed = shop.json("accrue", "import", file(ROWS));
    assertTrue(typed.err().contains("355 in the file, 355 in the ledger.\n"), typed.err());
  }

  @Test
  void rowsThatWereNotTakenInOrStandTwiceAreTheDifference() throws IOException {
    var typed =
        shop.json(
            "accrue",
            "import",
            file(ROWS + "A,1,100,2026-03-01\nD,9,7,2026-03-01\nB,2,1,2026-03-01\nE,1,x,2026-03-01\n"));
    assertEquals("7,3,1,3,355", counts(typed), typed.err());
    assertTrue(
        typed.err().contains("Opening balances: 463 in the file, 355 in the ledger; the difference"),
        typed.err());
  }

  @Test
  void otherFilesAreNotCompared() throws IOException {
    var typed = shop.json("accrue", "import", shop.receipts(10));
    assertFalse(typed.err().contains("Opening"), typed.err());
  }

  @Test
  void aLedgerThatHoldsSomethingElseIsToldOf() throws IOException {
    assertEquals("3,3,0,0,355", counts(shop.json("accrue", "import", file(ROWS))));
    shop.unguardEntries();
    shop.tamper("update entry set points = 99 where points = 100");
    var typed = shop.json("accrue", "import", file(ROWS));
    assertEquals(Exit.CHECK_FAILED, typed.exit());
    assertEquals("3,0,3,0,0", counts(typed), typed.err());
    assertTrue(typed.err().contains("OPENING_TOTALS"), typed.err());
    assertTrue(typed.err().contains("come to 355, and the ledger holds 354"), typed.err());
  }
}
