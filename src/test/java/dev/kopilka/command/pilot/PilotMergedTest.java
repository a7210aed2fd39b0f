package dev.kopilka.command.pilot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cards that turn out to be one person's are one member of a pilot. */
class PilotMergedTest {
  private static final LocalDate BEFORE = LocalDate.of(2026, 10, 20);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate LATER = LocalDate.of(2026, 11, 25);

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder, Shop.PROGRAMME);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Typed done(LocalDate day, String line) {
    var typed = shop.at(day).type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed;
  }

  private List<String> codes(String arm) {
    var codes = new ArrayList<String>();
    for (var line : done(DAY, "pilot show letter --members -o csv").out().split("\n")) {
      if (line.split(",")[2].equals(arm)) codes.add(line.split(",")[0]);
    }
    return codes;
  }

  private void buy(String code, LocalDate day, long amount) {
    shop.buy(code, code + "-" + day, day, amount);
    assertEquals(List.of(), shop.post(day));
  }

  @Test
  void whatIsBoughtWithAnyCardOfTheirsIsThePersons() {
    for (var i = 1; i <= 8; i++) shop.enrol("M-" + i, LocalDate.of(2026, 9, 5));
    done(DAY, "pilot assign letter --strata channel --from 2026-11-01 --salt s");
    var treated = codes("treatment");
    var controls = codes("control");
    for (var code : List.of("O-1", "O-2")) shop.enrol(code, LocalDate.of(2026, 9, 6));
    buy("O-1", BEFORE, 1_000);
    buy("O-1", DAY, 2_000);
    buy(treated.get(0), DAY, 4_000);
    buy(controls.get(0), DAY, 8_000);
    buy("O-2", DAY, 16_000);
    // To a card that was not dealt, from one, and between two of different arms.
    done(DAY, "member merge " + treated.get(0) + " O-1 --reason two-cards --id G-1");
    done(DAY, "member merge O-2 " + treated.get(1) + " --reason two-cards --id G-2");
    done(DAY, "member merge " + controls.get(0) + " " + treated.get(2) + " --reason two-cards --id G-3");
    buy("O-1", LATER, 32_000);
    buy(treated.get(2), LATER, 64_000);

    var line = "pilot result letter -o csv --measure spend --margin 50% --before P31D --columns ";
    var typed = done(LATER, line + "arm,members,mean");
    // 20 + 40 + 320, 160 and 80 + 640, by four; the control's only buyer has gone over to the treatment.
    assertEquals("arm,members,mean\ncontrol,3,0\ntreatment,4,315\n", typed.out());
    assertTrue(typed.err().contains("1 member with cards in more than one arm"), typed.err());
    // 126 points at 0.05: 2 + 4 + 32, 16 and 8 + 64.
    assertEquals("arm,points_cost\ncontrol,\ntreatment,6.3\n", done(LATER, line + "arm,points_cost").out());
    assertEquals(
        "arm,events\ncontrol,0\ntreatment,3\n",
        done(LATER, "pilot result letter -o csv --columns arm,events").out());
  }

  /** A file knows people by any of their cards; two rows about one of them are one too many. */
  @Test
  void outcomesOfAFileArePeoples() throws IOException {
    for (var i = 1; i <= 8; i++) shop.enrol("M-" + i, LocalDate.of(2026, 9, 5));
    done(DAY, "pilot assign letter --strata channel --from 2026-11-01 --salt s");
    var treated = codes("treatment");
    var controls = codes("control");
    shop.enrol("O-1", LocalDate.of(2026, 9, 6));
    done(DAY, "member merge " + treated.get(0) + " O-1 --reason two-cards --id G-1");
    done(DAY, "member merge " + controls.get(0) + " " + treated.get(2) + " --reason two-cards --id G-2");
    var line = "pilot result letter -o csv --columns arm,members,events --member who --outcome yes --file ";
    var typed = done(LATER, line + file("who,yes\nO-1,1\n" + controls.get(0) + ",1\n" + treated.get(1) + ",0\n"));
    assertEquals("arm,members,events\ncontrol,3,0\ntreatment,4,2\n", typed.out());
    assertTrue(typed.err().contains("4 members of the pilot not in the file"), typed.err());
    var twice = file("who,yes\n" + controls.get(0) + ",1\n" + treated.get(2) + ",1\n");
    var refused = shop.at(LATER).type(line + twice);
    assertEquals(Exit.BAD_INPUT, refused.exit());
    assertTrue(refused.err().contains("f.csv:3:1: error[OUTCOME_TWICE]"), refused.err());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("f.csv"), text);
  }
}
