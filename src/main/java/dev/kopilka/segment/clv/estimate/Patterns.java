package dev.kopilka.segment.clv.estimate;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Which buyers are alike for BG/NBD, and how many there are of each: days are whole, so many buyers
 * share their three numbers, and every function of them needs to be known once.
 */
public record Patterns(int[] repeats, int[] recency, int[] age, int[] count) {
  /** 21 bits a number: 5,700 years of days. */
  private static final int BITS = 21;

  private static final int MASK = (1 << BITS) - 1;
  /** Days of one. */
  public static final double WEEK = 7;

  public static Patterns of(Histories buyers) {
    var keys = new long[buyers.size()];
    for (var i = 0; i < keys.length; i++) {
      var times = (long) buyers.recency()[i] << BITS | buyers.age()[i];
      keys[i] = (long) buyers.repeats()[i] << 2 * BITS | times;
    }
    Arrays.sort(keys);
    var size = (int) Arrays.stream(keys).distinct().count();
    var all = new Patterns(new int[size], new int[size], new int[size], new int[size]);
    var at = -1;
    for (var i = 0; i < keys.length; i++) {
      if (i == 0 || keys[i] != keys[i - 1]) {
        at++;
        all.repeats[at] = (int) (keys[i] >> 2 * BITS);
        all.recency[at] = (int) (keys[i] >> BITS) & MASK;
        all.age[at] = (int) keys[i] & MASK;
      }
      all.count[at]++;
    }
    return all;
  }

  public int size() {
    return count.length;
  }

  /** Purchases to be expected of all buyers together in the next weeks. */
  public double expected(BgNbd model, double weeks) {
    var sum = 0.0;
    for (var i = 0; i < size(); i++) {
      sum += count[i] * model.expected(repeats[i], recency[i] / WEEK, age[i] / WEEK, weeks);
    }
    return sum;
  }

  /** Buyers to be expected with exactly so many repeat occasions, each in the own time. */
  public double expectedWith(BgNbd model, int x) {
    var ages = new TreeMap<Integer, Integer>();
    for (var i = 0; i < size(); i++) ages.merge(age[i], count[i], Integer::sum);
    var sum = 0.0;
    for (var one : ages.entrySet()) {
      var chance = one.getKey() == 0 ? (x == 0 ? 1 : 0) : model.probability(x, one.getKey() / WEEK);
      sum += one.getValue() * chance;
    }
    return sum;
  }
}
