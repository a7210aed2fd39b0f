package dev.kopilka.bulk.order;

import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.group.Items;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds out in which order the items of a file are booked.
 *
 * @param worthSorting a file of fewer rows stays as it is
 */
public record Sequencing(
    Form<?> form, Freedom freedom, MemberNumbers numbers, long worthSorting) {
  /** Whether requests of the days, both included, are decided without a look at other members. */
  public interface Freedom {
    boolean isFreeOfOthers(LocalDate first, LocalDate last);
  }

  /**
   * Reads all items, outside any transaction: a large file takes its time. Empty where they ended
   * because rows of one id stand apart: these have to be brought together before.
   *
   * @param byAnother whether a thread of its own reads them, while this one looks at each
   */
  public Optional<Sequence> of(Items items, boolean byAnother) {
    try (var survey = new Survey(form, numbers)) {
      var sorted = items.sorted(survey::take, byAnother);
      if (!sorted.isWhole()) {
        sorted.close();
        return Optional.empty();
      }
      return Optional.of(
          sorted.rows() >= worthSorting && survey.isFree(freedom)
              ? new Sequence(sorted.inOrder(), true, true, sorted.rows())
              : new Sequence(sorted.asTheyCame(), false, false, sorted.rows()));
    }
  }
}
