package dev.kopilka.bulk.order;

import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.group.Item;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Looks at each item once, in the order of the file. */
final class Survey implements AutoCloseable {
  private static final long ANOTHER = 0x9e3779b97f4a7c15L;

  private final Form<?> form;
  private final MemberNumbers numbers;
  private final Distinct ids = new Distinct();
  private final Distinct owned = new Distinct();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private boolean isShared;

  Survey(Form<?> form, MemberNumbers numbers) {
    this.form = form;
    this.numbers = numbers;
  }

  long take(Item item) {
    var gist = form.gist(item);
    if (gist.isEmpty()) return 0;
    var what = gist.get();
    var id = MemberNumbers.hash(what.id());
    ids.add(id);
    owned.add((id ^ MemberNumbers.hash(what.member())) * ANOTHER);
    first = Math.min(first, what.at());
    last = Math.max(last, what.at());
    isShared |= what.isShared();
    return numbers.of(what.member());
  }

  boolean isFree(Sequencing.Freedom freedom) {
    if (isShared) return false;
    // An id that comes under two members is the one's or the other's, as the file has it.
    if (ids.count() != owned.count()) return false;
    return first > last || freedom.isFreeOfOthers(day(first, -1), day(last, 1));
  }

  /** The day in any zone: one more than enough. */
  private static LocalDate day(long millis, int more) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC).plusDays(more);
  }

  @Override
  public void close() {
    ids.close();
    owned.close();
  }
}
