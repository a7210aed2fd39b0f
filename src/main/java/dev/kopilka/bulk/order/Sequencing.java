package dev.kopilka.bulk.order;

import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.group.Items;
import dev.kopilka.store.Unit;
import java.time.LocalDate;

/**
 * Finds out in which order the items of a file are booked.
 *
 * @param worthSorting a file of fewer rows stays as it is
 */
public record Sequencing(Form<?> form, Freedom freedom, Whom whom, long worthSorting) {
  /** Whether requests of the days, both included, are decided without a look at other members. */
  public interface Freedom {
    boolean isFreeOfOthers(LocalDate first, LocalDate last);
  }

  /**
   * The members to sort by.
   *
   * @param unit where to look them up
   * @param lastMember who came after this one counts as unknown, also when the run is continued
   */
  public record Whom(Unit unit, long lastMember) {}

  /** Reads all items where they may come in another order than that of the file. */
  public Sequence of(Items items) {
    if (!form.isByMember()) return Sequence.asInFile(items);
    try (var survey = new Survey(form, MemberNumbers.load(whom.unit, whom.lastMember))) {
      var sorted = items.sorted(survey::take);
      return sorted.rows() >= worthSorting && survey.isFree(freedom)
          ? new Sequence(sorted.inOrder(), true, sorted.rows())
          : new Sequence(sorted.asTheyCame(), false, sorted.rows());
    }
  }
}
