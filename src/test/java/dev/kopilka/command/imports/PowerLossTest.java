package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.Plan;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power fails: of the log only so much is left as had reached the disk. With {@code
 * synchronous=FULL}, which opening a ledger reads back, that is at least all that stood there when a
 * batch was acknowledged. {@code -Dkopilka.cuts=300} makes it the soak of the issue.
 */
class PowerLossTest {
  private static final int CUTS = Integer.getInteger("kopilka.cuts", 3);
  private static final int ROWS = 16_000;

  @TempDir static Path folder;
  private static Shop shop;
  private static Shop unbroken;
  private static String file;
  private static List<Moment> moments;

  /** What the disk holds when so many rows are acknowledged. */
  private record Moment(long rows, byte[] ledger, byte[] log) {}

  /** Takes everything down that stands on the disk as each batch is acknowledged. */
  private record Camera(Path ledger, List<Moment> moments) implements Plan.Watcher {
    @Override
    public void begins(Baton baton) {
      at(0, 0);
    }

    @Override
    public void at(long bytes, long rows) {
      try {
        var log = Path.of(ledger + "-wal");
        moments.add(new Moment(rows, Files.readAllBytes(ledger), Files.readAllBytes(log)));
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  @BeforeAll
  static void open() throws IOException {
    unbroken = Shop.in(folder.resolve("unbroken"));
    assertEquals(Exit.PARTIAL, unbroken.run("accrue", "import", unbroken.receipts(ROWS)).exit());
    shop = Shop.in(folder.resolve("shop"));
    file = shop.receipts(ROWS);
    moments = new ArrayList<>();
    var camera = new Camera(shop.folder.resolve("kopilka.db"), moments);
    Watched.run(shop, Path.of(file), false, camera);
    assertTrue(moments.size() > 4, "several batches are acknowledged");
    assertEquals(unbroken.heads(), shop.heads());
  }

  /** The ledger as the next start finds it, with that much of the log. */
  private static Shop after(String name, Moment moment, int length) throws IOException {
    Files.createDirectories(shop.folder.resolve(name));
    shop.file(name + "/kopilka.db", moment.ledger);
    shop.file(name + "/kopilka.db-wal", Arrays.copyOf(moment.log, length));
    return shop.at(name + "/kopilka.db");
  }

  /** How many rows the run has counted; the ledger holds exactly the accepted ones of them. */
  private static long booked(Shop found) {
    assertEquals(Exit.DONE, found.run("audit", "verify").exit());
    var sums = "select coalesce(sum(%s), 0) from import_run where kind = 'purchases'";
    var events = found.ask("select count(*) from event where kind = 1");
    assertEquals(found.ask(sums.formatted("accepted")), events);
    return Long.parseLong(found.ask(sums.formatted("read")).getFirst());
  }

  @Test
  void whatWasAcknowledgedIsInTheLog() throws IOException {
    for (var moment : moments) {
      var found = after("at" + moment.rows, moment, moment.log.length);
      assertEquals(moment.rows, booked(found));
    }
  }

  @Test
  void whateverIsLostBeyondThatTheSameCommandBringsBack() throws IOException {
    var random = new Random(11);
    for (var cut = 0; cut < CUTS; cut++) {
      // Between two acknowledgements the tail of the log may or may not have reached the disk.
      var next = 1 + random.nextInt(moments.size() - 1);
      var before = moments.get(next - 1);
      var amid = moments.get(next);
      assertTrue(amid.log.length >= before.log.length, "the log only grows");
      var length = before.log.length + random.nextInt(amid.log.length - before.log.length + 1);
      goesOn(after("cut" + cut, amid, length), before.rows, amid.rows);
    }
  }

  @Test
  void aLogThatIsShorterStillIsWholeUpToSomeBatch() throws IOException {
    var random = new Random(12);
    var last = moments.getLast();
    for (var cut = 0; cut < CUTS; cut++) {
      var length = cut == 0 ? 0 : random.nextInt(last.log.length);
      goesOn(after("short" + cut, last, length), 0, last.rows);
    }
  }

  private static void goesOn(Shop found, long least, long most) throws IOException {
    var rows = booked(found);
    assertTrue(rows >= least && rows <= most, () -> least + " <= " + rows + " <= " + most);
    var begun = !found.ask("select 1 from import_run where kind = 'purchases'").isEmpty();
    var typed = found.run("accrue", "import", file);
    if (begun) assertTrue(typed.err().contains("it goes on from row " + (rows + 1)), typed.err());
    assertEquals(Exit.PARTIAL, typed.exit(), typed.err());
    assertEquals(unbroken.heads(), found.heads());
    assertEquals(ROWS, booked(found));
  }
}
