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

/** A run that broke off goes on where it was, and ends as if it had not broken off. */
class ResumeTest {
  private static final int ROWS = 12_000;

  @TempDir Path folder;
  private Shop shop;
  private String whole;

  /** The whole of it in another ledger tells what is to come out. */
  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder.resolve("broken"));
    whole = shop.file("r.csv", rows(ROWS));
  }

  /** Purchases of whom the third and every tenth after it have no such member. */
  private static String rows(int count) {
    var text = new StringBuilder("id,member,occurred_at,amount,points_paid\n");
    for (var i = 0; i < count; i++) {
      var member = i % 10 == 2 ? "9" : "" + (1 + i % 3);
      text.append(i).append(',').append(member).append(",2026-11-01,").append(i == 0 ? 100 : 10 + i % 90);
      // There are no points to pay with at first: such a row must not be accepted the second time.
      text.append(i == 0 ? ",50\n" : ",\n");
    }
    return text.toString();
  }

  private Shop unbroken() throws IOException {
    var other = Shop.in(folder.resolve("unbroken"));
    assertEquals(Exit.PARTIAL, other.run("accrue", "import", other.file("r.csv", rows(ROWS))).exit());
    return other;
  }

  private void breakOff() {
    shop.fuse();
    assertEquals(Exit.BUG, shop.run("accrue", "import", whole).exit());
    shop.mend();
    assertEquals(List.of("running 5000"), shop.ask("select state || ' ' || read from import_run where run = 2"));
  }

  @Test
  void theSameCommandGoesOnUnderTheSameNumber() throws IOException {
    breakOff();
    var typed = shop.json("accrue", "import", whole);
    assertEquals(Exit.PARTIAL, typed.exit());
    assertTrue(typed.err().contains("Run 2 was interrupted; it goes on from row 5001."), typed.err());
    var other = unbroken();
    assertEquals(other.heads(), shop.heads());
    assertEquals(other.text("r.csv.rejects.csv"), shop.text("r.csv.rejects.csv"));
    var runs = "select run || ' ' || state || ' ' || read || ' ' || accepted || ' ' || rejected || ' ' || points"
        + " from import_run order by run";
    assertEquals(other.ask(runs), shop.ask(runs));
    assertTrue(typed.out().startsWith("{\"run\":2,"), typed.out());
    assertTrue(counts(typed).startsWith("12000,10799,0,1201,"), counts(typed));
  }

  @Test
  void aDryRunGoesOnTooAndWritesNothing() throws IOException {
    breakOff();
    var before = shop.size();
    var dry = shop.json("accrue", "import", whole, "--dry-run");
    assertEquals(before, shop.size());
    var real = shop.json("accrue", "import", whole);
    assertEquals(real.out(), dry.out());
    assertEquals(unbroken().heads(), shop.heads());
  }

  @Test
  void whatWasWrittenForAnUncommittedBatchIsCutOff() throws IOException {
    breakOff();
    var rejects = folder.resolve("broken/r.csv.rejects.csv");
    Files.writeString(rejects, Files.readString(rejects) + "half a row, of a batch that never");
    shop.run("accrue", "import", whole);
    assertEquals(unbroken().text("r.csv.rejects.csv"), Files.readString(rejects));
  }

  @Test
  void rejectsThatWereTakenAwayAreToldToBeMissing() throws IOException {
    breakOff();
    Files.delete(folder.resolve("broken/r.csv.rejects.csv"));
    var typed = shop.run("accrue", "import", whole);
    assertTrue(typed.err().contains("before row 5001 are no longer in the file"), typed.err());
    var rejects = shop.text("r.csv.rejects.csv").lines().toList();
    assertEquals("line,column,code,message,id,member,occurred_at,amount,points_paid", rejects.get(0));
    assertTrue(rejects.get(1).startsWith("5004,"), rejects.get(1));
  }

  @Test
  void aFileThatChangedIsToldAndImportedAnew() throws IOException {
    breakOff();
    Files.writeString(Path.of(whole), rows(ROWS) + "x,1,2026-11-01,10,\n");
    var typed = shop.json("accrue", "import", whole);
    assertTrue(typed.err().contains("Run 2 over"), typed.err());
    assertTrue(typed.err().contains("other content now: a new run begins"), typed.err());
    assertTrue(typed.out().startsWith("{\"run\":3,"), typed.out());
    // Row 0 had no points to pay with the first time; now there are some.
    assertTrue(counts(typed).startsWith("12001,6302,4499,1200,"), counts(typed));
    assertFalse(shop.run("accrue", "import", whole).err().contains("Run 2"));
  }

  @Test
  void anotherWayOfReadingIsAnotherRun() {
    breakOff();
    var typed = shop.run("accrue", "import", whole, "--decimal", "point");
    assertTrue(typed.err().contains("it read the file in another way"), typed.err());
  }

  @Test
  void anotherPersonDoesNotGoOnWithIt() {
    breakOff();
    var typed = shop.run("accrue", "import", whole, "--actor", "else");
    assertFalse(typed.err().contains("Run 2"), typed.err());
  }

  @Test
  void aPipeIsKnownAgainByItsContent() throws IOException {
    shop.typing(rows(ROWS)).fuse();
    assertEquals(Exit.BUG, shop.run("accrue", "import", "-", "--rejects", whole + "x").exit());
    shop.mend();
    var typed = shop.run("accrue", "import", "-", "--rejects", whole + "x");
    assertTrue(typed.err().contains("it goes on from row 5001"), typed.err());
    assertEquals(unbroken().heads(), shop.heads());
  }

  @Test
  void noTwoRunsBeginAtTheSameMoment() throws IOException {
    for (var name : new String[] {"a.csv", "b.csv"}) {
      shop.run("accrue", "import", shop.file(name, "id,member,occurred_at,amount\n1,1,2026-11-01,10\n"));
    }
    assertEquals(List.of("3 3"), shop.ask("select count(*) || ' ' || count(distinct started_at) from import_run"));
  }
}
