package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.command.imports.Shop;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands whose link is cut around their commit do what was asked for once, and say what is so. */
class LostAnswerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "BEFORE_COMMIT,redeem stock cup --add 50,'\"added\":50,'",
    "AFTER_COMMIT,redeem stock cup --add 50,'\"added\":50,'",
    "BEFORE_COMMIT,accrue purchase 1 --id P --amount 100.00,'\"status\":\"recorded\"'",
    "AFTER_COMMIT,accrue purchase 1 --id P --amount 100.00,'\"status\":\"recorded\"'",
    "BEFORE_COMMIT,enroll add 4,'\"status\":\"recorded\"'",
    "AFTER_COMMIT,enroll add 4,'\"status\":\"recorded\"'",
  })
  void isDoneOnce(Cut when, String line, String told) throws Exception {
    var url = Server.running().empty();
    var shop = Shop.at(folder, url);
    try (var proxy = new Proxy(Server.running().port(), 1)) {
      proxy.cut(when);
      var typed = shop.place().with("KOPILKA_DB", proxy.to(url)).type(line + " -o json");
      assertEquals(1, proxy.stopCutting());
      assertEquals(Exit.DONE, typed.exit(), typed.err());
      assertTrue(typed.out().contains(told), typed.out());
    }
  }

  /** At the same moment by the same person: it is another one all the same. */
  @ParameterizedTest
  @CsvSource({"BEFORE_COMMIT", "AFTER_COMMIT"})
  void whatWasAskedForTwiceIsDoneTwice(Cut when) throws Exception {
    var url = Server.running().empty();
    var shop = Shop.at(folder, url);
    shop.run("redeem", "stock", "cup", "--add", "50");
    try (var proxy = new Proxy(Server.running().port(), 1)) {
      proxy.cut(when);
      var place = shop.place().with("KOPILKA_DB", proxy.to(url));
      assertTrue(place.type("redeem stock cup --add 50 -o json").out().contains("\"added\":100,"));
    }
  }

  /** What is shown once it is known is found out again, wherever its link is cut. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "report kpi", "report liability", "report cohorts", "segment rfm --summary", "member show 1", "db check"
      })
  void whatIsReadIsReadAgain(String line) throws Exception {
    var url = Server.running().empty();
    var shop = Shop.at(folder, url);
    for (var i = 0; i < 5; i++) {
      shop.place().type("accrue purchase " + (1 + i % 3) + " --id P-" + i + " --amount 100.00");
    }
    var whole = shop.place().type(line + " -o json");
    assertEquals(Exit.DONE, whole.exit(), whole.err());
    var cuts = 0;
    for (var passing = 20; passing < 60; passing += 10) {
      try (var proxy = new Proxy(Server.running().port(), 1)) {
        proxy.cut(Cut.AMID, passing);
        var cut = shop.place().with("KOPILKA_DB", proxy.to(url)).type(line + " -o json");
        cuts += proxy.stopCutting();
        assertEquals(Exit.DONE, cut.exit(), () -> line + ": " + cut.err());
        assertEquals(withoutPlace(whole.out()), withoutPlace(cut.out()));
      }
    }
    assertTrue(cuts > 0, "never cut");
  }

  private static String withoutPlace(String text) {
    return text.replaceAll("127\\.0\\.0\\.1:[0-9]+|localhost:[0-9]+", "");
  }
}
