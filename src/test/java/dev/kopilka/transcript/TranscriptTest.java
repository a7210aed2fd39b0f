package dev.kopilka.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kopilka.home.Ledgers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page does what it says. */
class TranscriptTest {
  private static final boolean WRITE =
      System.getProperty("kopilka.transcripts", "").equals("write");

  private static final List<String> LINKS = List.of("data", "programmes");

  static Stream<Path> pages() throws IOException {
    var only = System.getProperty("kopilka.page", "");
    var pages = new ArrayList<Path>();
    try (var examples = Files.list(Path.of("examples"))) {
      examples.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    for (var name : new String[] {"README.md", "README.ru.md"}) {
      if (Files.exists(Path.of(name))) pages.add(Path.of(name));
    }
    return pages.stream()
        .filter(page -> page.toString().contains(only))
        .filter(page -> Ledgers.areFiles() || !isOfAFile(page));
  }

  /** What a page says of the file itself, such as its pragmas, is not to be had on a server. */
  private static boolean isOfAFile(Path page) {
    try {
      return Files.readAllLines(page).contains(Where.OF_A_FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("pages")
  void printsWhatThePageSays(Path page, @TempDir Path home) throws Exception {
    var transcript = Transcript.read(page);
    if (transcript.steps().isEmpty()) return;
    var folder = Files.createDirectory(home.resolve("work"));
    link(folder);
    var commands = transcript.steps().stream().map(Transcript.Step::command).toList();
    var printed = new Shell(folder, page.startsWith("examples"), Where.of(transcript.lines(), folder)).run(commands);
    for (var name : LINKS) Files.deleteIfExists(folder.resolve(name));
    if (WRITE) {
      Files.writeString(page, transcript.with(printed));
      return;
    }
    assertEquals(commands.size(), printed.size(), page + ": the shell stopped early");
    for (var i = 0; i < commands.size(); i++) {
      assertEquals(
          "$ " + commands.get(i) + "\n" + String.join("\n", transcript.steps().get(i).printed()),
          "$ " + commands.get(i) + "\n" + String.join("\n", printed.get(i)),
          page + ", line " + transcript.steps().get(i).from());
    }
  }

  /** Pages find the examples' data under {@code data} and {@code programmes}; all else is empty. */
  private static void link(Path folder) throws IOException {
    for (var name : LINKS) {
      var there = Path.of("examples", name).toAbsolutePath();
      if (Files.exists(there)) Files.createSymbolicLink(folder.resolve(name), there);
    }
  }

  @Test
  void thereArePages() throws IOException {
    assertFalse(pages().toList().isEmpty());
  }
}
