package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals that no posting gives: those of the commands that look, close and store versions. */
class RefusedTest {
  @TempDir Path folder;
  private Place place;

  /** The retail programme in force since January, the ledger settled up to 20 November. */
  @BeforeEach
  void open() throws IOException {
    place = Place.in(folder);
    done("init");
    var programme = Files.writeString(folder.resolve("now.yaml"), done("program example retail"));
    var other = Files.readString(programme).replace("Neighbour Club", "Old Club");
    Files.writeString(folder.resolve("other.yaml"), other);
    done("program apply " + programme + " --effective 2026-01-01");
    done("enroll add 1001 --enrolled-at 2026-11-01");
    done("accrue settle 2026-11-20 --ahead");
  }

  private String done(String line) {
    var typed = place.type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed.out();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accrue adjust --approve K-9                           | ADJUSTMENT_NOT_FOUND
          member list --tier glod                               | TIER_NOT_FOUND
          accrue settle 2026-11-19                              | CLOSE_BACKWARDS
          accrue settle 2027-03-01                              | CLOSE_AHEAD
          program apply FOLDER/other.yaml --effective 2025-12-31 | VERSION_BACKWARDS
          program show --number 9                               | VERSION_NOT_FOUND
          audit explain 1001/99                                 | ENTRY_NOT_FOUND
          segment members nobody                                | SEGMENT_NOT_FOUND
          report goals --goal nobody                            | GOAL_NOT_FOUND
          """)
  void areToldByTheirCodeAndPrintNothing(String line, Refusal refusal) {
    Typed typed = place.type(line.replace("FOLDER", folder.toString()) + " -o json");
    assertEquals(refusal.exit(), typed.exit(), typed.err());
    assertTrue(typed.err().startsWith("{\"error\":{\"code\":\"" + refusal + "\""), typed.err());
    assertEquals("", typed.out());
  }
}
