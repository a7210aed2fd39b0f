package dev.kopilka.ledger.decide;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Lot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Chooses which lots give points. */
public final class Draws {
  private Draws() {}

  /** Up to so many points from the lots that can be spent on the day, earliest last good day first. */
  public static List<Draw> fromEarliest(List<Lot> lots, long points, LocalDate day) {
    var draws = new ArrayList<Draw>();
    var left = points;
    for (var lot : lots) {
      if (left == 0) break;
      if (!lot.terms().isSpendable(day) || lot.remaining() == 0) continue;
      var taken = Math.min(left, lot.remaining());
      draws.add(new Draw(lot, taken));
      left -= taken;
    }
    return draws;
  }

  /** The lots' last good day moves: each is touched, none gives anything. */
  public static List<Draw> touching(List<Lot> lots) {
    return lots.stream().map(lot -> new Draw(lot, 0)).toList();
  }
}
