package dev.kopilka.app;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.Line;
import dev.kopilka.command.Surroundings;
import dev.kopilka.model.value.Exit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs the ordinary commands once in one process, so that the ahead-of-time cache knows what a
 * start loads. Only the build starts it. A command that fails fails the build: a cache that was
 * trained on error messages would be slow and say nothing.
 */
public final class Train {
  private final Path folder;
  private final Path data;

  private Train(Path folder, Path data) {
    this.folder = folder;
    this.data = data;
  }

  /**
   * Takes the file of command lines, whose folder is {@code {data}} in them, and an empty folder
   * for the ledger, {@code {dir}} in them. A line may end in {@code > FILE}. With {@code server} for
   * a third argument what a connection to a server loads is learnt as well.
   */
  public static void main(String[] args) throws IOException {
    var script = Path.of(args[0]);
    var train = new Train(Path.of(args[1]), script.getParent());
    for (var line : Files.readAllLines(script)) {
      if (!line.isBlank() && !line.startsWith("#")) train.run(line);
    }
    if (args.length > 2) train.meetServer();
    // Once more to the real streams, which the runs above did without. Main itself may not run: it
    // halts, and the cache is written by an orderly end. Its name alone brings it in.
    Session.run(ThisProcess.surroundings(), List.of("--version"));
    System.err.println("trained for " + Main.class.getName());
  }

  private void run(String line) throws IOException {
    var words = new ArrayList<String>();
    for (var word : line.strip().split(" +")) words.add(filled(word));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var target = words.indexOf(">");
    var typed = target < 0 ? words : words.subList(0, target);
    var asked = Line.of(typed);
    if (!asked.wantsHelp() && Catalogue.command(asked.path()).isEmpty()) return;
    var exit = Session.run(around(out, err), typed);
    if (exit != Exit.DONE)
      throw new IllegalStateException(line + " ended with " + exit + ": " + err);
    if (target >= 0) Files.write(Path.of(words.get(target + 1)), out.toByteArray());
  }

  /** A ledger that is not there is all that can be asked for: no build needs PostgreSQL. */
  private void meetServer() throws IOException {
    var err = new ByteArrayOutputStream();
    try (var server = new EmptyServer()) {
      var exit =
          Session.run(
              around(new ByteArrayOutputStream(), err), List.of("member", "list", "--db", server.url()));
      if (exit != Exit.STORAGE)
        throw new IllegalStateException("the empty server led to " + exit + ": " + err);
    }
  }

  private String filled(String word) {
    return word.replace("{dir}", folder.toString()).replace("{data}", data.toString());
  }

  private Surroundings around(OutputStream out, OutputStream err) {
    var environment =
        Map.of(
            "KOPILKA_DB", folder.resolve("train.db").toString(),
            "KOPILKA_CLOCK", "2026-04-01T12:00:00Z",
            "HOME", folder.toString());
    var in = new ByteArrayInputStream(new byte[0]);
    var clock = ThisProcess.surroundings().clock();
    return new Surroundings(environment, in, out, err, false, false, clock);
  }
}
