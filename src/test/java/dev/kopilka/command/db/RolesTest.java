package dev.kopilka.command.db;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.home.Disguise;
import dev.kopilka.home.Server;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with a ledger on a server. */
class RolesTest {
  private static final String KEYS = "select key from identity where key not like 'code:D-%' order by key";
  private static final String PILOT_KEY = "select value from setting where name = 'pilot_key'";

  @TempDir static Path folder;
  private static String url;
  private static Place admin;

  @BeforeAll
  static void open() throws IOException {
    url = Server.running().empty();
    admin = Place.in(folder).with("KOPILKA_DB", url);
    done("init", "-q");
    var file = Files.writeString(folder.resolve("p.yaml"), admin.type("program example cafe").out());
    done("program", "apply", file.toString(), "--effective", "2026-01-01");
    var members = folder.resolve("m.csv");
    var others = IntStream.range(0, 12).mapToObj(i -> "D-" + i + ",,,2026-01-10\n").collect(joining());
    Files.writeString(members, "member,name,phone,enrolled_at\nC-1,Анна,+79120000001,2026-01-10\n" + others);
    done("enroll", "import", members.toString());
    business();
    for (var role : new String[] {"app", "auditor", "consultant"}) {
      Server.running().run("drop role if exists test_" + role);
      Server.running().run("create role test_" + role + " login");
    }
    // Asked for twice: it mends what is there, and takes back what is too much.
    done("db", "migrate", "--roles");
    Disguise.run(url, "grant all on person, note, contact, event, import_run to kopilka_app");
    done("db", "migrate", "--roles");
    for (var role : new String[] {"app", "auditor", "consultant"}) {
      Server.running().run("grant kopilka_" + role + " to test_" + role);
    }
  }

  /** Something of all that the consultant's reports ask about, and an import that was undone. */
  private static void business() throws IOException {
    done("accrue", "purchase", "C-1", "--amount", "900.00", "--id", "R-0", "--channel", "web", "--at", "2026-02-01");
    done("accrue", "return", "R-0", "--amount", "100.00", "--id", "B-0", "--at", "2026-02-03");
    // Equal in everything: in groups of equal size the codes decide.
    for (var i = 11; i >= 4; i--) {
      done("accrue", "purchase", "D-" + i, "--amount", "50.00", "--id", "S-" + i, "--at", "2026-02-01");
    }
    var purchases = "id,member,occurred_at,amount,channel\nR-9,C-1,2026-02-02T10:00:00,5000.00,web\n";
    done("accrue", "import", Files.writeString(folder.resolve("undone.csv"), purchases).toString());
    done("accrue", "import", "--revert", "2");
    done("pilot", "assign", "letter", "--from", "2026-02-01", "--salt", "thyme");
  }

  private static void done(String... words) {
    var typed = admin.run(words);
    assertEquals(Exit.DONE, typed.exit(), typed.err());
  }

  private static String as(String role) {
    return url.replace("user=postgres", "user=test_" + role);
  }

  private static Typed typed(String role, String line) {
    return admin.with("KOPILKA_DB", as(role)).type(line);
  }

  @ParameterizedTest
  @CsvSource({
    "app, accrue purchase C-1 --amount 900.00 --id R-1",
    "app, member update C-1 --city Казань",
    "app, member show C-1 --reveal",
    "app, accrue settle",
    "app, audit verify",
    "app, db check",
    "auditor, audit verify",
    "auditor, audit log",
    "auditor, audit explain C-1",
    "auditor, member list",
    "auditor, member show C-1",
    "auditor, member show C-1 -o json",
    "auditor, member find C-1",
    "auditor, db check",
    "auditor, report liability",
    "auditor, db info",
    "consultant, report kpi --from 2026-01-01 --to 2026-12-31",
    "consultant, report liability",
    "consultant, report liability --method survival",
    "consultant, report liability --method ifrs15 --expected 80%",
    "consultant, report cohorts",
    "consultant, report expiry",
    "consultant, report goals",
    "consultant, segment list --overlaps",
    "consultant, report channels --from 2026-01-01 --to 2026-12-31",
    "consultant, report partners --from 2026-01-01 --to 2026-12-31",
    "consultant, segment rfm --summary",
    "consultant, segment rfm --matrix --window P12M",
    "consultant, segment compare rfm --from 2026-02-01 --to 2026-03-01",
    "consultant, pilot show",
    "consultant, pilot show letter",
    "consultant, pilot result letter",
    "consultant, db info"
  })
  void eachDoesTheirOwnWork(String role, String line) {
    var typed = typed(role, line);
    assertEquals(Exit.DONE, typed.exit(), typed.err());
  }

