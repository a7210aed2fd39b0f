package dev.kopilka.app;

import dev.kopilka.model.value.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the details of a bug go. Class names and frames only: a message may carry what a person
 * typed, and that is not ours to keep.
 */
final class BugFile {
  private BugFile() {}

  /** Writes the file, readable by its owner alone, and names it. */
  static Problem written(Throwable bug, String command) {
    var text = new StringBuilder();
    text.append(Version.line()).append('\n');
    text.append("java ").append(System.getProperty("java.version"));
    text.append(", ").append(System.getProperty("os.name")).append('\n');
    text.append("command ").append(command).append('\n');
    for (var cause = bug; cause != null; cause = cause.getCause()) append(text, cause);
    try {
      // createTempFile makes it 0600 where the file system knows of modes.
      Path file = Files.createTempFile("kopilka-bug-", ".txt");
      Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
      return Problem.of("BUG").with("file", file.toString());
    } catch (IOException unwritable) {
      return Problem.of("BUG").with("file", bug.getClass().getName());
    }
  }

  private static void append(StringBuilder text, Throwable cause) {
    text.append('\n').append(cause.getClass().getName());
    var message = String.valueOf(cause.getMessage());
    // The words of a broken invariant are ours, fixed in the source.
    if (message.startsWith("invariant broken: ")) text.append(": ").append(message);
    text.append('\n');
    for (var frame : cause.getStackTrace()) text.append("  at ").append(frame).append('\n');
  }
}
