package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.app.Typed.Place;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two take members in at the same time, many of them with the same phones. */
class TwoImportsTest {
  private static final int ROWS = 2_000;
  private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":([0-9]+)");

  @TempDir Path folder;
  private Place place;

  @BeforeEach
  void open() throws IOException {
    place = Place.in(folder);
    assertEquals(Exit.DONE, place.type("init").exit());
    var programme = folder.resolve("p.yaml");
    Files.writeString(programme, place.type("program example cafe").out());
    var applied = place.run("program", "apply", programme.toString(), "--effective", "2025-01-01");
    assertEquals(Exit.DONE, applied.exit(), applied.err());
  }

  private Path file(String name, int firstPhone) throws IOException {
    var lines = new ArrayList<>(List.of("member,name,phone,enrolled_at"));
    for (var i = 0; i < ROWS; i++) {
      lines.add("%s-%d,Анна,+7912%07d,2025-02-01".formatted(name, i, firstPhone + i));
    }
    return Files.write(folder.resolve(name + ".csv"), lines);
  }

  @Test
  void eachPhoneIsOneMembers() throws Exception {
    var work = new ArrayList<Callable<Typed>>();
    for (var file : List.of(file("A", 0), file("B", ROWS / 2))) {
      work.add(() -> place.run("enroll", "import", file.toString(), "-o", "json"));
    }
    var accepted = 0;
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(work)) {
        var typed = done.get();
        assertTrue(List.of(Exit.DONE, Exit.PARTIAL).contains(typed.exit()), typed.err());
        var found = ACCEPTED.matcher(typed.out());
        assertTrue(found.find(), typed.out());
        accepted += Integer.parseInt(found.group(1));
      }
    }
    assertEquals(ROWS + ROWS / 2, accepted);
    var verified = place.type("audit verify -o json");
    assertEquals(Exit.DONE, verified.exit(), verified.out());
    assertTrue(verified.out().contains("\"members\":" + accepted), verified.out());
  }

  /** It is one run: whoever had it taken away says so, and the other one brings it to its end. */
  @Test
  void theSameFileAtOnceIsBookedOnce() throws Exception {
    var enrolled = place.run("enroll", "import", file("A", 0).toString());
    assertEquals(Exit.DONE, enrolled.exit(), enrolled.err());
    var lines = new ArrayList<>(List.of("id,member,occurred_at,amount"));
    for (var i = 0; i < ROWS; i++) lines.add("R-%d,A-%d,2025-03-01,100.00".formatted(i, i));
    var receipts = Files.write(folder.resolve("receipts.csv"), lines).toString();
    Callable<Typed> work = () -> place.run("accrue", "import", receipts, "-o", "json");
    var done = 0;
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (var one : threads.invokeAll(List.of(work, work))) {
        var typed = one.get();
        if (typed.exit() == Exit.DONE) done++;
        else assertTrue(typed.exit() == Exit.STORAGE && typed.err().contains("RUN_TAKEN"), typed.err());
      }
    }
    assertTrue(done >= 1, "somebody must have brought it to its end");
    assertEquals(ROWS, bought());
    assertEquals(Exit.DONE, work.call().exit());
    assertEquals(ROWS, bought());
    assertEquals(Exit.DONE, place.type("audit verify").exit());
  }

  private long bought() {
    var sum = 0L;
    var list = place.type("member list -q -o csv --columns purchases").out().lines().skip(1).toList();
    for (var line : list) sum += Long.parseLong(line);
    return sum;
  }
}
