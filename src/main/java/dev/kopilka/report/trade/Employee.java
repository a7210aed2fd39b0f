package dev.kopilka.report.trade;

import dev.kopilka.program.steering.StaffTerms.Suspicion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What one employee did within some days, while it is counted. */
final class Employee {
  private static final Comparator<Card> FEWEST_FIRST =
      (one, other) -> {
        var byAccruals = Long.compare(one.accruals, other.accruals);
        return byAccruals != 0 ? byAccruals : Long.compare(other.member, one.member);
      };

  long enrolled;
  long ownEnrolled;
  long judged;
  long stillActive;
  long cards;
  private long accruals;
  private long honoured;
  private long points;
  private final List<Card> own = new ArrayList<>();
  private final PriorityQueue<Card> most = new PriorityQueue<>(FEWEST_FIRST);

  /**
   * What one employee accrued to one card.
   *
   * @param honoured accruals of which points have stayed
   * @param points smallest units
   */
  record Card(long member, long accruals, long honoured, long points) {}

  /** Of other people's cards no more can reach a share than fit into the whole: none else stay. */
  void add(Card card, boolean isOwn, Suspicion suspicion) {
    cards++;
    accruals += card.accruals;
    honoured += card.honoured;
    points = Math.addExact(points, card.points);
    if (isOwn) {
      own.add(card);
    } else if (card.accruals >= suspicion.accruals()) {
      most.add(card);
      if (most.size() > BigDecimal.ONE.divide(suspicion.share(), 0, RoundingMode.DOWN).intValue()) {
        most.poll();
      }
    }
  }

  long accruals() {
    return accruals;
  }

  long honoured() {
    return honoured;
  }

  long points() {
    return points;
  }

  /** Own cards: an employee may have several. */
  List<Card> own() {
    return own;
  }

  /** Other people's cards with an unusual share of all accruals, the most frequent first. */
  List<Card> unusual(Suspicion suspicion) {
    var least = suspicion.share().multiply(BigDecimal.valueOf(accruals));
    return most.stream()
        .filter(card -> BigDecimal.valueOf(card.accruals).compareTo(least) >= 0)
        .sorted(FEWEST_FIRST.reversed())
        .toList();
  }
}
