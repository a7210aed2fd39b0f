package dev.kopilka.house.docs;

import dev.kopilka.command.Catalogue;
import dev.kopilka.command.completion.Stub;
import dev.kopilka.screen.Language;
import dev.kopilka.screen.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that is made from the commands, and what must stand in it. */
record Generated(Path file, String text) {
  private static final Path MANUAL = Path.of("src/docs/man");

  static List<Generated> all() {
    var files = new ArrayList<Generated>();
    files.add(new Generated(Path.of("completions/kopilka.bash"), Stub.of("bash")));
    files.add(new Generated(Path.of("completions/_kopilka"), Stub.of("zsh")));
    files.add(new Generated(Path.of("completions/kopilka.fish"), Stub.of("fish")));
    manual(files, MANUAL.resolve("man1"), Words.in(Language.EN));
    manual(files, MANUAL.resolve("ru/man1"), Words.in(Language.RU));
    readme(files, Path.of("README.md"), Words.in(Language.EN));
    readme(files, Path.of("README.ru.md"), Words.in(Language.RU));
    return files;
  }

  private static void manual(List<Generated> files, Path folder, Words words) {
    files.add(new Generated(folder.resolve("kopilka.1"), ManualPage.ofEverything(words)));
    for (var head : Catalogue.heads()) {
      files.add(
          new Generated(folder.resolve("kopilka-" + head + ".1"), ManualPage.of(head, words)));
    }
  }

  private static void readme(List<Generated> files, Path file, Words words) {
    if (Files.exists(file)) files.add(new Generated(file, Readme.filled(file, words)));
  }
}
