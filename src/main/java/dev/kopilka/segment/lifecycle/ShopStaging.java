package dev.kopilka.segment.lifecycle;

import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.program.lifecycle.Stage;
import java.time.LocalDate;

/**
 * Stages by purchases: new, retained and reactivated members bought within the term, which ends with
 * the day; the others are dormant, and lost in the end. Who has never bought counts from enrolment.
 *
 * @param before the last day that is not in the term
 * @param earlier the last day that is not in the term before
 * @param lost who bought last on this day or earlier is lost
 */
record ShopStaging(int day, int before, int earlier, int lost) implements Staging {
  static ShopStaging on(LocalDate day, ShopTerms terms) {
    return new ShopStaging(
        (int) day.toEpochDay(),
        (int) day.minus(terms.active()).toEpochDay(),
        (int) day.minus(terms.active().multipliedBy(2)).toEpochDay(),
        (int) day.minus(terms.lost()).toEpochDay());
  }

  /** At a day of a month, the month taken for the term and the one before for the term before. */
  static ShopStaging inMonth(LocalDate day, ShopTerms terms) {
    var first = day.withDayOfMonth(1);
    return new ShopStaging(
        (int) day.toEpochDay(),
        (int) first.toEpochDay() - 1,
        (int) first.minusMonths(1).toEpochDay() - 1,
        (int) day.minus(terms.lost()).toEpochDay());
  }

  @Override
  public Stage of(Life life) {
    if (life.hasLeft(day)) return Stage.LOST;
    var purchases = life.purchases;
    var last = purchases.lastUpTo(day);
    if (last <= before) return Math.max(last, life.enrolled()) <= lost ? Stage.LOST : Stage.DORMANT;
    if (purchases.first() > before) return Stage.NEW;
    return purchases.lastUpTo(before) > earlier ? Stage.RETAINED : Stage.REACTIVATED;
  }

  /** Whether the member is still one, and bought within the term. */
  boolean hasBought(Life life) {
    return !life.hasLeft(day) && life.purchases.lastUpTo(day) > before;
  }
}
