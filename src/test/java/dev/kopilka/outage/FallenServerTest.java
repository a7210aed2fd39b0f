package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.command.imports.Shop;
import dev.kopilka.home.Cluster;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A server that falls over at the very commit of a command and comes up again: it remembers no
 * transaction, and may give their numbers again. Commands say all the same what they have done, and do
 * it once, whether they have a key of their own or none.
 */
class FallenServerTest {
  private static final String MARKS = "select name from setting where name like 'unit:%'";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static Shop shop;
  private static int ledgers;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.in(folder);
    shop = UnheardTest.shop(folder.resolve("shop"), cluster.empty("shop"));
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  private static void fall() {
    try {
      cluster.stopAtOnce();
      cluster.start();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String withoutId(String text) {
    return text.replaceAll("\"id\":\"[0-9A-Z-]{10,}\"", "");
  }

  /** Before each the commits that go well, every second of them that of a mark. */
  @ParameterizedTest
  @CsvSource({
    "AFTER_COMMIT,0,accrue adjust --approve K --actor olga",
    "BEFORE_COMMIT,0,accrue adjust --approve K --actor olga",
    "AFTER_COMMIT,0,accrue adjust --reject K --actor olga",
    "AFTER_COMMIT,2,accrue settle 2027-03-01 --ahead",
    "BEFORE_COMMIT,2,accrue settle 2027-03-01 --ahead",
    "AFTER_COMMIT,2,accrue import --revert 2",
    "AFTER_COMMIT,0,member block 3 --reason fraud",
    "AFTER_COMMIT,0,member leave 3 --reason own-wish",
    "AFTER_COMMIT,0,enroll add 4",
    "BEFORE_COMMIT,0,redeem stock cup --add 50",
    "AFTER_COMMIT,0,redeem stock cup --add 50",
    "AFTER_COMMIT,0,accrue purchase 1 --id P --amount 100.00",
    "AFTER_COMMIT,0,accrue purchase 1 --amount 100.00",
    "AFTER_COMMIT,0,redeem points 1 20 --id S",
    "AFTER_COMMIT,0,member transfer 1 2 20 --id T",
  })
  void doesNotMakeThemForget(Cut when, int well, String line) throws Exception {
    var number = ++ledgers;
    var told = shop.beside(cluster.copy("shop", "whole" + number)).place().type(line + " -o json");
    assertEquals(Exit.DONE, told.exit(), told.err());
    var url = cluster.copy("shop", "fallen" + number);
    try (var proxy = new Proxy(cluster.port(), 1).with(FallenServerTest::fall)) {
      proxy.cut(when, well);
      var fallen = shop.beside(proxy.to(url)).place().type(line + " -o json");
      assertEquals(1, proxy.stopCutting());
      assertEquals(withoutId(told.out()), withoutId(fallen.out()), fallen.err());
      assertEquals(Exit.DONE, fallen.exit(), fallen.err());
    }
    var after = shop.beside(url);
    UnheardTest.done(after.run("audit", "verify"));
    assertEquals(List.of(), after.ask(MARKS));
  }
}
