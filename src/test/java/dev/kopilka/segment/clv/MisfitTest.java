package dev.kopilka.segment.clv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.segment.clv.ClvTerms.Prospect;
import dev.kopilka.segment.clv.estimate.Histories.Span;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Data that no BG/NBD made: it is said that the model does not fit. */
class MisfitTest {
  private static final Set<Warning> MISFITS =
      EnumSet.of(Warning.FREQUENCIES_OFF, Warning.HOLDOUT_OFF);

  /** So many buyers who bought first on one of ten days, and came back so often, four days apart. */
  private static void buyers(Gathering gathering, int from, int count, int repeats) {
    for (var i = 0; i < count; i++) {
      var purchases = new Purchases();
      for (var j = 0; j <= repeats; j++) purchases.buy(i % 10 + 4 * j, 100);
      gathering.take(from + i, purchases);
    }
  }

  private static Set<Warning> misfits(Gathering gathering) {
    var found = EnumSet.copyOf(MISFITS);
    var buyers = gathering.sorted(number -> "M" + (1000 + number));
    found.retainAll(new Clv(buyers, new Prospect(52, 0, 1), 2).fit().warnings());
    return found;
  }

  /** Half of them never came back, half of them five times. */
  @Test
  void allOrNothingIsNotHowBuyersComeBack() {
    var gathering = new Gathering(new Span(0, 100, 100));
    buyers(gathering, 0, 150, 0);
    buyers(gathering, 150, 150, 5);
    assertEquals(Set.of(Warning.FREQUENCIES_OFF), misfits(gathering));
  }

  /** Each time half of them come back once more, and 100 days later nobody is there. */
  @Test
  void aShopThatClosedIsNotForetold() {
    var gathering = new Gathering(new Span(0, 100, 200));
    for (int repeats = 0, from = 0, count = 128; count > 0; from += count, count /= 2) {
      buyers(gathering, from, count, repeats++);
    }
    assertEquals(Set.of(Warning.HOLDOUT_OFF), misfits(gathering));
  }
}
