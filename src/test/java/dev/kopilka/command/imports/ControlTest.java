package dev.kopilka.command.imports;

import static dev.kopilka.command.imports.Shop.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals that a file must have, and how many rejected rows a run bears. */
class ControlTest {
  private static final String ROWS =
      "id,member,occurred_at,amount,quantity\nA,1,2026-11-01,100.50,2\n\nB,9,2026-11-01,\"1 000,25\",0.5\n";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "--expect-rows, 2",
    "--expect-sum, 1100.75",
    "--expect-sum, 1100.750",
    "--expect-sum, amount=1100.75",
    "--expect-sum, quantity=2.5",
    "--expect-sum, discount=0"
  })
  void aFileThatCameWholeIsImported(String option, String value) throws IOException {
    var typed = shop.json("accrue", "import", shop.file("r.csv", ROWS), option, value);
    assertEquals("2,1,0,1,10", counts(typed), typed.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--expect-rows, 3, 'error[CONTROL_ROWS]: The file has 2 rows, and 3 were expected.'",
    "--expect-sum, 1100.76, 'The column amount comes to 1100.75, and 1100.76 was expected.'",
    "--expect-sum, quantity=2, 'The column quantity comes to 2.5, and 2 was expected.'",
    "--expect-sum, sku=1, 'There is no column sku in purchases that can be added up.'",
    "--expect-sum, =1, 'CONTROL_MALFORMED|is no total of a column'",
    "--expect-sum, one, 'CONTROL_MALFORMED|is no total of a column'",
    "--expect-rows, many, 'whole number'"
  })
  void anotherTotalImportsNothing(String option, String value, String told) throws IOException {
    var before = shop.size();
    for (var dry : List.of("--dry-run", "--quiet")) {
      var typed = shop.run("accrue", "import", shop.file("r.csv", ROWS), option, value, dry);
      assertEquals(Exit.BAD_INPUT, typed.exit());
      assertTrue(typed.err().contains(told.substring(told.indexOf('|') + 1)), typed.err());
      assertEquals("", typed.out());
    }
    assertEquals(before, shop.size());
    assertEquals(List.of("1"), shop.ask("select count(*) from import_run"));
    assertFalse(Files.exists(folder.resolve("r.csv.rejects.csv")));
  }

  @Test
  void whatCannotBeReadIsSaidToBeMissing() throws IOException {
    var typed =
        shop.run("accrue", "import", shop.file("r.csv", ROWS.replace("100.50", "x")), "--expect-sum", "1");
    assertTrue(typed.err().contains("could not be read and were left out: 1"), typed.err());
  }

  @Test
  void aPipeIsCountedToo() {
    var typed = shop.typing(ROWS).json("accrue", "import", "-", "--expect-rows", "2", "--expect-sum", "1");
    assertEquals(Exit.BAD_INPUT, typed.exit());
    assertTrue(typed.err().contains("1100.75"), typed.err());
  }

  /** So many rows, each tenth of which is rejected. */
  private String tenths(int rows) throws IOException {
    var text = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 1; i <= rows; i++) {
      text.append(i).append(i % 10 == 0 ? ",9" : ",1").append(",2026-11-01,10\n");
    }
    return shop.file("r.csv", text.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3000, '10,9,0,1,9'",
    "1, 3000, '20,18,0,2,18'",
    "9.9%, 3000, '1000,900,0,100,900'",
    "10%, 3000, '3000,2700,0,300,2700'",
    "9%, 500, '500,450,0,50,450'",
    "50, 500, '500,450,0,50,450'"
  })
  void aRunStopsAtTheRowThatIsOneTooMany(String ceiling, int rows, String counts) throws IOException {
    var dry = shop.json("accrue", "import", tenths(rows), "--max-rejects", ceiling, "--dry-run");
    var real = shop.json("accrue", "import", tenths(rows), "--max-rejects", ceiling);
    assertEquals(counts, counts(real), real.err());
    assertEquals(real.out(), dry.out());
    var accepted = counts.split(",")[1];
    assertEquals(List.of(accepted), shop.ask("select count(*) from event where kind = 1"));
    var stops = !ceiling.equals("10%") && !ceiling.equals("50");
    assertEquals(stops, real.err().contains("Stopped: "), real.err());
    assertEquals(
        stops ? "stopped" : "partial",
        shop.ask("select state from import_run where run = 2").getFirst());
    // What was left alone comes in with the same command.
    assertEquals(rows + "," + (rows - rows / 10 - Integer.parseInt(accepted)), first(tenths(rows)));
  }

  private String first(String file) {
    return String.join(",", List.of(counts(shop.json("accrue", "import", file)).split(",")).subList(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "5 %x", "101%", "%", "1e3"})
  void aCeilingIsANumberOrAShare(String ceiling) throws IOException {
    var typed = shop.run("accrue", "import", tenths(10), "--max-rejects", ceiling);
    assertEquals(Exit.BAD_INPUT, typed.exit(), typed.err());
    assertTrue(typed.err().contains("neither a number of rows nor a percentage"), typed.err());
  }
}
