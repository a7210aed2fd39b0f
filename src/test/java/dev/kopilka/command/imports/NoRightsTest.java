package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ledgers that may not be written, or not be reached at all: told so, and left as they were. */
class NoRightsTest {
  /** Root is above all permissions, unless the power to be so is put down. */
  private static final String HUMBLE =
      "[ $(id -u) = 0 ] && K=\"setpriv --bounding-set=-dac_override,-dac_read_search $K\"; exec ";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(Files.createDirectory(folder.resolve("shop")));
    Files.createDirectories(folder.resolve("shop/home"));
    Files.move(folder.resolve("shop/kopilka.db"), folder.resolve("shop/home/kopilka.db"));
    shop.file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\nB,9,2026-11-01,10\n");
  }

  @AfterEach
  void allow() throws IOException {
    permit("home", "rwx------");
    permit("home/kopilka.db", "rw-------");
    if (Files.exists(folder.resolve("shop/till"))) permit("till", "rwx------");
  }

  private void permit(String name, String rights) throws IOException {
    var file = folder.resolve("shop").resolve(name);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  @ParameterizedTest
  @CsvSource({
    "home, rwx------, r--------, The ledger may only be read, Check the permissions",
    "home, r-x------, rw-------, The ledger may only be read, Check the permissions",
    "home, ---------, rw-------, The database home/kopilka.db cannot be reached, Check the folder",
    "home, rwx------, ---------, The database home/kopilka.db cannot be reached, Check the folder",
    "none, rwx------, rw-------, There is no ledger at none/kopilka.db, kopilka init"
  })
  void isToldAndNothingIsWritten(String at, String ofFolder, String ofFile, String what, String remedy)
      throws Exception {
    var before = Files.readAllBytes(folder.resolve("shop/home/kopilka.db"));
    permit("home/kopilka.db", ofFile);
    permit("home", ofFolder);
    var line = "$K accrue import r.csv -d " + at + "/kopilka.db";
    var child = Child.shell(shop, HUMBLE + line);
    assertEquals(7, child.exit(), child.err());
    allow();
    assertTrue(child.err().contains("kopilka: " + what), child.err());
    assertTrue(child.err().contains(remedy), child.err());
    assertEquals(1, child.err().split("kopilka: ", -1).length - 1, child.err());
    assertFalse(child.err().contains("Exception") || child.err().contains("\tat "), child.err());
    // SQLite may leave an empty log where it may make files but not write the ledger.
    var log = folder.resolve("shop/home/kopilka.db-wal").toFile();
    assertEquals(0, log.length());
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(folder.resolve("shop/home/kopilka.db"))));
    assertFalse(Files.exists(folder.resolve("shop/r.csv.rejects.csv")));
    // The nearest legal twin: the same command where all is permitted, logs that were left included.
    var again = Child.shell(shop, HUMBLE + "$K accrue import r.csv -d home/kopilka.db");
    assertEquals(8, again.exit(), again.err());
  }

  @Test
  void whoMayOnlyReadStillReads() throws Exception {
    permit("home/kopilka.db", "r--------");
    var child = Child.shell(shop, HUMBLE + "$K member list -d home/kopilka.db");
    assertEquals(Exit.DONE.code(), child.exit(), child.err());
  }

  /** Of somebody else's database, where a log may not be made beside it, and where there is one. */
  @ParameterizedTest
  @CsvSource({"r--------, 8, rows of a query", "rw-------, 8, rows of a query", "rw-------, 7, lies a log"})
  void whatMayOnlyBeReadIsASourceToo(String ofFile, int exit, String told) throws Exception {
    var till = Files.createDirectory(folder.resolve("shop/till"));
    var url = "jdbc:sqlite:" + till.resolve("s.db");
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute("pragma journal_mode = wal");
      statement.execute("create table sale (id, member, occurred_at, amount)");
      statement.execute("insert into sale values ('A', '1', '2026-11-01', 10), ('B', '9', '2026-11-01', 10)");
      Files.copy(till.resolve("s.db-wal"), folder.resolve("log"));
    }
    // As it lies after a program that fell: who may not make the other file cannot read it.
    if (exit == 7) Files.move(folder.resolve("log"), till.resolve("s.db-wal"));
    permit("till/s.db", ofFile);
    permit("till", "r-x------");
    var words = "accrue import --from till/s.db --query 'select * from sale' --rejects r.csv";
    var child = Child.shell(shop, HUMBLE + "$K " + words + " -d home/kopilka.db");
    assertEquals(exit, child.exit(), child.err());
    assertTrue(child.err().contains(told), child.err());
    assertFalse(Files.exists(till.resolve("s.db-shm")));
  }
}
