package dev.kopilka.command.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.yaml.Marked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every malformed programme by the command line: its place, its code, exit 4, nothing stored. */
class MalformedProgrammesTest {
  @TempDir static Path folder;

  static Stream<Marked> cases() {
    return Marked.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWhereItIsWrong(Marked wrong) throws IOException {
    var file = Files.writeString(folder.resolve("p.yaml"), wrong.text()).toString();
    var typed = Typed.Place.in(folder).run("program", "check", file);
    assertEquals(Exit.BAD_INPUT, typed.exit(), typed.out());
    assertTrue(
        typed.err().contains("p.yaml:" + wrong.place() + ": error[" + wrong.code() + "]: "),
        () -> wrong.place() + " " + wrong.code() + " expected, but\n" + typed.err());
    assertFalse(typed.err().contains("Exception"), typed.err());
    assertEquals("", typed.out());
  }
}
