package dev.kopilka.segment.clv.estimate;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The buyers in the order of their codes, each in the few numbers that the models need. The first
 * day of a buyer is where the clock starts, and is no purchase of either model.
 *
 * @param repeats days with a purchase after the first one (x)
 * @param recency days from the first to the last one (t_x)
 * @param age days from the first one to the end of the calibration (T)
 * @param spend minor units spent on the repeat days together
 * @param later days with a purchase in the holdout
 * @param laterOn the same by day of the holdout, all buyers together
 */
public record Histories(
    Span span,
    String[] codes,
    int[] repeats,
    int[] recency,
    int[] age,
    long[] spend,
    int[] later,
    int[] laterOn) {
  /**
   * Days counted since 1970.
   *
   * @param from the first one that counts
   * @param end the last one of the calibration
   * @param last the last one of the holdout; {@code end} where there is none
   */
  public record Span(int from, int end, int last) {
    public LocalDate day(int after) {
      return LocalDate.ofEpochDay((long) end + after);
    }

    public int holdout() {
      return last - end;
    }
  }

  public int size() {
    return codes.length;
  }

  public long repeatBuyers() {
    return Arrays.stream(repeats).filter(x -> x > 0).count();
  }

  public long occasionsLater() {
    return Arrays.stream(laterOn).asLongStream().sum();
  }

  /** Mean spend of a repeat day in minor units (the sources write z̄ or m_x). */
  public double meanSpend(int i) {
    return (double) spend[i] / repeats[i];
  }
}