  @ParameterizedTest
  @CsvSource({
    "auditor, accrue purchase C-1 --amount 900.00",
    "auditor, member find Анна",
    "auditor, member find +79120000001",
    "auditor, member find C-1 --phone +79120000001",
    "auditor, member find C-1 --reveal",
    "auditor, member show C-1 --personal",
    "auditor, member show C-1 --reveal",
    "consultant, member find C-1",
    "auditor, pilot assign letter --dry-run",
    "consultant, accrue purchase C-1 --amount 900.00",
    "consultant, member show C-1",
    "consultant, member list",
    "consultant, audit verify",
    "consultant, report staff",
    "consultant, segment rfm",
    "consultant, pilot assign letter --dry-run",
    "consultant, pilot assign other --share 100% --dry-run"
  })
  void andNothingElse(String role, String line) {
    var typed = typed(role, line);
    assertEquals(Exit.STORAGE, typed.exit(), typed.out() + typed.err());
    assertTrue(typed.err().contains("may not do that"), typed.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update event set amount = 0",
        "delete from event", "truncate event",
        "update entry set points = 0",
        "delete from draw",
        "delete from event_key", "delete from note", "update note set text = ''", "delete from contact",
        "update event_key set number = 1",
        "update identity set member = 1",
        "delete from log", "delete from import_run", "delete from budget", "delete from stock",
        "update pilot_member set arm = 1", "delete from pilot",
        "update pilot_decision set note = ''",
        "update programme set source = ''",
        "delete from programme", "drop table lot",
        "delete from member", "delete from person", "delete from account", "delete from standing",
        "alter table event disable trigger all",
        "create table mine (x int)",
        "create temporary table mine (x int)"
      })
  void theApplicationCannotTouchTheLedger(String sql) {
    try (var database = Database.open(as("app"))) {
      var trouble =
          assertThrows(
              Trouble.Storage.class,
              () ->
                  database.write(
                      false,
                      unit -> {
                        unit.run(sql);
                        return true;
                      }));
      assertEquals("DATABASE_FORBIDDEN", trouble.problem().code());
    }
  }

  /** A phone is personal, whatever stands of it in the registry; a code is not. */
  @Test
  void theAuditorFindsMembersByTheirCodesAlone() {
    assertEquals(List.of("code:C-1"), texts("auditor", KEYS));
    assertEquals(List.of("code:C-1", "phone:+79120000001"), texts("app", KEYS));
    var audit = typed("auditor", "audit verify");
    assertTrue(audit.err().contains("were not compared"), audit.err());
    assertEquals("", typed("app", "audit verify -q").err());
    Server.running().run("drop role if exists test_both");
    Server.running().run("create role test_both login in role kopilka_app, kopilka_auditor");
    assertEquals(List.of("code:C-1", "phone:+79120000001"), texts("both", KEYS));
    assertEquals(1, texts("both", PILOT_KEY).size());
  }

  @Test
  void theAuditorSeesNothingPersonalOfAMember() {
    for (var line : new String[] {"member show C-1", "member show C-1 -o md", "member find C-1"}) {
      var seen = typed("auditor", line);
      assertTrue(seen.out().contains("C-1") && !seen.out().contains("name"), seen.out());
      assertTrue(typed("app", line).out().contains("name"), line);
    }
  }

  private static List<String> texts(String role, String sql) {
    try (var database = Database.open(as(role))) {
      return database.read(
          unit -> {
            var texts = new ArrayList<String>();
            try (var row = unit.query(sql)) {
              while (row.next()) texts.add(row.text(1));
            }
            return texts;
          });
    }
  }

  /** The id of an enrolment is a code, and so is what a transfer or a merge is about. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        KEYS,
        "select code from member",
        "select id from event",
        "select subject from event",
        "select reference from event",
        "select salt from pilot"
      })
  void theConsultantSeesNobodysCode(String sql) {
    var trouble = assertThrows(Trouble.Storage.class, () -> texts("consultant", sql));
    assertEquals("DATABASE_FORBIDDEN", trouble.problem().code());
  }

  /** What was returned, and what an import's undoing undid, stands in ids that only others may read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "report channels --from 2026-01-01 --to 2026-12-31 -o csv",
        "report partners --from 2026-01-01 --to 2026-12-31 -o csv",
        "report kpi --from 2026-01-01 --to 2026-12-31 -o csv",
        "report cohorts -o csv",
        "segment rfm --summary -o csv",
        "segment rfm --matrix --ties apart -o csv",
        "segment compare rfm --from 2026-02-01 --to 2026-03-01 -o csv",
        "pilot result letter --measure spend -o csv"
      })
  void theConsultantsFiguresAreThoseOfOthers(String line) {
    var ours = typed("consultant", line);
    assertEquals(typed("app", line).out(), ours.out(), ours.err());
    assertTrue(ours.out().length() > 80 && ours.exit() == Exit.DONE, ours.out());
  }

  @Test
  void theConsultantCannotTellWhoIsWhoByAFile() throws IOException {
    var file = Files.writeString(folder.resolve("outcomes.csv"), "member,outcome\nC-1,1\n");
    var typed = typed("consultant", "pilot result letter --file " + file);
    assertEquals(Exit.STORAGE, typed.exit(), typed.out() + typed.err());
  }

  /** Who knows it can tell to which arm of the next pilot a member will go. */
  @Test
  void theKeyOfThePilotsIsForThoseWhoBook() {
    assertEquals(1, texts("app", PILOT_KEY).size());
    for (var role : new String[] {"auditor", "consultant"}) {
      assertEquals(List.of(), texts(role, PILOT_KEY), role);
      assertEquals(List.of("2"), texts(role, "select value from setting where name = 'schema'"), role);
    }
  }

  @Test
  void theRightsAreToldAndTooManyAreWarnedOf() {
    var mighty = admin.type("db info -o json");
    assertTrue(mighty.err().contains("may do everything on the server"), mighty.err());
    var app = typed("app", "db info -o json");
    assertEquals("", app.err());
    assertTrue(app.out().contains("{\"table\":\"event\",\"privileges\":\"select insert\",\"columns\":"), app.out());
    assertTrue(app.out().contains("{\"table\":\"lot\",\"privileges\":\"select insert update delete\""), app.out());
    var consultant = typed("consultant", "db info -o json");
    assertTrue(
        consultant.out().contains("\"table\":\"member\",\"privileges\":null,\"columns\":\"member status enrolled_at channel consents pilot merged_into\"}"),
        consultant.out());
    assertTrue(consultant.out().contains("\"table\":\"person\",\"privileges\":null,\"columns\":null}"), consultant.out());
  }
}
