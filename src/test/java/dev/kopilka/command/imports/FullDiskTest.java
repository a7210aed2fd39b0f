package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that take no more amid an import, and the same command when they do again. */
class FullDiskTest {
  private static final int ROWS = 11_000;

  @TempDir static Path folder;
  private static Shop unbroken;

  @BeforeAll
  static void open() throws IOException {
    unbroken = shop("unbroken");
    assertEquals(Exit.PARTIAL, unbroken.run("accrue", "import", file(unbroken)).exit());
  }

  private static Shop shop(String name) throws IOException {
    var shop = Shop.in(folder.resolve(name));
    shop.receipts(ROWS);
    return shop;
  }

  private static String file(Shop shop) {
    return shop.folder.resolve("r.csv").toString();
  }

  private static String line(Shop shop) {
    return "$K accrue import " + file(shop);
  }

  /** Told once, with what to do, and without what only we would understand. */
  private static void isTold(String err, String what, String remedy) {
    assertEquals(1, err.split("kopilka: ", -1).length - 1, err);
    assertTrue(err.contains("kopilka: " + what), err);
    assertTrue(err.contains(remedy), err);
    assertFalse(err.contains("Exception") || err.contains("\tat "), err);
  }

  /** Nothing of the batch in hand: the ledger holds what the run counts, and proves it. */
  private static void isWholeBatches(Shop shop) {
    var counted = "select coalesce(sum(accepted), 0) from import_run where kind = 'purchases'";
    assertEquals(shop.ask(counted), shop.ask("select count(*) from event where kind = 1"));
    assertEquals(Exit.DONE, shop.run("audit", "verify").exit());
  }

  private static void comesOutTheSame(Shop shop) throws IOException {
    assertEquals(unbroken.heads(), shop.heads());
    assertEquals(unbroken.text("r.csv.rejects.csv"), shop.text("r.csv.rejects.csv"));
    var statement = new String[] {"member", "statement", "11"};
    assertEquals(unbroken.json(statement).out(), shop.json(statement).out());
    assertEquals(Exit.DONE, shop.run("audit", "verify").exit());
  }

  /** A file may grow to so many blocks of 512 bytes: ledger, log and rejects alike. */
  @ParameterizedTest
  @ValueSource(ints = {3_000, 6_000})
  void aFileThatMayNotGrowAnyMore(int blocks) throws Exception {
    var shop = shop("limited" + blocks);
    var child = Child.shell(shop, "ulimit -f " + blocks + "; " + line(shop));
    assertEquals(7, child.exit(), child.err());
    isTold(child.err(), "The disk could not be read or written", "Check the disk");
    isWholeBatches(shop);
    assertEquals(Exit.PARTIAL, shop.run("accrue", "import", file(shop)).exit());
    comesOutTheSame(shop);
  }

  @Test
  void noRoomEvenForTheLibrary() throws Exception {
    var shop = shop("bare");
    var child = Child.shell(shop, "ulimit -f 500; " + line(shop));
    assertEquals(7, child.exit(), child.err());
    isTold(child.err(), "The SQLite library could not be unpacked into ", "Free some room there");
    isWholeBatches(shop);
  }

  private static void isMountable(Shop shop) throws Exception {
    var mount = Child.shell(shop, "exec unshare -rm mount -t tmpfs none " + shop.folder);
    assumeTrue(mount.exit() == 0, "here nobody may mount a small file system of their own");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 2_800})
  void aFileSystemThatIsFull(int kilobytes) throws Exception {
    var shop = shop("small" + kilobytes);
    isMountable(shop);
    var mount = "mkdir small after done; mount -t tmpfs -o size=";
    var small = " -d small/kopilka.db > /dev/null";
    var script =
        mount + kilobytes + "k none small && cp kopilka.db small && { " + line(shop) + small
            + "; first=$?; cp small/* after; mount -o remount,size=90m small; " + line(shop) + small
            + "; echo $first $? > exits; cp small/* done; }";
    var child = Child.shell(shop, "exec unshare -rm sh -c '" + script + "'");
    assertEquals(0, child.exit(), child.err());
    assertEquals("7 8\n", shop.text("exits"), child.err());
    isTold(child.err(), "The disk is full", "run the same command again");
    isWholeBatches(shop.at("after/kopilka.db"));
    comesOutTheSame(shop.at("done/kopilka.db"));
  }

  @Test
  void rejectsThatFindNoRoom() throws Exception {
    var shop = shop("rejects");
    isMountable(shop);
    var child =
        Child.shell(
            shop,
            "mkdir small; exec unshare -rm sh -c 'mount -t tmpfs -o size=4k none small; exec "
                + line(shop) + " --rejects small/r.csv'");
    assertEquals(4, child.exit(), child.err());
    isTold(child.err(), "The file small/r.csv could not be written", "the free space");
    isWholeBatches(shop);
    assertEquals(List.of("running"), shop.ask("select state from import_run where kind = 'purchases'"));
    var again = shop.run("accrue", "import", file(shop));
    assertTrue(again.err().contains("it goes on from row"), again.err());
    assertEquals(unbroken.heads(), shop.heads());
  }
}
