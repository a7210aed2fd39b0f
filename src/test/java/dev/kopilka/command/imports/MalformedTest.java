package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Malformed files by the command line, each beside its nearest legal twin: the first is refused with
 * its place, code and exit code, and nothing is written; the second is accepted.
 */
class MalformedTest {
  @TempDir static Path folder;
  private static Shop shop;
  private static List<String> before;

  @BeforeAll
  static void open() throws IOException {
    shop = Shop.in(folder, Shop.PROGRAMME + "partners: [pharmacy]\nsurveys: [nps]\n");
    shop.run("accrue", "purchase", "1", "--amount", "1000", "--id", "P", "--at", "2026-11-01");
    before = shop.size();
  }

  static Stream<Malformed> cases() {
    return Stream.of("structure", "encodings", "numbers", "moments", "identity", "columns", "rules", "workbooks")
        .flatMap(group -> Malformed.in("imports/" + group + ".txt").stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWhereItIsWrong(Malformed one) throws IOException {
    var typed = run(one, one.wrong(), "--strict");
    var space = one.told().indexOf(' ');
    var place = space < 0 ? "" : ":" + one.told().substring(0, space);
    var code = one.told().substring(space + 1);
    assertTrue(
        typed.err().contains("f.csv" + place + ": error[" + code + "]: "),
        () -> one.told() + " expected, but\n" + typed.err());
    assertEquals(Exit.BAD_INPUT, typed.exit());
    assertEquals("", typed.out());
    assertFalse(typed.err().contains("Exception") || typed.err().contains("\tat "), typed.err());
    assertEquals(before, shop.size());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLegalTwinIsAccepted(Malformed one) throws IOException {
    var typed = run(one, one.legal(), "--strict", "--dry-run");
    assertEquals(Exit.DONE, typed.exit(), typed::err);
    assertFalse(typed.out().contains("\"accepted\":0,"), typed.out());
  }

  private static Typed run(Malformed one, byte[] bytes, String... more) throws IOException {
    var words = new ArrayList<String>();
    for (var word : one.words()) words.add(word.equals("FILE") ? shop.file("f.csv", bytes) : word);
    words.addAll(List.of(more));
    words.addAll(List.of("--columns", "accepted"));
    if (List.of(more).contains("--dry-run")) words.addAll(List.of("-o", "jsonl"));
    return shop.run(words.toArray(new String[0]));
  }

  @Test
  void thereAreEnoughOfThem() {
    var programmes = Malformed.text("program/malformed.txt").split("\n# ").length - 1;
    var count = cases().count() + programmes;
    assertTrue(count >= 250, "only " + count);
  }
}
