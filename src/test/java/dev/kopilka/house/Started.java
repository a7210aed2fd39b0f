package dev.kopilka.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process to start with an environment of its own: nothing of the test's locale or Java reaches
 * it.
 */
record Started(List<String> command, Map<String, String> environment) {
  /** How it ended and what it said. */
  record Ended(int code, String out, String err) {}

  static Started of(Path program, String... words) {
    var command =
        Stream.concat(Stream.of(program.toAbsolutePath().toString()), Stream.of(words)).toList();
    return new Started(command, Map.of("HOME", "/nowhere", "PATH", "/usr/bin:/bin", "LC_ALL", "C"));
  }

  Started with(String variable, String value) {
    var more = new HashMap<>(environment);
    more.put(variable, value);
    return new Started(command, more);
  }

  Ended run(Path folder) throws IOException, InterruptedException {
    var out = Files.createTempFile(folder, "out", "");
    var err = Files.createTempFile(folder, "err", "");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    return new Ended(process.waitFor(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
