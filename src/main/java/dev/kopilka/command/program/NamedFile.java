package dev.kopilka.command.program;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.ProgrammeFile;
import java.io.IOException;
import java.nio.file.Files;

/** The programme file that was named on the command line; {@code -} is stdin. */
final class NamedFile {
  /** One byte more than is accepted, so that an endless file is refused and not read. */
  private static final int MOST = (1 << 20) + 1;

  private NamedFile() {}

  static ProgrammeFile file(Desk desk, Given given) {
    var name = given.text("FILE");
    if (name.equals("-")) return ProgrammeFile.checked("<stdin>", stdin(desk));
    var path = given.file("FILE");
    try (var stream = Files.newInputStream(path)) {
      return ProgrammeFile.checked(name, stream.readNBytes(MOST));
    } catch (IOException unreadable) {
      throw unreadable(name);
    }
  }

  private static byte[] stdin(Desk desk) {
    try {
      return desk.in().readNBytes(MOST);
    } catch (IOException unreadable) {
      throw unreadable("<stdin>");
    }
  }

  private static Trouble unreadable(String name) {
    return new Trouble.BadInput(
        new Place(name, 0, 0), Problem.of("FILE_NOT_READABLE").with("file", name));
  }
}
