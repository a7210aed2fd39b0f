package dev.kopilka.bulk.run;

import dev.kopilka.bulk.Tally;
import dev.kopilka.model.value.Decimals;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many rejected rows a run bears: a number of them, or a share of the rows read so far. A share
 * is looked at from the thousandth row on and at the end, or one bad row at the start would be all.
 *
 * @param rows more rejected rows than this are too many
 * @param percent a larger share of the rows read is too large
 */
public record Ceiling(long rows, Optional<BigDecimal> percent) {
  private static final int FIRST_LOOK = 1_000;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public static final Ceiling NONE = new Ceiling(Long.MAX_VALUE, Optional.empty());

  /** What {@code 20} or {@code 2.5%} says; nothing when the text is neither. */
  public static Optional<Ceiling> of(String text) {
    if (!text.endsWith("%")) {
      return Decimals.whole(text)
          .filter(rows -> rows >= 0)
          .map(rows -> new Ceiling(rows, Optional.empty()));
    }
    return Decimals.parse(text.substring(0, text.length() - 1))
        .filter(share -> share.signum() >= 0 && share.compareTo(HUNDRED) <= 0)
        .map(share -> new Ceiling(Long.MAX_VALUE, Optional.of(share)));
  }

  public boolean isNone() {
    return rows == Long.MAX_VALUE && percent.isEmpty();
  }

  /** Whether the run has to stop amid the file. */
  public boolean isExceeded(Tally tally) {
    return tally.rejected() > rows || tally.read() >= FIRST_LOOK && isTooLargeAShare(tally);
  }

  /** Whether, now that the file has been read to its end, too many were rejected. */
  public boolean isExceededAtEnd(Tally tally) {
    return tally.rejected() > rows || isTooLargeAShare(tally);
  }

  private boolean isTooLargeAShare(Tally tally) {
    if (percent.isEmpty()) return false;
    var most = percent.get().multiply(BigDecimal.valueOf(tally.read()));
    return BigDecimal.valueOf(tally.rejected()).multiply(HUNDRED).compareTo(most) > 0;
  }
}
