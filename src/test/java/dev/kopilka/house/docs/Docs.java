package dev.kopilka.house.docs;

import java.io.IOException;
import java.nio.file.Files;

/** Writes every generated file; {@code make docs} runs it from the repository's root. */
public final class Docs {
  private Docs() {}

  public static void main(String[] args) throws IOException {
    for (var generated : Generated.all()) {
      Files.createDirectories(generated.file().toAbsolutePath().getParent());
      Files.writeString(generated.file(), generated.text());
      System.out.println("written: " + generated.file());
    }
  }
}
