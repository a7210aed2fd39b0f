package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.command.imports.Shop;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that goes away once it has committed, and stays away for longer than anybody waits: a
 * command says what is not known, and how to go on without doing it twice.
 */
class GoneServerTest {
  private static final Pattern ID = Pattern.compile("with (--id [0-9A-Z-]+):");

  @TempDir Path folder;

  /** Both at once, each of a ledger of its own: each waits for half a minute, and neither for the other. */
  @Test
  void leavesNobodyToDoItTwice() throws Exception {
    var shop = Shop.at(folder, Server.running().empty());
    var url = shop.place().environment().get("KOPILKA_DB");
    var twin = Server.running().copy(url);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var stock = threads.submit(() -> gone(shop, twin, "redeem stock cup --add 50"));
      var purchase = threads.submit(() -> gone(shop, url, "accrue purchase 1 --amount 100.00"));
      assertTrue(stock.get().err().contains("whether it has kept it is not known"), stock.get().err());
      assertTrue(stock.get().err().contains("kopilka audit log"), stock.get().err());
      var id = ID.matcher(purchase.get().err());
      assertTrue(id.find(), purchase.get().err());
      var again = shop.place().type("accrue purchase 1 --amount 100.00 " + id.group(1) + " -o json");
      assertTrue(again.out().contains("\"status\":\"duplicate\""), again.out() + again.err());
    }
    assertEquals("10", shop.place().type("member show 1 --columns balance.available -q").out().replaceAll("\\D", ""));
  }

  private static Typed gone(Shop shop, String url, String line) throws IOException {
    var proxy = new Proxy(Server.running().port(), 1);
    var typed = shop.beside(proxy.with(() -> close(proxy)).to(url));
    proxy.cut(Cut.AFTER_COMMIT);
    var told = typed.place().type(line);
    assertEquals(1, proxy.stopCutting());
    assertEquals(Exit.STORAGE, told.exit(), told.err());
    return told;
  }

  private static void close(Proxy proxy) {
    try {
      proxy.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
