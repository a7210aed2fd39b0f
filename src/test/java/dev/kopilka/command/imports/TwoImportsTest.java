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
}
