package dev.kopilka.report.liability.development;

import java.util.TreeMap;

/** Open points by how old they are and how old they can become, in days since they were earned. */
public final class Open {
  private final TreeMap<Long, Long> byAges = new TreeMap<>();

  /** Takes what it is told, group by group. */
  public interface Reader {
    /**
     * Points of one age and one last good day.
     *
     * @param until the age on the last good day
     * @param points smallest units
     */
    void take(int age, int until, long points);
  }

  public void add(int age, int until, long points) {
    byAges.merge((long) age << Integer.SIZE | until, points, Math::addExact);
  }

  void each(Reader reader) {
    byAges.forEach((ages, points) -> reader.take((int) (ages >> Integer.SIZE), ages.intValue(), points));
  }

  public long points() {
    var sum = 0L;
    for (var points : byAges.values()) sum = Math.addExact(sum, points);
    return sum;
  }
}
