package dev.kopilka.command.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Ledgers;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import dev.kopilka.store.Database;
import dev.kopilka.store.copy.Copy;
import dev.kopilka.store.copy.Mark;
import dev.kopilka.store.server.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger is taken from a file to a server and back. */
class CopyTest {
  @TempDir Path folder;
  private Place place;
  private String from;

  @BeforeEach
  void open() throws IOException {
    place = Place.in(folder);
    from = Ledgers.at(folder.resolve("kopilka.db"));
    done("init");
    var programme = folder.resolve("p.yaml");
    Files.writeString(programme, place.type("program example retail").out());
    done("program", "apply", programme.toString(), "--effective", "2025-01-01");
    var members = new StringBuilder("member,name,phone,enrolled_at,attr.card\n");
    var receipts = new StringBuilder("id,member,occurred_at,amount,category\n");
    for (var i = 1; i <= 300; i++) {
      members.append("М-").append(i).append(",Анна ").append(i).append(",+7916").append(1_000_000 + i);
      members.append(",2025-02-01,C\\").append(i).append('\n');
      receipts.append("R-").append(i).append(",М-").append(1 + i % 50).append(",2026-03-0");
      receipts.append(1 + i % 9).append(',').append(100 + i).append(".00,coffee\n");
    }
    done("enroll", "import", file("members.csv", members.toString()));
    done("accrue", "import", file("receipts.csv", receipts.toString()));
    done("accrue", "adjust", "М-1", "--points", "25", "--reason", "goodwill", "--note", "tab\there");
    done("member", "block", "М-7", "--reason", "fraud");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Typed done(String... words) {
    var typed = place.run(words);
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    return typed;
  }

  private static Mark mark(String location) {
    try (var database = Database.open(location)) {
      return database.read(Mark::of);
    }
  }

  /** What a reader of the ledger gets, in every respect that the copy has to keep. */
  private static List<String> told(Place place, String location) {
    var told = new ArrayList<String>();
    for (var line :
        List.of(
            "member list -o csv",
            "member show М-1 -o json --reveal",
            "member statement М-1 -o csv",
            "program history -o json",
            "accrue import --list -o csv",
            "report kpi --from 2026-01-01 --to 2026-11-01 -o json",
            "audit verify -o json")) {
      var typed = place.with("KOPILKA_DB", location).type(line);
      assertEquals(Exit.DONE, typed.exit(), line + typed.err());
      told.add(typed.out());
    }
    return told;
  }

  @Test
  void fromAFileToAServerAndBackItIsTheSame() {
    var server = Server.running().empty();
    var file = folder.resolve("back.db").toString();
    var there = done("db", "copy", from, server, "-o", "json");
    assertTrue(there.out().contains("\"verified\":true"), there.out());
    done("db", "copy", server, file);
    assertEquals(mark(from), mark(server));
    assertEquals(mark(from), mark(file));
    assertEquals(told(place, from), told(place, server));
    assertEquals(told(place, from), told(place, file));
    // The new ledger goes on where the old one stood.
    var purchase = "accrue purchase М-9 --id N-1 --amount 900.00 --at 2026-05-01 -o json";
    var expected = place.with("KOPILKA_DB", from).type(purchase);
    assertEquals(Exit.DONE, expected.exit(), expected.err());
    for (var location : List.of(server, file)) {
      assertEquals(expected, place.with("KOPILKA_DB", location).type(purchase));
      var again = place.with("KOPILKA_DB", location).type("accrue import " + folder.resolve("receipts.csv") + " -o json");
      assertTrue(again.out().contains("\"accepted\":0,\"duplicates\":300"), again.out() + again.err());
    }
  }

  @Test
  void aDryRunSaysWhatItWouldDoAndMakesNothing() {
    var file = folder.resolve("back.db");
    var typed = done("db", "copy", from, file.toString(), "--dry-run", "--columns", "members");
    assertEquals("members  300\n", typed.out());
    assertTrue(Files.notExists(file));
  }

  @Test
  void whatIsThereIsNotTouched() {
    var server = Server.running().empty();
    done("init", "--db", server);
    for (var dry : List.of("--dry-run", "--quiet")) {
      var typed = place.run("db", "copy", from, server, dry);
      assertEquals(Exit.STORAGE, typed.exit());
      assertTrue(typed.err().contains("There is a ledger at"), typed.err());
    }
    assertEquals(0L, mark(server).rows().get("member"));
  }

  /** A text that somebody keeps there is named, and is no backup to go back from. */
  @Test
  void whatIsNoDatabaseIsNotTouchedEither() throws IOException {
    var file = Files.writeString(folder.resolve("program.yaml"), "currency: RUB\n".repeat(200));
    for (var dry : List.of("--dry-run", "--quiet")) {
      var typed = place.run("db", "copy", from, file.toString(), dry);
      assertEquals(Exit.STORAGE, typed.exit());
      assertTrue(typed.err().contains("is something at " + file), typed.err());
    }
    var typed = place.run("db", "migrate", "--db", file.toString());
    assertEquals(Exit.STORAGE, typed.exit());
    assertTrue(typed.err().contains("The file " + file + " is damaged"), typed.err());
    assertTrue(Files.readString(file).startsWith("currency"));
  }

  /** Breaks a copy off after so many rows. */
  private void breakOff(String to, long rows) {
    Copy.prepare(to, Login.NONE);
    try (var source = Database.open(from);
        var target = Database.openForCopy(to, Login.NONE)) {
      assertThrows(
          InterruptedCopy.class,
          () ->
              source.read(
                  unit ->
                      Copy.of(
                          unit,
                          target,
                          done -> {
                            if (done >= rows) throw new InterruptedCopy();
                          })));
    }
  }

  private static final class InterruptedCopy extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void onThatWasBrokenOffGoesOnAndIsNoLedgerUntilThen() {
    for (var to : List.of(Server.running().empty(), folder.resolve("back.db").toString())) {
      breakOff(to, 500);
      var early = place.with("KOPILKA_DB", to).type("member list");
      assertEquals(Exit.STORAGE, early.exit());
      assertTrue(early.err().contains("is copying a ledger into"), early.err());
      var typed = done("db", "copy", from, to, "-o", "json");
      assertTrue(typed.out().matches("(?s).*\"resumed_after\":[5-9][0-9]{2}.*"), typed.out());
      assertEquals(mark(from), mark(to));
    }
  }

  @Test
  void aSourceThatWasWrittenToSinceIsNotMixed() {
    var to = folder.resolve("back.db").toString();
    breakOff(to, 500);
    done("accrue", "purchase", "М-9", "--amount", "900.00", "--id", "N-1");
    var typed = place.run("db", "copy", from, to);
    assertEquals(Exit.STORAGE, typed.exit());
    assertTrue(typed.err().contains("was written to since"), typed.err());
  }

  /** A head, a row that is missing, another sum of points. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update account set head = zeroblob(32) where member = 1",
        "delete from attribute where member = 3",
        "update lot set remaining = remaining + 1 where member = 1 and entry = (select min(entry) from lot where member = 1)"
      })
  void whatDiffersIsSeen(String sql) {
    var to = folder.resolve("back.db").toString();
    // All but the log and the imports, which come last, is there then.
    breakOff(to, mark(from).rows().values().stream().mapToLong(Long::longValue).sum() - 10);
    Disguise.run("jdbc:sqlite:" + to, sql);
    var typed = place.run("db", "copy", from, to);
    assertEquals(Exit.CHECK_FAILED, typed.exit(), typed.err());
    assertTrue(typed.err().contains("is not the same"), typed.err());
    // And it becomes no ledger.
    assertTrue(place.run("member", "list", "--db", to).err().contains("is copying a ledger into"));
  }
}
