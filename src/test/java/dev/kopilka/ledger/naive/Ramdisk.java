package dev.kopilka.ledger.naive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders in memory where the machine offers that: only the waiting for a disk is left out. */
final class Ramdisk {
  private static final Path MEMORY = Path.of("/dev/shm");

  private Ramdisk() {}

  static Path folder() {
    try {
      return Files.isWritable(MEMORY)
          ? Files.createTempDirectory(MEMORY, "kopilka-model")
          : Files.createTempDirectory("kopilka-model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
