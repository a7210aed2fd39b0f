package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.app.Typed;
import dev.kopilka.command.imports.Shop;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import dev.kopilka.store.copy.Copy;
import dev.kopilka.store.server.Login;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands without a key of their own, whose commits nobody answers: they say what they have done. */
class UnheardTest {
  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() throws Exception {
    shop = shop(folder, Server.running().empty());
  }

  static void done(Typed typed) {
    assertEquals(Exit.DONE, typed.exit(), typed.err());
  }

  private static String copy() {
    return Server.running().copy(url(shop));
  }

  private static String url(Shop of) {
    return of.place().environment().get("KOPILKA_DB");
  }

  /** A ledger with some purchases that are to expire, and an adjustment that waits. */
  static Shop shop(Path folder, String url) throws IOException {
    var shop = Shop.at(folder, url);
    var limited =
        shop.text("program.yaml")
            + "adjust: { per_operation: 100, per_day: 5000 }\ntransfer: { per_month: 300 }\n";
    done(shop.run("program", "apply", shop.file("limited.yaml", limited), "--effective", "2026-02-01"));
    var receipts = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 0; i < 40; i++) receipts.append("R-" + i + "," + (1 + i % 3) + ",2026-02-03,150.00\n");
    done(shop.run("accrue", "import", shop.file("receipts.csv", receipts.toString())));
    done(shop.place().type("accrue adjust 2 --points 500 --reason goodwill --note late --id K"));
    return shop;
  }

  /** Before each the commits that are heard, up to the one that is not; after each the mark's own. */
  @ParameterizedTest
  @CsvSource({
    "0,accrue adjust --approve K --actor olga",
    "0,accrue adjust --reject K --actor olga",
    "0,accrue settle 2027-03-01 --ahead",
    "2,accrue settle 2027-03-01 --ahead",
    "0,accrue import --revert 2",
    "2,accrue import --revert 2",
    "4,accrue import --revert 2",
    "0,member block 3 --reason fraud",
  })
  void sayWhatTheyHaveDone(int heard, String line) throws Exception {
    var whole = shop.beside(copy()).place().type(line + " -o json");
    assertEquals(Exit.DONE, whole.exit(), whole.err());
    var url = copy();
    try (var proxy = new Proxy(Server.running().port(), 1)) {
      proxy.cut(Cut.AFTER_COMMIT, heard);
      var cut = shop.beside(proxy.to(url)).place().type(line + " -o json");
      assertEquals(1, proxy.stopCutting());
      assertEquals(whole.out(), cut.out(), cut.err());
      assertEquals(Exit.DONE, cut.exit(), cut.err());
    }
    done(shop.beside(url).run("audit", "verify"));
  }

  /** Whoever asks a server of another make what became of a commit gets no answer. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "accrue adjust --approve K --actor olga", "accrue settle 2027-03-01 --ahead", "member block 3 --reason fraud"
      })
  void sayItAlsoWhereTheServerDoesNot(String line) throws Exception {
    var whole = shop.beside(copy()).place().type(line + " -o json");
    var url = copy();
    Disguise.says(url, "PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu");
    try (var proxy = new Proxy(Server.running().port(), 1)) {
      proxy.cut(Cut.AFTER_COMMIT);
      var cut = shop.beside(proxy.to(url)).place().type(line + " -o json");
      assertEquals(1, proxy.stopCutting());
      assertEquals(whole.out(), cut.out(), cut.err());
    }
  }

  /** As many tables as there are, each in a commit of its own. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 17})
  void aCopyIsNotTakenForSomebodyElses(int heard) throws Exception {
    var from = url(shop);
    var whole = shop.place().run("db", "copy", from, Server.running().empty(), "--columns", "rows");
    var to = Server.running().empty();
    // Who makes the tables is another's business, which says itself when its link is cut.
    Copy.prepare(to, Login.NONE);
    try (var proxy = new Proxy(Server.running().port(), 1)) {
      proxy.cut(Cut.AFTER_COMMIT, heard);
      var cut = shop.place().run("db", "copy", from, proxy.to(to), "--columns", "rows");
      assertEquals(1, proxy.stopCutting());
      assertEquals(Exit.DONE, cut.exit(), cut.err());
      assertEquals(whole.out(), cut.out());
    }
  }
}
