package dev.kopilka.bulk.group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Temporary files that only their owner can read: rows may hold names and phones. */
public final class TempFiles {
  private TempFiles() {}

  public static Path create() {
    try {
      return Files.createTempFile("kopilka-", ".rows", ownerOnly());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Mode 0600 where the file system has modes. */
  public static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  public static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException uninteresting) {
      // It is in the system's folder for such files, and only its owner can read it.
    }
  }
}
