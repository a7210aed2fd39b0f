package dev.kopilka.segment.portrait.count;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Count, sum and sum of squares of whole numbers: exact, so that their order does not matter. */
public final class Moments {
  private static final long PLAIN = 1L << 30;
  private static final long FULL = 1L << 61;

  private long count;
  private long sum;
  private long plainSquares;
  private BigInteger squares = BigInteger.ZERO;

  public void add(long value) {
    count++;
    sum = Math.addExact(sum, value);
    // Squares of most numbers fit; a million big integers would cost more than the reading.
    if (value > -PLAIN && value < PLAIN) plainSquares += value * value;
    else squares = squares.add(BigInteger.valueOf(value).pow(2));
    if (plainSquares >= FULL) spill();
  }

  private void spill() {
    squares = squares.add(BigInteger.valueOf(plainSquares));
    plainSquares = 0;
  }

  public void add(Moments other) {
    count += other.count;
    sum = Math.addExact(sum, other.sum);
    squares = squares.add(other.allSquares());
  }

  /** So many zeros. */
  public void addZeros(long more) {
    count += more;
  }

  public Moments plus(Moments other) {
    var both = new Moments();
    both.add(this);
    both.add(other);
    return both;
  }

  private BigInteger allSquares() {
    return squares.add(BigInteger.valueOf(plainSquares));
  }

  public long count() {
    return count;
  }

  public long sum() {
    return sum;
  }

  public double mean() {
    return (double) sum / count;
  }

  /** The mean of numbers in units of {@code 10^-scale}, with so many decimals. */
  public BigDecimal mean(int scale, int decimals) {
    return BigDecimal.valueOf(sum, scale)
        .divide(BigDecimal.valueOf(count), decimals, RoundingMode.HALF_UP);
  }

  /** The sum of the squared distances from the mean: Σx² − (Σx)² ⁄ n. */
  public double squaredDeviations() {
    var all = BigInteger.valueOf(count);
    var scaled = all.multiply(allSquares()).subtract(BigInteger.valueOf(sum).pow(2));
    return scaled.doubleValue() / count;
  }
}
