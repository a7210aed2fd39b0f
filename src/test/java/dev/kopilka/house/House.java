package dev.kopilka.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree as the house tests see it: read once, addressed from the repository's root. */
final class House {
  static final Path MAIN = Path.of("src/main/java");
  static final Path TEST = Path.of("src/test/java");

  private static final List<Source> MAIN_SOURCES = read(MAIN);
  private static final List<Source> TEST_SOURCES = read(TEST);

  private House() {}

  static List<Source> main() {
    return MAIN_SOURCES;
  }

  static List<Source> test() {
    return TEST_SOURCES;
  }

  static List<Source> everything() {
    return Stream.of(MAIN_SOURCES, TEST_SOURCES, read(Path.of("src/bench")))
        .flatMap(List::stream)
        .toList();
  }

  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) return List.of();
    try (var walk = Files.walk(folder)) {
      return walk.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Source> read(Path folder) {
    return files(folder, ".java").stream().map(Source::of).toList();
  }
}
