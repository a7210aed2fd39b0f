package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reads a ledger in which nothing has happened yet has an answer in every format. */
class EmptyLedgerTest {
  private static final String MORE =
      """
      report liability
      report liability --as-of 2030-01-01
      report liability --method chain_ladder
      report liability --method survival
      report liability --method ifrs15 --expected 85%
      report expiry --by day
      report staff
      report surveys
      report surveys --by channel --survey nps --trend
      report kpi --by month
      segment clv
      segment clv --summary
      segment rfm
      segment rfm --summary
      segment lifecycle
      segment compare rfm lifecycle
      member list
      member find Anna
      redeem catalog
      program show
      program history
      program history --changes
      pilot show
      pilot result nobody
      audit verify
      audit log
      db info
      db check
      """;

  /** What may be said of a ledger that has nothing; never that an invariant of ours broke. */
  private static final Set<Exit> DESIGNED =
      EnumSet.of(
          Exit.DONE, Exit.REFUSED, Exit.BAD_INPUT, Exit.CHECK_FAILED, Exit.NOT_FOUND);

  @TempDir static Path folder;
  private static Place place;

  @BeforeAll
  static void open() throws IOException {
    place = Place.in(folder);
    done("init");
    var programme = Files.writeString(folder.resolve("retail.yaml"), done("program example retail"));
    done("program apply " + programme + " --effective 2026-01-01");
  }

  private static String done(String line) {
    var typed = place.type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed.out();
  }

  /** Each example of a report or a division, without the format that it asks for, and more. */
  static Stream<String> lines() {
    var examples =
        Catalogue.paths().stream()
            .filter(path -> path.startsWith("report ") || path.startsWith("segment "))
            .flatMap(path -> Syntax.of(path, Catalogue.command(path).orElseThrow()).examples().stream())
            .map(line -> line.replaceAll("^kopilka | -o \\w+", ""));
    return Stream.concat(examples, MORE.lines()).distinct();
  }

  private static Typed typed(String line, String format) {
    var typed = place.type(line + " -o " + format);
    assertTrue(DESIGNED.contains(typed.exit()), line + ": " + typed.exit() + " " + typed.err());
    return typed;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void answersInEachFormat(String line) throws IOException {
    var json = typed(line, "json");
    var html = typed(line, "html");
    assertEquals(json.exit(), html.exit());
    assertEquals(json.exit(), typed(line, "xlsx").exit());
    if (json.exit() != Exit.DONE) return;
    JsonMapper.builder().build().readTree(json.out());
    assertTrue(html.out().endsWith("</html>\n"));
  }

  @Test
  void everyReportAndDivisionIsAsked() {
    var asked = lines().toList();
    for (var noun : List.of("report", "segment")) {
      for (var verb : Catalogue.verbsOf(noun)) {
        var start = noun + " " + verb;
        assertTrue(asked.stream().anyMatch(line -> line.startsWith(start)), start);
      }
    }
  }
}
