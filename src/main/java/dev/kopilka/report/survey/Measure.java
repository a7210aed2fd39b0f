package dev.kopilka.report.survey;

import java.math.BigDecimal;
import java.util.OptionalInt;

/**
 * What a score says: for (1), neither (0) or against (-1).
 *
 * @param positive the least score that is for
 * @param neutral the least score that is not against
 * @param most the end of the scale; what lies outside of it says nothing
 */
public record Measure(Kind kind, int positive, int neutral, int most) {
  /** Which question the score answers. */
  public enum Kind {
    /** How likely it is that they would recommend us, from 0 to 10. */
    NPS,
    /** How content they are. */
    CSAT
  }

  /** Reichheld (2003): promoters 9 and 10, passives 7 and 8, detractors 0 to 6. */
  public static final Measure NPS = new Measure(Kind.NPS, 9, 7, 10);

  /** Who gives that much or more is content; nobody is in between. */
  public static Measure csat(int satisfied, int most) {
    return new Measure(Kind.CSAT, satisfied, satisfied, most);
  }

  /** Nothing where the text is no score of this scale. */
  OptionalInt read(String text) {
    if (text.isEmpty()) return OptionalInt.empty();
    var score = new BigDecimal(text);
    if (score.signum() < 0 || score.compareTo(BigDecimal.valueOf(most)) > 0) {
      return OptionalInt.empty();
    }
    if (score.compareTo(BigDecimal.valueOf(positive)) >= 0) return OptionalInt.of(1);
    return OptionalInt.of(score.compareTo(BigDecimal.valueOf(neutral)) >= 0 ? 0 : -1);
  }
}
