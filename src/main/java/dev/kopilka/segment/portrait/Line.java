package dev.kopilka.segment.portrait;

import dev.kopilka.segment.portrait.count.Effect;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One trait of the segment beside the base.
 *
 * @param value which value of the trait this is about; "" where the trait has but one figure
 * @param members of the segment whom the figure is about; empty where values were put together of
 *     which a member may have several
 * @param segment a share from 0 to 1, or a mean in the trait's unit
 * @param base the same of the base
 * @param index 100 where both are equal, 200 where the segment has twice as much; empty where the base
 *     has nothing
 * @param effect how large the difference is, in a unit that all traits share; empty where there is no
 *     such measure
 */
public record Line(
    Section section,
    String trait,
    String value,
    Measure measure,
    OptionalLong members,
    BigDecimal segment,
    BigDecimal base,
    Optional<BigDecimal> index,
    Optional<Effect> effect) {
  /** What the figures are. */
  public enum Measure {
    /** The effect is Cohen's h; of money, Cohen's d of the members' own shares. */
    SHARE,
    /** The effect is Cohen's d. */
    MEAN,
    /** Percentage points from -100 to 100; the effect is Cohen's d of the answers. */
    SCORE
  }
}
