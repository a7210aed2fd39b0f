package dev.kopilka.command.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Ledgers;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramCommandsTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void prepareALedgerAndAFile() throws IOException {
    Ledgers.created(folder.resolve("kopilka.db"));
    file =
        Files.writeString(folder.resolve("p.yaml"), place().type("program example retail").out());
  }

  private Typed.Place place() {
    return Typed.Place.in(folder);
  }

  private Typed type(String line) {
    return place().type(line.replace("FILE", file.toString()));
  }

  private void change(String before, String after) throws IOException {
    var text = Files.readString(file);
    assertTrue(text.contains(before), before);
    Files.writeString(file, text.replace(before, after));
  }

  @ParameterizedTest
  @ValueSource(strings = {"retail", "fitness", "cafe"})
  void anExamplePassesTheCheckThroughAPipe(String kind) {
    for (var language : new String[] {"en", "ru"}) {
      var example = place().type("program example " + kind + " --lang " + language);
      var check = place().typing(example.out()).type("program check -");
      assertEquals(Exit.DONE, check.exit(), check.err());
      assertTrue(check.out().contains("programme  " + kind), check.out());
    }
  }

  @Test
  void aFaultHasFileLineColumnAndRemedy() throws IOException {
    change("hold: P14D", "hould: P14D");
    var check = type("program check FILE");
    assertEquals(Exit.BAD_INPUT, check.exit());
    assertEquals("", check.out());
    assertTrue(check.err().startsWith(file + ":36:5: error[KEY_UNKNOWN]: "), check.err());
    assertTrue(check.err().contains("hold"), check.err());
    var russian = type("program check FILE --lang ru");
    assertTrue(russian.err().contains("Неизвестный ключ: hould"), russian.err());
  }

  @Test
  void checkAndApplyFindTheSameFaults() throws IOException {
    change("P14D", "14D");
    assertEquals(type("program check FILE").err(), type("program apply FILE").err());
    assertEquals(Exit.BAD_INPUT, type("program apply FILE").exit());
  }

  @Test
  void theSameBytesAgainAreNoNewVersion() {
    var first = type("program apply FILE --effective 2026-01-01 -o json");
    assertTrue(first.out().contains("\"version\":1,\"status\":\"applied\""), first.out());
    assertTrue(first.out().contains("\"effective_from\":\"2026-01-01\",\"order\":\"42-p\""));
    var again = type("program apply FILE --effective 2026-05-01 -o json");
    assertEquals(Exit.DONE, again.exit());
    assertTrue(again.out().contains("\"version\":1,\"status\":\"already\""), again.out());
    assertTrue(again.err().contains("Version 1"), again.err());
  }

  @Test
  void aDryRunSaysWhatTheRunSaysAndWritesNothing() {
    var dry = type("program apply FILE --dry-run");
    assertEquals("", type("program history -o csv").out().lines().skip(1).findAny().orElse(""));
    assertEquals("Dry run: nothing was written.\n", dry.err());
    assertEquals(dry.out(), type("program apply FILE").out());
  }

  @Test
  void aVersionNeverStartsBeforeTheLastOne() throws IOException {
    type("program apply FILE --effective 2026-06-01");
    change("points: 5, per", "points: 6, per");
    var refused = type("program apply FILE --effective 2026-05-31");
    assertEquals(Exit.REFUSED, refused.exit());
    assertTrue(refused.err().contains("2026-05-31"), refused.err());
    assertEquals(Exit.DONE, type("program apply FILE --effective 2026-06-01").exit());
  }

  @Test
  void historyTellsWhatEachVersionChanged() throws IOException {
    type("program apply FILE --effective 2026-01-01");
    change("points: 5, per", "points: 6, per");
    change("    cap: { per_event: 300, per_month: 1500 }", "   ");
    type("program apply FILE --effective 2027-01-01 --order 99");
    assertEquals(
        """
        version,effective_from,in_force,order,author,changes
        1,2026-01-01,true,42-p,tester,0
        2,2027-01-01,false,99,tester,3
        """,
        type("program history -o csv --columns"
                 + " version,effective_from,in_force,order,author,changes")
            .out());
    assertEquals(
        """
        version,path,before,after
        2,earn[base].give.points,5,6
        2,earn[coffee].cap.per_event,300,
        2,earn[coffee].cap.per_month,1500,
        """,
        type("program history --changes -o csv").out());
  }

  @Test
  void showsTheVersionInForceOnTheDayThatIsAskedFor() throws IOException {
    type("program apply FILE --effective 2026-01-01");
    var source = Files.readString(file);
    change("points: 5, per", "points: 6, per");
    type("program apply FILE --effective 2026-12-01");
    assertTrue(type("program show").out().contains("points: 5; per: 100.00"));
    assertTrue(type("program show --as-of 2026-12-01").out().contains("points: 6; per: 100.00"));
    assertEquals(Exit.REFUSED, type("program show --as-of 2025-12-31").exit());
    assertEquals(Exit.NOT_FOUND, type("program show --number 3").exit());
    assertEquals(source, type("program show --number 1 --source").out());
  }

  @Test
  void showsATableForEachListOfTheFile() {
    type("program apply FILE");
    var json = type("program show -o json").out();
    assertTrue(json.contains("{\"code\":\"gold\",\"name\":\"Gold\",\"from\":\"30000.00\"}"), json);
    assertTrue(json.contains("\"rewards\":[{\"code\":\"coffee-cup\""), json);
    assertFalse(json.contains("\"suppliers\""), json);
  }

  @Test
  void anEndlessFileIsRefusedAndNotRead() {
    var check = place().typing("#".repeat(2_000_000)).type("program check -");
    assertEquals(Exit.BAD_INPUT, check.exit());
    assertTrue(check.err().contains("FILE_TOO_LARGE"), check.err());
  }
}
