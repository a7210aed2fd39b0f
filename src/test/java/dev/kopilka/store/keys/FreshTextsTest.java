package dev.kopilka.store.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Texts that wait come out in the order of their bytes, each with its own number. */
class FreshTextsTest {
  private static final List<String> LETTERS = List.of("", "0", "1", "a", "Ы", "ж", "\uD83D\uDC69");

  private static List<String> drained(FreshTexts fresh) {
    var rows = new ArrayList<String>();
    fresh.drain((text, number) -> rows.add(text + "=" + number));
    return rows;
  }

  @Test
  void whateverTheyAreTheyComeOutInOrder() {
    var random = new Random(7);
    var fresh = new FreshTexts();
    for (var round = 0; round < 50; round++) {
      var expected =
          new TreeMap<String, Long>((one, other) -> Arrays.compareUnsigned(bytes(one), bytes(other)));
      for (var i = 0; i < random.nextInt(400); i++) {
        var text = new StringBuilder(random.nextBoolean() ? "phone:+79" : "code:M");
        for (var j = random.nextInt(9); j >= 0; j--) text.append(LETTERS.get(random.nextInt(LETTERS.size())));
        if (expected.putIfAbsent(text.toString(), (long) i) == null) fresh.add(text.toString(), i);
      }
      assertEquals(expected.size(), fresh.size());
      var rows = new ArrayList<String>();
      expected.forEach((text, number) -> rows.add(text + "=" + number));
      assertEquals(rows, drained(fresh), "round " + round);
      assertEquals(0, fresh.size());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void twoThatAreTheSameBothComeOut() {
    var fresh = new FreshTexts();
    fresh.add("b", 1);
    fresh.add("", 2);
    fresh.add("b", 1);
    assertEquals(List.of("=2", "b=1", "b=1"), drained(fresh));
    assertEquals(List.of(), drained(fresh));
  }

  @Test
  void tensOfThousandsInOrderAreNoTrouble() {
    var fresh = new FreshTexts();
    var rows = new ArrayList<String>();
    for (var i = 0; i < 50_000; i++) {
      var text = "code:M%08d".formatted(i);
      fresh.add(text, i);
      rows.add(text + "=" + i);
    }
    assertEquals(rows, drained(fresh));
  }
}
