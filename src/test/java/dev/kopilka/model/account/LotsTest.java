package dev.kopilka.model.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lots in the order of drawing, of which there may be many. */
class LotsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static Terms terms(int days) {
    return new Terms(DAY, DAY, DAY.plusDays(days));
  }

  private static Lot lot(int entry, int days, long points) {
    return new Lot(entry, "base", terms(days), 1_000, points, 0);
  }

  @Test
  void areWhatASortedListWouldBe() {
    for (var seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      var list = new ArrayList<Lot>();
      var lots = Lots.NONE;
      for (var entry = 1; entry <= 300; entry++) {
        if (random.nextInt(3) > 0 || list.isEmpty()) {
          var lot = lot(entry, random.nextInt(40), 1 + random.nextInt(100));
          list.add(lot);
          lots = lots.with(lot);
        } else {
          lots = lots.without(list.remove(random.nextInt(list.size())));
        }
      }
      list.sort(Lot.ORDER);
      assertEquals(list, lots);
      assertEquals(list, Lots.of(List.copyOf(list).reversed()));
      assertEquals(list.stream().mapToLong(Lot::remaining).sum(), lots.points());
      for (var i = 0; i < list.size(); i++) assertEquals(list.get(i), lots.get(i));
    }
  }

  @Test
  void aLotIsFoundAfterItsLastGoodDayHasMoved() {
    var lots = Lots.NONE.with(lot(1, 5, 10)).with(lot(2, 9, 10));
    assertEquals(Optional.of(lot(1, 5, 10)), lots.now(lot(1, 30, 7)));
    assertEquals(Optional.of(lot(2, 9, 10)), lots.now(lot(2, 9, 1)));
    assertEquals(Optional.empty(), lots.now(lot(3, 9, 1)));
  }

  @Test
  void thereIsNothingBeyondTheEnds() {
    var lots = Lots.NONE.with(lot(1, 5, 10));
    var walk = lots.iterator();
    walk.next();
    assertThrows(NoSuchElementException.class, walk::next);
    assertThrows(IndexOutOfBoundsException.class, () -> lots.get(1));
  }

  /** Whole copies of the lots would take 3.6 GB here. */
  @Test
  void manyStatesOfAMemberWithManyLotsAreKept() {
    var count = 30_000;
    var accounts = new ArrayList<>(List.of(Account.empty(1)));
    for (var seq = 1; seq <= count; seq++) {
      accounts.add(accounts.getLast().after(entry(seq, EntryKind.EARN, 10, List.of())));
    }
    for (var seq = count + 1; seq <= 2 * count; seq++) {
      var lot = accounts.getLast().lots().getFirst();
      accounts.add(
          accounts.getLast().after(entry(seq, EntryKind.REDEEM, -10, List.of(new Draw(lot, 10)))));
    }
    assertEquals(10L * count, accounts.get(count).balance());
    assertEquals(0, accounts.getLast().balance());
    assertEquals(List.of(), accounts.getLast().lots());
  }

  private static Entry entry(int seq, EntryKind kind, long points, List<Draw> draws) {
    return new Entry(
        1, seq, 1, kind, points, 0, Math.max(0, points), "base", 1, 0, terms(seq % 400), draws,
        List.of(), 0, 0, "anna", new byte[32]);
  }
}
