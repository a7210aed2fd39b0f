package dev.kopilka.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static List<String> offered(String... typed) {
    var words = new ArrayList<>(List.of("__complete"));
    words.addAll(List.of(typed));
    var answer = Typed.anywhere().run(words.toArray(new String[0]));
    assertEquals("", answer.err());
    return answer.out().lines().map(line -> line.split("\t")[0]).toList();
  }

  @Test
  void offersCommandsFirst() {
    assertTrue(offered("").containsAll(List.of("init", "help", "completion")));
    assertEquals(List.of("completion"), offered("comp"));
  }

  @Test
  void offersTheVerbsOfANoun() {
    assertTrue(offered("help", "").contains("exit-codes"));
    assertEquals(List.of("exit-codes"), offered("help", "ex"));
  }

  @Test
  void offersOptionsAfterADash() {
    assertEquals(List.of("--db", "--dry-run"), offered("init", "--d"));
    assertEquals(List.of("--lang"), offered("--la"));
  }

  @Test
  void offersTheWordsThatAnOptionTakes() {
    assertEquals(List.of("json", "jsonl"), offered("init", "--output", "j"));
    assertEquals(List.of("auto", "always", "never"), offered("init", "--color", ""));
    assertEquals(List.of("table", "tsv"), offered("-o", "t"));
  }

  @Test
  void offersTheWordsThatAnArgumentTakes() {
    assertEquals(List.of("bash", "zsh", "fish"), offered("completion", ""));
  }

  @Test
  void offersNothingWhereAFileNameStands() {
    assertEquals(List.of(), offered("init", "--db", ""));
    assertEquals(List.of(), offered("nothing", "like", "this", ""));
  }

  @Test
  void saysWhatEachOfferIs() {
    var answer = Typed.anywhere().with("KOPILKA_LANG", "ru").run("__complete", "ini");
    assertEquals("init\tСоздать пустой учёт.\n", answer.out());
  }
}
