package dev.kopilka.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoughtTest {
  private static final AsOf DAY = AsOf.endOf(LocalDate.of(2026, 3, 31), ZoneId.of("Europe/Berlin"));

  private static Buyers of(String... buyers) {
    var all = new Participants.Named(0);
    var bought = new Bought(0);
    for (var buyer : buyers) {
      var cells = buyer.split(" ");
      all.add(Long.parseLong(cells[0]), cells[1].getBytes(StandardCharsets.UTF_8));
    }
    // What was bought may come in another order, and of others too.
    bought.buy(77, 0, 1, 100);
    for (var i = buyers.length - 1; i >= 0; i--) {
      var cells = buyers[i].split(" ");
      bought.buy(
          Long.parseLong(cells[0]), Instant.parse(cells[2]).toEpochMilli(), Long.parseLong(cells[3]), 100);
    }
    return Buyers.of(all.who(bought), bought, DAY);
  }

  /** As they come: in order, in order of the members' numbers, in none; Z has bought nothing. */
  @Test
  void buyersStandInTheOrderOfTheirCodes() {
    var a = "1 A 2026-03-30T21:59:59Z 2";
    var b = "2 B 2026-03-30T22:00:00Z 3";
    var z = "3 Z 2026-03-30T22:00:00Z 0";
    for (var buyers : List.of(of(a, b, z), of(z, b, a), of(b, a, z), of(a, z, b))) {
      assertEquals(List.of("A", "B"), List.copyOf(buyers.codes()));
      assertArrayEquals(new int[] {1, 2}, buyers.members());
      assertArrayEquals(new long[] {1, 0}, buyers.recency());
      assertArrayEquals(new long[] {2, 3}, buyers.frequency());
    }
    var turned = of("1 Б 2026-03-30T22:00:00Z 1", "2 А 2026-03-30T22:00:00Z 2");
    assertEquals(List.of("А", "Б"), List.copyOf(turned.codes()));
    assertArrayEquals(new int[] {2, 1}, turned.members());
  }

  @Test
  void whatAMergedCardBoughtIsItsMembers() {
    var bought = new Bought(1);
    bought.buy(2, 500, 1, 100);
    bought.buy(1, 400, 2, 70);
    bought.give(2, 1);
    bought.give(90, 1);
    assertArrayEquals(new long[] {3, 0}, bought.frequency(new int[] {1, 2}));
    assertArrayEquals(new long[] {170, 0}, bought.monetary(new int[] {1, 2}));
    assertEquals(500, bought.lastAt(1));
  }

  /** By halves of characters, as everywhere in Java: what takes two of them is not the last. */
  @Test
  void codesAreComparedAsTextsAre() {
    var texts = List.of("", "A", "AB", "Б", "АБ", "\uD800\uDC00", "\uE000", "\uFFFD", "A\uE000", "A\uDBFF\uDFFF", "\u00E9");
    var codes = new Codes(0);
    for (var text : texts) codes.append(text.getBytes(StandardCharsets.UTF_8));
    for (var i = 0; i < texts.size(); i++) {
      for (var j = 0; j < texts.size(); j++) {
        var expected = Integer.signum(texts.get(i).compareTo(texts.get(j)));
        assertEquals(expected, Integer.signum(codes.compare(i, j)), i + " " + j);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Moscow", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"})
  void daysAreThoseOfTheZone(String name) {
    var zone = ZoneId.of(name);
    var days = new LocalDays(zone);
    var random = new Random(5);
    for (var i = 0; i < 2_000; i++) {
      // From 1950 on; and close to the changes of the clocks, which are at whole hours.
      var at = -631_152_000_000L + random.nextLong(3_000_000_000_000L);
      var change = zone.getRules().nextTransition(Instant.ofEpochMilli(at));
      if (change != null && i % 3 == 0) at = change.getInstant().toEpochMilli() - 1;
      if (change != null && i % 5 == 0) at = change.getInstant().toEpochMilli();
      assertEquals(
          Instant.ofEpochMilli(at).atZone(zone).toLocalDate().toEpochDay(), days.of(at), name + " " + at);
    }
  }
}
