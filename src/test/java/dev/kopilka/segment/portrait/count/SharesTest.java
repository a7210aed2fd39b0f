package dev.kopilka.segment.portrait.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.segment.portrait.count.Count.Group;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static Optional<Effect> d(String value) {
    return Optional.of(new Effect(new BigDecimal(value)));
  }

  /**
   * Shares of tea 1⁄4 and 3⁄4 against 0 and 1⁄2: 0.25 ⁄ √((0.125 + 0.125) ⁄ 2) = 0.71; beside all four,
   * whose mean is 3⁄8 with squares of 0.3125 about it: 0.125 ⁄ √((0.125 + 0.3125) ⁄ 4) = 0.38.
   */
  @Test
  void membersAreComparedHoweverMuchEachHas() {
    var shares = new Shares();
    shares.add(Group.SEGMENT, Map.of("tea", 1L, "coffee", 3L));
    shares.add(Group.SEGMENT, Map.of("tea", 7_500_000L, "coffee", 2_500_000L));
    shares.add(Group.REST, Map.of("coffee", 900_000_000L));
    shares.add(Group.REST, Map.of("tea", 20L, "coffee", 20L));
    assertEquals(d("0.71"), shares.effect("tea", true));
    assertEquals(d("0.38"), shares.effect("tea", false));
    assertEquals(d("-0.71"), shares.effect("coffee", true));
    assertEquals(d("0.00"), shares.effect("milk", false));
  }

  @Test
  void whoPaidNothingHasNoShare() {
    var shares = new Shares();
    shares.add(Group.SEGMENT, Map.of("tea", 0L));
    shares.add(Group.REST, Map.of("tea", 5L));
    shares.add(Group.REST, Map.of("tea", 5L, "coffee", 5L));
    assertEquals(Optional.empty(), shares.effect("tea", true));
  }
}
