package dev.kopilka.report;

import dev.kopilka.model.value.Days;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Asked;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Open points by their last good day, or by its month; held and pending ones are open too.
 *
 * @param groups in the order of the days, never-expiring ones last
 * @param lapsed points over their last good day that wait for the day's close
 * @param ages the same points by how long ago they were earned, lapsed ones not
 */
public record OpenPoints(List<Group> groups, long lapsed, List<Ages.Band> ages) {
  /**
   * Points that expire together.
   *
   * @param first the earliest last good day among them; {@link Days#NEVER} when they do not lapse
   * @param points smallest units
   * @param pending those of them that cannot be spent yet
   * @param members whose they are
   */
  public record Group(LocalDate first, long points, long pending, long members) {}

  /** Whether points are grouped by day or by calendar month. */
  public enum By {
    DAY,
    MONTH
  }

  /** What is open now, by the lots as they are. */
  public static OpenPoints now(Unit unit, LocalDate day, By by) {
    return read(new Reports(unit).ask("open_lots"), day, by);
  }

  /** What was open at the moment, by the entries that had occurred. */
  public static OpenPoints at(Unit unit, Instant moment, LocalDate day, By by) {
    var asked = new Reports(unit).ask("open_lots_as_of").with("as_of", moment.toEpochMilli());
    return read(asked, day, by);
  }

  private static OpenPoints read(Asked asked, LocalDate day, By by) {
    var sums = new Sums(day, by);
    asked.eachAtOnce(sums::add);
    return new OpenPoints(sums.groups(), sums.lapsed, sums.ages.bands());
  }

  /** All of them together, lapsed ones not. */
  public long points() {
    var sum = 0L;
    for (var group : groups) sum = Math.addExact(sum, group.points());
    return sum;
  }

  public long pending() {
    var sum = 0L;
    for (var group : groups) sum = Math.addExact(sum, group.pending());
    return sum;
  }

  private static final class Sums {
    private final LocalDate day;
    private final By by;
    private final TreeMap<Long, Sum> byKey = new TreeMap<>();
    private final Ages ages;
    private long lapsed;

    private static final class Sum {
      private long first = Long.MAX_VALUE;
      private long points;
      private long pending;
      private long members;
      private long last;
    }

    Sums(LocalDate day, By by) {
      this.day = day;
      this.by = by;
      this.ages = new Ages(day);
    }

    void add(Row row) {
      var expires = row.number(2);
      var points = row.number(4);
      if (expires < day.toEpochDay()) {
        lapsed = Math.addExact(lapsed, points);
        return;
      }
      var sum = byKey.computeIfAbsent(key(expires), _ -> new Sum());
      sum.first = Math.min(sum.first, expires);
      sum.points = Math.addExact(sum.points, points);
      var isPending = row.number(3) > day.toEpochDay();
      if (isPending) sum.pending += points;
      ages.add(row.number(5), points, isPending);
      // Lots come by member, so a member is new to a group exactly when not its last one.
      if (sum.last != row.number(1)) sum.members++;
      sum.last = row.number(1);
    }

    private long key(long expires) {
      if (by == By.DAY) return expires;
      var last = LocalDate.ofEpochDay(expires);
      return last.getYear() * 12L + last.getMonthValue();
    }

    List<Group> groups() {
      var groups = new ArrayList<Group>();
      for (var sum : byKey.values()) {
        groups.add(
            new Group(LocalDate.ofEpochDay(sum.first), sum.points, sum.pending, sum.members));
      }
      return groups;
    }
  }
}
