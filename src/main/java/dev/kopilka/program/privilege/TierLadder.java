package dev.kopilka.program.privilege;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * The tiers of a programme and how members move between them.
 *
 * @param validity how long a tier once reached is kept
 * @param grace how long it is kept beyond that, before a member falls
 * @param levels ascending; the first starts from 0
 */
public record TierLadder(
    Measure by, Window window, Period validity, Period grace, Down down, List<TierLevel> levels) {
  /** What a threshold counts; never the balance, which falls when points are spent. */
  public enum Measure {
    POINTS,
    SPEND,
    VISITS
  }

  /** How far a member falls at the end of validity and grace. */
  public enum Down {
    ONE_STEP,
    RE_EVALUATE
  }

  public TierLadder {
    levels = List.copyOf(levels);
    if (levels.isEmpty() || levels.getFirst().from() != 0)
      throw new IllegalArgumentException("the first tier starts from 0");
    for (var i = 1; i < levels.size(); i++) {
      if (levels.get(i).from() <= levels.get(i - 1).from())
        throw new IllegalArgumentException("tiers do not ascend at " + levels.get(i).code());
    }
    if (validity.isZero() || validity.isNegative() || grace.isNegative())
      throw new IllegalArgumentException("validity " + validity + ", grace " + grace);
  }

  /** The highest tier whose threshold the amount reaches. */
  public TierLevel reachedBy(long amount) {
    var reached = levels.getFirst();
    for (var level : levels) {
      if (level.from() <= amount) reached = level;
    }
    return reached;
  }

  public Optional<TierLevel> level(String code) {
    return levels.stream().filter(level -> level.code().equals(code)).findFirst();
  }

  /** Place of the tier, the lowest being 0. Throws when the ladder has no such tier. */
  public int rank(String code) {
    for (var i = 0; i < levels.size(); i++) {
      if (levels.get(i).code().equals(code)) return i;
    }
    throw new IllegalArgumentException("no tier " + code);
  }
}
