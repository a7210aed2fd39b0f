package dev.kopilka.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

  private static Bought of(String... buyers) {
    var bought = new Bought(0);
    for (var buyer : buyers) {
      var cells = buyer.split(" ");
      bought.add(Long.parseLong(cells[0]), cells[1]);
    }
    // What was bought may come in another order, and of others too.
    for (var i = buyers.length - 1; i >= 0; i--) {
      var cells = buyers[i].split(" ");
      assertEquals(-1, bought.place(77));
      var place = bought.place(Long.parseLong(cells[0]));
      bought.buy(place, Instant.parse(cells[2]).toEpochMilli(), Long.parseLong(cells[3]), 100);
    }
    return bought;
  }

  /** As they come: in order, in order of the members' numbers, in none; Z has bought nothing. */
  @Test
  void buyersStandInTheOrderOfTheirCodes() {
    var a = "1 A 2026-03-30T21:59:59Z 2";
    var b = "2 B 2026-03-30T22:00:00Z 3";
    var z = "3 Z 2026-03-30T22:00:00Z 0";
    for (var bought : List.of(of(a, b, z), of(z, b, a), of(b, a, z), of(a, z, b))) {
      var buyers = bought.until(DAY);
      assertEquals(List.of("A", "B"), List.copyOf(buyers.codes()));
      assertArrayEquals(new long[] {1, 2}, buyers.members());
      assertArrayEquals(new long[] {1, 0}, buyers.recency());
      assertArrayEquals(new long[] {2, 3}, buyers.frequency());
    }
    var turned = of("1 Б 2026-03-30T22:00:00Z 1", "2 А 2026-03-30T22:00:00Z 2").until(DAY);
    assertEquals(List.of("А", "Б"), List.copyOf(turned.codes()));
    assertArrayEquals(new long[] {2, 1}, turned.members());
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
