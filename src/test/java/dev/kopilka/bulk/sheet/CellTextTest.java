package dev.kopilka.bulk.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a spreadsheet keeps, and what a person would have typed. */
class CellTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0", "12, 12", "-5, -5", "+5, 5", "1.50, 1.5", "1550, 1550", "-0.0, 0",
    "19.989999999999998, 19.99", "0.30000000000000004, 0.3", "1234.5599999999999, 1234.56",
    "7.9161234567E10, 79161234567", "1.2E+11, 120000000000", "1E-7, 0.0000001", "2.5e3, 2500",
    // Sixteen digits are more than a spreadsheet keeps.
    "123456789012345, 123456789012345", "1234567890123450, 1.23456789012345E+15",
    "-1.2E+17, -1.2E+17", "1E+300, 1E+300", "1E+999, 1E+999", "1E+99999999, 1E+99999999",
    // The point before three decimals must not be taken for one between thousands.
    "1.234, 1.2340", "12.5, 12.5", "1234.567, 1234.5670", "0.5, 0.5",
    "x, x", ".5, 0.5", "5., 5", "., .", "1e, 1e", "NaN, NaN", "0x1F, 0x1F",
  })
  void numbersHaveNoBinaryNoise(String raw, String plain) {
    assertEquals(plain, Numeral.plain(raw, "auto"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1.234 | comma | 1,234", "1.234 | point | 1.234", "12.5 | comma | 12,5", "7|,|7"})
  void numbersHaveTheMarkThatTheReaderExpects(String raw, String mark, String plain) {
    assertEquals(plain, Numeral.plain(raw, mark));
  }

  @ParameterizedTest
  @CsvSource({
    "46348, 2026-11-22, 2030-11-23", "46348.588113425925, 2026-11-22T14:06:53, 2030-11-23T14:06:53",
    "46348.5881134259, 2026-11-22T14:06:53, 2030-11-23T14:06:53",
    "46348.999999999, 2026-11-23, 2030-11-24", "46348.5, 2026-11-22T12:00:00, 2030-11-23T12:00:00",
    "1, 1900-01-01, 1904-01-02", "59, 1900-02-28, 1904-02-29", "60, 1900-02-29, 1904-03-01",
    "61, 1900-03-01, 1904-03-02", "0.25, 06:00:00, 1904-01-01T06:00:00",
    "0.0000115740740741, 00:00:01, 1904-01-01T00:00:01",
    "-1, -1, -1", "2958465, 9999-12-31, +10004-01-01", "2958466, 2958466, 2958466", "1E300, 1E300, 1E300", "x, x, x",
  })
  void serialNumbersAreDaysInBothSystems(String raw, String from1900, String from1904) {
    assertEquals(from1900, Serial.iso(raw, false));
    assertEquals(from1904, Serial.iso(raw, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dd.mm.yyyy | true", "dd\\.mm\\.yyyy\\ hh:mm;@ | true", "[$-419]d mmm yyyy | true", "h:mm AM/PM | true",
        "[h]:mm:ss | false", "[mm]:ss | false", "General | false", "Standard | false", "0.00E+00 | false",
        "#,##0.00\" руб\" | false", "\"days\" 0 | false", "\\d0 | false", "0_d | false", "[Red]0 | false",
        "[Red]yyyy | true", "0;yyyy | false", "@ | false", "\"unclosed | false", "[unclosed | false",
      })
  void aFormatShowsDaysOrItDoesNot(String code, boolean shows) {
    assertEquals(shows, Styles.isDateCode(code));
  }

  @ParameterizedTest
  @CsvSource({"a_x000D_b, 'a\rb'", "_x005F_x000D_, _x000D_", "_x12_, _x12_", "_x000g_, _x000g_", "_x0041__x0042_, AB", "_x, _x"})
  void charactersThatXmlCannotHoldComeBack(String kept, String text) {
    assertEquals(text, RichText.unescaped(kept));
  }
}
