package dev.kopilka.report.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.report.survey.Opinion.Counts;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How scores move, against figures that were not computed here. */
class TrendTest {
  private static final Confidence USUAL = Confidence.of("95", false);

  /** Months as {@code number=for/neither/against}, apart by spaces. */
  private static Trend of(String kind, String months) {
    var byMonth = new TreeMap<Integer, Counts>();
    for (var month : months.split(" ")) {
      var parts = month.split("[=/]");
      byMonth.put(
          Integer.valueOf(parts[0]),
          new Counts(Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3])));
    }
    return Trend.of(Measure.Kind.valueOf(kind), byMonth);
  }

  /**
   * Each answer written out as a point, (month, 1 or 0 or -1) for NPS and (month, 1 or 0) for CSAT:
   * {@code r = scipy.stats.linregress(x, y)} of SciPy 1.17.1 gives {@code r.slope} and {@code
   * r.stderr}, {@code scipy.stats.t.ppf(1 - (1 - level) / 2, len(x) - 2)} the half of the interval in
   * errors. The last row has too many points for that: sums of fractions (Python), the same quantile.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NPS  | 95 | 0=1/1/1 1=2/0/0                                | 100.00 74.54 -137.21 337.21 false
          NPS  | 95 | 0=12/20/8 1=15/18/7 2=17/16/7 3=20/15/5        | 8.75 5.06 -1.24 18.74 false
          NPS  | 90 | 0=12/20/8 1=15/18/7 2=17/16/7 3=20/15/5        | 8.75 5.06 0.38 17.12 true
          NPS  | 99 | 0=12/20/8 1=15/18/7 2=17/16/7 3=20/15/5        | 8.75 5.06 -4.44 21.94 false
          NPS  | 90 | 7=40/5/5 9=30/10/10 14=20/10/20                | -9.62 2.20 -13.25 -5.98 true
          CSAT | 95 | 0=10/0/10 1=12/0/8 2=9/0/11 3=13/0/7           | 3.00 5.03 -7.01 13.01 false
          CSAT | 95 | 0=10/0/90 1=30/0/70 2=50/0/50                  | 20.00 3.04 14.02 25.98 true
          CSAT | 95 | 0=1/0/0 1=0/0/1 2=1/0/0                        | 0.00 57.74 -733.59 733.59 false
          NPS  | 95 | 0=3/0/0 5=0/2/0 6=0/0/0 11=0/0/4               | -18.10 0.29 -18.79 -17.40 true
          NPS  | 95 | 0=5/5/0 240=0/5/5                              | -0.42 0.10 -0.62 -0.21 true
          NPS  | 95 | 0=500000/200000/300000 1=502000/200000/298000  | 0.40 0.12 0.16 0.64 true
          """)
  void slopesAreThoseOfLeastSquares(String kind, String percent, String months, String said) {
    assertEquals(said, said(of(kind, months), Confidence.of(percent, false)));
  }

  @ParameterizedTest
  @CsvSource({
    "0=3/4/5, 1",
    "0=3/4/5 1=0/0/0, 1",
    "0=1/0/0 1=0/0/1, 2",
    "0=0/0/0, 0",
  })
  void oneMonthOrTwoAnswersSayNothing(String months, int answered) {
    var trend = of("NPS", months);
    assertEquals(answered, trend.months());
    assertEquals("    ", said(trend, USUAL));
  }

  /** No rounding makes a trend of what is none, nor a root of less than nothing. */
  @ParameterizedTest
  @CsvSource({
    "0=7/0/0 1=9/0/0 13=11/0/0, 0.00 0.00 0.00 0.00 false",
    "0=2/0/0 1=0/0/1, -200.00 0.00 -200.00 -200.00 true",
    "0=0/0/3 1=0/7/0 2=11/0/0, 100.00 0.00 100.00 100.00 true",
  })
  void answersOnALineLeaveNothing(String months, String said) {
    assertEquals(said, said(of("NPS", months), USUAL));
  }

  /** More answers than a number of 64 bits holds the squares of; the figures by fractions as above. */
  @Test
  void aHundredMillionAnswersAMonthAreCounted() {
    var trend =
        of("NPS", "0=50000000/20000000/30000000 1=50010000/20000000/29990000");
    assertEquals("0.02 0.01 0.00 0.04 false", said(trend, USUAL));
  }

  /** The cells in the order of their columns, apart by spaces. */
  private static String said(Trend trend, Confidence confidence) {
    return Stream.of(
            trend.slope(),
            trend.standardError(),
            trend.low(confidence),
            trend.high(confidence),
            trend.isSure(confidence))
        .map(cell -> cell.map(Object::toString).orElse(""))
        .collect(Collectors.joining(" "));
  }
}
