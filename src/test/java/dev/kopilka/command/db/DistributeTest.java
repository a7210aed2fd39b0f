package dev.kopilka.command.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables are spread over the nodes of a Citus, which is a PostgreSQL in disguise here: it takes
 * a table by the rules of Citus, notes what it is told, and spreads nothing.
 */
class DistributeTest {
  private static final List<String> CALLS =
      List.of(
          "member by member with none",
          "person by member with member",
          "attribute by member with member",
          "event by member with member",
          "entry by member with member",
          "draw by member with member",
          "note by member with member",
          "account by member with member",
          "lot by member with member",
          "hold by member with member",
          "standing by member with member",
          "segment_member by member with member",
          "contact by member with member",
          "pilot_member by member with member",
          "event_key by place with none",
          "identity by key with none",
          "waiting everywhere");

  private static final List<String> ALL =
      List.of(
          "draw_stays",
          "entry_stays",
          "event_stays",
          "log_stays",
          "pilot_decision_stays",
          "pilot_member_stays",
          "pilot_stays");

  private static final String TRIGGERS =
      "select tgname from pg_trigger where not tgisinternal order by tgname";

  @TempDir Path folder;
  private String url;
  private Place place;

  @BeforeEach
  void open() throws IOException {
    url = Server.running().empty();
    place = Place.in(folder).with("KOPILKA_DB", url);
    done("init -q");
    var file = folder.resolve("p.yaml");
    Files.writeString(file, place.type("program example cafe").out());
    done("program apply " + file + " --effective 2026-01-01");
    done("enroll add C-1 --name Anna --phone +79120000001 --enrolled-at 2026-01-10");
    done("accrue purchase C-1 --amount 900.00 --id R-1");
  }

  private Typed done(String line) {
    var typed = place.type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  @Test
  void eachTableIsSpreadOnceByItsOwnColumn() {
    Disguise.asCitus(url);
    var planned = done("db migrate --distribute citus --dry-run -o json");
    assertEquals(List.of(), Disguise.calls(url));
    var typed = done("db migrate --distribute citus -o json");
    assertEquals(planned.out(), typed.out());
    assertEquals(CALLS, Disguise.calls(url));
    assertTrue(typed.out().contains("{\"table\":\"event\",\"by\":\"member\",\"status\":\"distributed\"}"), typed.out());
    assertTrue(typed.out().contains("{\"table\":\"budget\",\"by\":\"local\",\"status\":\"already\"}"), typed.out());
    assertTrue(typed.err().contains("16 tables lie on the nodes"), typed.err());
    // What is spread can have no triggers; what is not keeps them.
    assertEquals(List.of("log_stays", "pilot_decision_stays", "pilot_stays"), Disguise.texts(url, TRIGGERS));
    var again = done("db migrate --distribute citus -o json");
    assertEquals(CALLS, Disguise.calls(url));
    assertEquals(planned.out().replace("\"distributed\"", "\"already\""), again.out());
    assertTrue(again.err().contains("already"), again.err());
  }

  @Test
  void whatWasBegunByHandIsGoneOnWith() {
    Disguise.asCitus(url);
    Disguise.run(url, "select create_distributed_table('member', 'member', colocate_with => 'none')");
    var typed = done("db migrate --distribute citus -o json");
    assertEquals(CALLS, Disguise.calls(url));
    assertTrue(typed.out().contains("{\"table\":\"member\",\"by\":\"member\",\"status\":\"already\"}"), typed.out());
  }

  /** All or nothing: a trigger of somebody's own stands in the way of one table. */
  @Test
  void oneTableThatIsNotTakenTakesTheOthersBack() {
    Disguise.asCitus(url);
    Disguise.run(url, "create trigger own before update on lot for each statement execute function kopilka_append_only()");
    var typed = place.type("db migrate --distribute citus");
    assertEquals(Exit.STORAGE, typed.exit(), typed.err());
    assertTrue(typed.err().contains("does not take the table lot: ERROR: cannot distribute"), typed.err());
    assertEquals(List.of(), Disguise.calls(url));
    assertEquals(
        Stream.concat(ALL.stream(), Stream.of("own")).sorted().toList(), Disguise.texts(url, TRIGGERS));
  }

  @Test
  void theLedgerGoesOn() {
    Disguise.asCitus(url);
    done("db migrate --distribute citus --roles");
    assertTrue(done("db info -o json").out().contains("\"engine\":\"citus\""));
    done("db check");
    done("accrue purchase C-1 --amount 900.00 --id R-2");
    done("enroll add C-2 --name Boris --enrolled-at 2026-01-11");
    done("member merge C-2 C-1 --reason two-cards");
    done("member leave C-1");
    done("enroll add C-3 --name Anna --phone +79120000001 --enrolled-at 2026-01-12");
    done("accrue settle");
    done("audit verify");
    Disguise.run(url, "drop trigger log_stays on log");
    assertEquals(Exit.CHECK_FAILED, place.type("db check").exit());
  }

  @Test
  void whereThereIsNoCitusNothingIsSpread() {
    for (var db : List.of(url, folder.resolve("file.db").toString())) {
      var there = place.with("KOPILKA_DB", db);
      there.type("init -q");
      for (var dry : List.of("", " --dry-run")) {
        var typed = there.type("db migrate --distribute citus" + dry);
        assertEquals(Exit.STORAGE, typed.exit());
        assertTrue(typed.err().contains("There is no Citus behind"), typed.err());
        assertTrue(there.type("db migrate --distribute citus -o json" + dry).err().contains("DATABASE_NOT_CITUS"));
      }
      assertEquals(Exit.USAGE, there.type("db migrate --distribute oracle").exit());
    }
    assertEquals(ALL, Disguise.texts(url, TRIGGERS));
  }
}
