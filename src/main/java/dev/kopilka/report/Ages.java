package dev.kopilka.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Open points by how many months ago they were earned. */
public final class Ages {
  /** Where bands begin, in whole months; the last one has no end. */
  private static final int[] BEGINNINGS = {0, 1, 2, 3, 6, 9, 12, 18, 24, 36};

  private final long[] latest = new long[BEGINNINGS.length];
  private final long[] points = new long[BEGINNINGS.length];
  private final long[] pending = new long[BEGINNINGS.length];

  /**
   * Points of about one age.
   *
   * @param from so many whole months have passed since the earning day
   * @param to and not yet so many; nothing for the oldest
   * @param points smallest units
   * @param pending those of them that cannot be spent yet
   */
  public record Band(int from, OptionalInt to, long points, long pending) {}

  Ages(LocalDate day) {
    latest[0] = Long.MAX_VALUE;
    for (var band = 1; band < BEGINNINGS.length; band++) {
      latest[band] = latest(day, BEGINNINGS[band]).toEpochDay();
    }
  }

  /**
   * The last earning day that lies so many whole months back. Not simply the months taken off: 31
   * January and a month is the last of February, so all of 28 to 31 January is a month old then.
   */
  private static LocalDate latest(LocalDate day, int months) {
    var earned = day.minusMonths(months);
    while (!earned.plusDays(1).plusMonths(months).isAfter(day)) earned = earned.plusDays(1);
    return earned;
  }

  void add(long earnedOn, long points, boolean isPending) {
    var band = 0;
    while (band + 1 < BEGINNINGS.length && earnedOn <= latest[band + 1]) band++;
    this.points[band] = Math.addExact(this.points[band], points);
    if (isPending) pending[band] = Math.addExact(pending[band], points);
  }

  /** All bands, the youngest first, empty ones too: a spreadsheet finds each in its own row. */
  List<Band> bands() {
    var bands = new ArrayList<Band>();
    for (var band = 0; band < BEGINNINGS.length; band++) {
      var to =
          band + 1 < BEGINNINGS.length
              ? OptionalInt.of(BEGINNINGS[band + 1])
              : OptionalInt.empty();
      bands.add(new Band(BEGINNINGS[band], to, points[band], pending[band]));
    }
    return bands;
  }
}
