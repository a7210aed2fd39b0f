package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slip in {@code --columns} is told before anything is written: exit 2 never leaves a trace. */
class ColumnsTest {
  @TempDir Path folder;
  private Typed.Place place;

  @BeforeEach
  void open() throws IOException {
    place = Typed.Place.in(folder);
    place.type("init");
    var programme = folder.resolve("program.yaml");
    Files.writeString(programme, place.type("program example retail").out());
    place.run("program", "apply", programme.toString(), "--effective", "2026-01-01");
    place.type("enroll add 1001 --enrolled-at 2026-02-01");
    place.type("enroll add 1002 --enrolled-at 2026-02-01");
    place.type("accrue purchase 1001 --id R-1 --amount 5000.00 --at 2026-02-02");
    place.type("redeem hold 1001 100 --id H-1 --until 2026-12-01");
    place.type("accrue adjust 1001 --points 9000 --reason gift --note x --id K-1");
    Files.writeString(folder.resolve("m.csv"), "member\n1003\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enroll add 1009",
        "member update 1001 --name Anna",
        "member block 1001",
        "member leave 1002",
        "member tier 1001 gold --reason x",
        "member merge 1002 1001",
        "accrue purchase 1001 --id R-2 --amount 10.00",
        "accrue return R-1 --id V-1",
        "accrue adjust 1001 --points 5 --reason x --note y --id K-2",
        "accrue settle",
        "redeem points 1001 100 --id S-1",
        "redeem capture H-1",
        "redeem stock umbrella --add 5",
        "segment run"
      })
  void writesNothing(String line) {
    var before = everything();
    var typed = place.type(line + " --columns nonsense");
    assertEquals(Exit.USAGE, typed.exit(), typed.err());
    assertTrue(typed.err().contains("nonsense"), typed.err());
    assertEquals(before, everything());
  }

  @Test
  void makesNoFile() {
    var backup = folder.resolve("backup.db");
    place.run("db", "backup", backup.toString(), "--columns", "nonsense");
    assertFalse(Files.exists(backup));
    var typed = place.with("KOPILKA_DB", folder.resolve("new.db").toString());
    assertEquals(Exit.USAGE, typed.type("init --columns nonsense").exit());
    assertFalse(Files.exists(folder.resolve("new.db")));
  }

  @Test
  void importsNothing() {
    var before = everything();
    var file = folder.resolve("m.csv").toString();
    assertEquals(
        Exit.USAGE, place.run("enroll", "import", file, "--columns", "nonsense").exit());
    assertEquals(before, everything());
  }

  @Test
  void aGroupWithinAGroupIsAColumn() {
    var typed =
        place.type("member merge 1002 1001 --id M-1 -o json --columns counterpart.balance");
    assertEquals("{\"counterpart\":{\"balance\":{\"before\":450,\"after\":450}}}\n", typed.out());
  }

  private String everything() {
    return place.type("audit log -o json").out()
        + place.type("report members -o json").out()
        + place.type("db info -o json").out()
        + place.type("member statement 1001 -o json").out();
  }
}
