package dev.kopilka.pilot;

/** Deals candidates to arms. Pure: the same salt, pilot and codes are always dealt the same way. */
final class Dealing {
  private static final String PURPOSE = "stratum";

  private Dealing() {}

  /**
   * Each by their own chance alone: whoever joins or leaves, nobody else goes elsewhere.
   *
   * @return the arm of each candidate, 0 for the control
   */
  static int[] each(Candidates candidates, Arms arms) {
    var dealt = new int[candidates.size()];
    for (var i = 0; i < dealt.length; i++) {
      dealt[i] = arm(KeyedHash.part(candidates.chance(i)) * arms.weight(), arms);
    }
    return dealt;
  }

  private static int arm(double point, Arms arms) {
    var sum = 0L;
    for (var i = 0; i < arms.count(); i++) {
      sum += arms.list().get(i).weight();
      if (point < sum) return i;
    }
    return arms.count() - 1;
  }

  /**
   * Within each stratum in turn, in the order of chance: there the arms are as large as their weights
   * want them, but for a part of one round. Where a round begins is up to chance too, so that who is
   * alone in a stratum may come to any arm.
   */
  static int[] inTurn(Candidates candidates, Arms arms, KeyedHash hash, String pilot) {
    var round = round(arms);
    var next = new int[candidates.strata().size()];
    candidates
        .strata()
        .forEach(
            (stratum, group) ->
                next[group] =
                    (int) Long.remainderUnsigned(hash.number(PURPOSE, pilot, stratum), round.length));
    var dealt = new int[candidates.size()];
    for (var place : candidates.byChance()) {
      var group = candidates.group(place);
      dealt[place] = round[next[group]];
      next[group] = (next[group] + 1) % round.length;
    }
    return dealt;
  }

  /** Each arm as often as its weight in lowest terms says, as evenly spread as can be. */
  private static int[] round(Arms arms) {
    var weights = arms.weights();
    var divisor = 0L;
    for (var weight : weights) divisor = divisor(weight, divisor);
    var round = new int[(int) (arms.weight() / divisor)];
    var owed = new long[weights.length];
    for (var i = 0; i < round.length; i++) {
      var most = 0;
      for (var arm = 0; arm < weights.length; arm++) {
        owed[arm] += weights[arm] / divisor;
        if (owed[arm] > owed[most]) most = arm;
      }
      round[i] = most;
      owed[most] -= round.length;
    }
    return round;
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
