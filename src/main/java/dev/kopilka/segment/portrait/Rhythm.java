package dev.kopilka.segment.portrait;

import dev.kopilka.segment.portrait.Drawing.Of;
import dev.kopilka.segment.portrait.Drawing.Place;
import dev.kopilka.segment.portrait.count.Cells;
import dev.kopilka.segment.portrait.count.Count.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * When the groups buy and come. A receipt and a visit weigh the same: both are once that the member
 * was there. Who visits and buys on one day was there twice.
 */
final class Rhythm {
  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final Cells weekdays = new Cells();
  private final Cells hours = new Cells();
  private final List<String> day = new ArrayList<>();
  private boolean hasTimesOfDay;

  Rhythm() {
    for (var hour = 0; hour < 24; hour++) day.add((hour < 10 ? "0" : "") + hour);
  }

  void take(Group group, Doings doings) {
    if (!doings.isBuyer() && doings.visits.isEmpty()) return;
    var times = doings.times();
    divide(group, weekdays, WEEKDAYS, times.weekdays);
    divide(group, hours, day, times.hours);
    hasTimesOfDay |= times.hasTimeOfDay();
  }

  private static void divide(Group group, Cells cells, List<String> values, long[] counts) {
    var sum = 0L;
    for (var i = 0; i < counts.length; i++) {
      if (counts[i] > 0) cells.add(group, values.get(i), counts[i]);
      sum += counts[i];
    }
    cells.whole(group, sum);
  }

  /** Where nothing tells the time, the hour is that of the day's beginning and means nothing. */
  void draw(Drawing drawing) {
    drawing.partition(place("weekday"), weekdays, Of.TIMES, WEEKDAYS);
    if (hasTimesOfDay) drawing.partition(place("hour"), hours, Of.TIMES, day);
  }

  private static Place place(String trait) {
    return new Place(Section.RHYTHM, trait);
  }
}
