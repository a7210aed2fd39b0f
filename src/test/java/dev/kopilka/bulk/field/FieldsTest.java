package dev.kopilka.bulk.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell's text means, and what is refused because it means nothing or two things. */
class FieldsTest {
  private static final Fields AUTO = fields(DecimalMark.AUTO);

  private static Fields fields(DecimalMark mark) {
    return new Fields(mark, ZoneId.of("America/New_York"));
  }

  private static String told(Read<?> read) {
    return switch (read) {
      case Read.Good<?>(var value) -> value.toString();
      case Read.Bad<?>(var problem) -> problem.code();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100|10000", "100.5|10050", "100,5|10050", "1 234,50|123450", "1\u00A0234,50|123450",
        "1\u202F234\u202F567|123456700", "1,234,567|123456700", "1.234.567,8|123456780",
        "1,234.50|123450", "-5|-500", "\u22125,00|-500", "+5|500", "0,500|50", ".5|50", "007|700",
        "1,234|CELL_AMBIGUOUS", "12.345|CELL_AMBIGUOUS", "1234,567|CELL_TOO_FINE",
        "0.001|CELL_TOO_FINE", "5.|CELL_NOT_MONEY", "1 23,5|CELL_NOT_MONEY",
        "1 2345|CELL_NOT_MONEY", "12 34 567|CELL_NOT_MONEY", "1,23.45|CELL_NOT_MONEY",
        "--5|CELL_NOT_MONEY", "5-|CELL_NOT_MONEY", "abc|CELL_NOT_MONEY", "''|CELL_NOT_MONEY",
        "100 руб.|CELL_NOT_MONEY", "٣|CELL_NOT_MONEY", "５|CELL_NOT_MONEY",
        "1e1000000000|CELL_SCIENTIFIC", "1,2E+11|CELL_SCIENTIFIC", "0x10|CELL_NOT_MONEY",
        "92233720368547758.07|9223372036854775807", "92233720368547758.08|CELL_TOO_BIG",
        "9999999999999999999999999999999|CELL_TOO_BIG", "NaN|CELL_NOT_MONEY"
      })
  void readsMoney(String text, String expected) {
    assertEquals(expected, told(AUTO.money(text, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT|1,234|123400", "POINT|1.23|123", "POINT|1,23|CELL_NOT_MONEY",
        "COMMA|1.234|123400", "COMMA|1,23|123", "COMMA|1.23|CELL_NOT_MONEY",
        "COMMA|1,230|123", "COMMA|1,234|CELL_TOO_FINE"
      })
  void heedsTheMarkItIsTold(DecimalMark mark, String text, String expected) {
    assertEquals(expected, told(fields(mark).money(text, 2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15|15", "15,0|15", "15.5|CELL_TOO_FINE", "1 000|1000", "x|CELL_NOT_POINTS"
      })
  void readsPoints(String text, String expected) {
    assertEquals(expected, told(AUTO.points(text, 0)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1|1", "0,352|0.352", "2.50|2.5", "0,00|0", "100|100", "1,000|CELL_AMBIGUOUS",
        "two|CELL_NOT_NUMBER"
      })
  void readsDecimals(String text, String expected) {
    assertEquals(expected, told(AUTO.decimal(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-22|2026-11-22", "22.11.2026|2026-11-22", "1.2.2026|2026-02-01",
        "' 2026-11-22 '|2026-11-22", "2026-11-22 00:00:00|2026-11-22",
        "2026-11-22T00:00|2026-11-22", "2026-11-22 10:00|CELL_NOT_DATE",
        "2026-02-29|CELL_NO_SUCH_DAY", "31.02.2026|CELL_NO_SUCH_DAY",
        "11/22/2026|CELL_NOT_DATE", "22.11.26|CELL_NOT_DATE", "2026-1-2|CELL_NOT_DATE",
        "20261122|CELL_NOT_DATE", "22.ноя.2026|CELL_NOT_DATE", "0001-01-01|CELL_NOT_DATE",
        "45983|CELL_NOT_DATE", "2026-11-22x|CELL_NOT_DATE", "٢٠٢٦-11-22|CELL_NOT_DATE"
      })
  void readsDates(String text, String expected) {
    assertEquals(expected, told(AUTO.date(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-01-28T14:06:53|2017-01-28T19:06:53Z", "2017-07-28 14:06|2017-07-28T18:06:00Z",
        "2017-01-28|2017-01-28T05:00:00Z", "28.01.2017 9:05|2017-01-28T14:05:00Z",
        "2017-01-28T14:06:53Z|2017-01-28T14:06:53Z",
        "2017-01-28T14:06:53.123456Z|2017-01-28T14:06:53.123Z",
        "2017-01-28T14:06:53+03:00|2017-01-28T11:06:53Z",
        "2017-01-28 14:06:53 +0300|2017-01-28T11:06:53Z",
        "2017-01-28T14:06:53-05|2017-01-28T19:06:53Z",
        "2017-03-12T02:30:00|2017-03-12T07:30:00Z", "2017-11-05T01:30:00|2017-11-05T05:30:00Z",
        "2017-01-28T24:00|CELL_NO_SUCH_DAY", "2017-01-28T10:60|CELL_NO_SUCH_DAY",
        "2017-01-28T14|CELL_NOT_MOMENT", "2017-01-28T14:06 PM|CELL_NOT_MOMENT",
        "2017-01-28T14:06:53.|CELL_NOT_MOMENT", "2017-01-28T14:06+3|CELL_NOT_MOMENT",
        "2017-01-28T14:06:00Europe/Moscow|CELL_NOT_MOMENT", "1485612413|CELL_NOT_MOMENT",
        "''|CELL_NOT_MOMENT"
      })
  void readsMoments(String text, String expected) {
    assertEquals(expected, told(AUTO.moment(text)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0012|0012", "1,23E+11|CELL_SCIENTIFIC", "7.9E10|CELL_SCIENTIFIC", "EE-12|EE-12",
        "5E|5E", "E5|E5", "' x '|x", "a\u0007b|CELL_HAS_CONTROL", "и\u0306|й"
      })
  void readsIds(String text, String expected) {
    assertEquals(expected, told(AUTO.id(text)));
  }
}
