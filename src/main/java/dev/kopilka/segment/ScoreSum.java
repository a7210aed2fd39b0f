package dev.kopilka.segment;

import java.util.ArrayList;
import java.util.List;

/** What all buyers with the same three scores add up to. */
public record ScoreSum(int r, int f, int m, RfmSummary sum) {
  private static final int SCORES = Classes.COUNT + 1;

  /**
   * Adds buyers up.
   *
   * @param scores of recency, frequency and money, each by the buyer's place
   */
  static List<ScoreSum> of(byte[][] scores, Buyers buyers) {
    // Numbers and not records: a million buyers would make a million of these.
    var count = new long[SCORES * SCORES * SCORES];
    var frequency = new long[count.length];
    var monetary = new long[count.length];
    var recency = new long[count.length];
    for (var i = 0; i < buyers.members().length; i++) {
      var place = (scores[0][i] * SCORES + scores[1][i]) * SCORES + scores[2][i];
      count[place]++;
      frequency[place] += buyers.frequency()[i];
      monetary[place] = Math.addExact(monetary[place], buyers.monetary()[i]);
      recency[place] += buyers.recency()[i];
    }
    var sums = new ArrayList<ScoreSum>();
    for (var i = 0; i < count.length; i++) {
      if (count[i] == 0) continue;
      var sum =
          new RfmSummary(
              "", count[i], frequency[i], monetary[i], recency[i], buyers.members().length);
      sums.add(new ScoreSum(i / SCORES / SCORES, i / SCORES % SCORES, i % SCORES, sum));
    }
    return sums;
  }
}
