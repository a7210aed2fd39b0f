package dev.kopilka.bulk.text;

import static dev.kopilka.bulk.text.Bytes.in;
import static dev.kopilka.bulk.text.Bytes.joined;
import static dev.kopilka.bulk.text.Bytes.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.bulk.source.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad input beside its legal twin: the first is refused at the exact spot, the second read. */
class MalformedTest {
  record Twins(String title, byte[] bad, String finding, byte[] good) {
    @Override
    public String toString() {
      return title;
    }
  }

  @ParameterizedTest
  @MethodSource({"quotes", "shapes", "characters", "headers", "json", "sizes"})
  void tellsWhereItIsBad(Twins twins) {
    assertEquals(twins.finding(), first(Bytes.rows(twins.bad())));
  }

  @ParameterizedTest
  @MethodSource({"quotes", "shapes", "characters", "headers", "json", "sizes"})
  void readsTheLegalTwin(Twins twins) {
    var rows = Bytes.rows(twins.good());
    assertEquals("nothing", first(rows), rows::toString);
  }

  /** What is told of the first record that is not well. */
  private static String first(List<String> rows) {
    return rows.stream().filter(row -> !row.startsWith("[")).findFirst().orElse("nothing");
  }

  static Stream<Twins> quotes() {
    return Stream.of(
        csv("a quote amid a cell", "a,b\n1,x\"y\n", "2:4 QUOTE_IN_CELL", "a,b\n1,\"x\"\"y\"\n"),
        csv("a quote at the end", "a,b\n1,5\"\n", "2:4 QUOTE_IN_CELL", "a,b\n1,\"5\"\"\"\n"),
        csv("a space before", "a,b\n1, \"x\"\n", "2:4 QUOTE_IN_CELL", "a,b\n1, x\n"),
        csv("text after", "a,b\n1,\"x\"y\n", "2:6 QUOTE_CLOSED_EARLY", "a,b\n1,\"xy\"\n"),
        csv("a space after", "a,b\n\"x\" ,1\n", "2:4 QUOTE_CLOSED_EARLY", "a,b\n\"x\",1\n"),
        csv("a lone quote inside", "a,b\n\"x\"y\",1\n", "2:4 QUOTE_CLOSED_EARLY", "a,b\n\"x\"\"y\",1\n"),
        csv("never closed", "a,b\n1,\"x\n2,y\n", "2:3 QUOTE_OPEN", "a,b\n1,\"x\n2,y\"\n"),
        csv("never closed, last", "a,b\n1,2\n3,\"", "3:3 QUOTE_OPEN", "a,b\n1,2\n3,\"\""),
        csv("never closed, doubled", "a,b\n1,\"x\"\"\n", "2:3 QUOTE_OPEN", "a,b\n1,\"x\"\"\"\n"),
        csv("after a cell of two lines", "a,b\n\"x\ny\",z\"\n", "3:5 QUOTE_IN_CELL", "a,b\n\"x\ny\",z\n"),
        csv("after letters of two bytes", "a,b\nЮя,ж\"\n", "2:5 QUOTE_IN_CELL", "a,b\nЮя,ж\n"),
        csv("after a wide emoji", "a,b\n😀,z\"\n", "2:4 QUOTE_IN_CELL", "a,b\n😀,z\n"),
        csv("in the header", "a,b\"\n1,2\n", "! 1:4 QUOTE_IN_CELL", "a,\"b\"\"\"\n1,2\n"),
        csv("open in the header", "a,\"b\n1,2\n", "! 1:3 QUOTE_OPEN", "a,\"b\"\n1,2\n"));
  }

  static Stream<Twins> shapes() {
    return Stream.of(
        csv("a cell too few", "a,b,c\n1,2\n", "2:4 ROW_TOO_SHORT", "a,b,c\n1,2,\n"),
        csv("a cell too many", "a,b\n1,2,3\n", "2:5 ROW_TOO_LONG", "a,b\n1,\"2,3\"\n"),
        csv("a delimiter too many", "a,b\n1,2,\n", "2:5 ROW_TOO_LONG", "a,b\n1,2\n"),
        csv("decimal commas", "a,b\n1,5,2\n", "2:5 ROW_TOO_LONG", "a;b\n1,5;2\n"),
        csv("cut in a record", "a,b\n1,2\n3", "3:2 ROW_TOO_SHORT", "a,b\n1,2\n3,4"),
        csv("short in CR LF", "a,b\r\n1,2\r\n3\r\n", "3:2 ROW_TOO_SHORT", "a,b\r\n1,2\r\n3,4\r\n"),
        csv("short in CR", "a,b\r1\r", "2:2 ROW_TOO_SHORT", "a,b\r1,2\r"),
        csv("after blank lines", "a,b\n\n\n1\n", "4:2 ROW_TOO_SHORT", "a,b\n\n\n1,2\n"),
        csv("short over two lines", "a,b\n\"1\n2\"\n", "3:3 ROW_TOO_SHORT", "a,b\n\"1\n2\",3\n"),
        csv("a footer", "a,b\n1,2\nTotal: 1\n", "3:9 ROW_TOO_SHORT", "a,b\n1,2\n\n"),
        csv("tabs and one short", "a\tb\n1\n", "2:2 ROW_TOO_SHORT", "a\tb\n1\t\n"),
        csv("empty", "", "! TABLE_EMPTY", "a\n1\n"),
        csv("white space only", " \n\n", "! TABLE_EMPTY", "a\n1\n"),
        csv("a JSON array", "[{\"a\":1}]", "! FILE_IS_JSON_ARRAY", "{\"a\":1}\n"),
        csv("two delimiters", "a,x;b\n1,2;3\n", "! DELIMITER_UNCLEAR", "\"a,x\";b\n2;3\n"));
  }

  static Stream<Twins> characters() {
    var broken = joined(utf8("a,b\nя,"), new byte[] {(byte) 0xD0}, utf8("x\n"));
    var wide = joined(in("UTF-16LE", "\uFEFFa,b\n1,"), new byte[] {0, (byte) 0xDC}, in("UTF-16LE", "\n"));
    return Stream.of(
        csv("NUL", "a,b\n1,x\0y\n", "2:4 CHARACTER_NUL", "a,b\n1,xy\n"),
        csv("NUL in quotes", "a,b\n1,\"x\0\"\n", "2:5 CHARACTER_NUL", "a,b\n1,\"x\"\n"),
        csv("NUL in the header", "a,b\0\n1,2\n", "! 1:4 CHARACTER_NUL", "a,b\n1,2\n"),
        new Twins("half a letter", late(broken), "30001:3 BYTES_MALFORMED", utf8("a,b\nя,дx\n")),
        new Twins("half a pair", wide, "2:3 BYTES_MALFORMED", in("UTF-16LE", "\uFEFFa,b\n1,2\n")),
        new Twins("Western", in("ISO-8859-1", "a,b\n1,Café\n"), "! ENCODING_UNCLEAR", utf8("a,b\n1,Café\n")),
        new Twins("KOI8-R", in("KOI8-R", "имя,b\nиван,2\n"), "! ENCODING_UNCLEAR", in("windows-1251", "имя,b\nиван,2\n")),
        new Twins("DOS Russian", in("IBM866", "имя,b\nиван,2\n"), "! ENCODING_UNCLEAR", in("windows-1251", "имя,b\nиван,2\n")),
        new Twins("UTF-16 unmarked", in("UTF-16LE", "a,b\n1,2\n"), "! FILE_IS_UTF16", in("UTF-16LE", "\uFEFFa,b\n1,2\n")),
        new Twins("UTF-16 unmarked, big", in("UTF-16BE", "a,b\n1,2\n"), "! FILE_IS_UTF16", in("UTF-16BE", "\uFEFFa,b\n1,2\n")),
        new Twins("a spreadsheet", new byte[] {'P', 'K', 3, 4, 20, 0}, "! FILE_IS_SPREADSHEET", utf8("PK,b\n3,4\n")),
        new Twins("an old spreadsheet", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, "! FILE_IS_SPREADSHEET", utf8("a\n1\n")),
        csv("a page", "\n <HTML><table><tr>", "! FILE_IS_MARKUP", "html,table\n1,2\n"),
        csv("XML", "\uFEFF<?xml version=\"1.0\"?>", "! FILE_IS_MARKUP", "\uFEFFa,b\n1,<?xml\n"),
        csv("a database", "SQLite format 3\0", "! FILE_IS_BINARY", "SQLite,b\n1,2\n"),
        csv("a paper", "%PDF-1.7\n", "! FILE_IS_BINARY", "a\n%PDF\n"),
        new Twins("gzip's first bytes", new byte[] {0x1F, (byte) 0x8B}, "! FILE_CUT", utf8("a\n1\n")));
  }

  /** The same bytes far behind what detection looks at. */
  private static byte[] late(byte[] bytes) {
    return joined(utf8("a,b\n"), utf8("12345,678901\n".repeat(29_999)), bytes(bytes, 4));
  }

  private static byte[] bytes(byte[] all, int from) {
    return Arrays.copyOfRange(all, from, all.length);
  }

  static Stream<Twins> headers() {
    return Stream.of(
        csv("a name twice", "a,b,a\n1,2,3\n", "! 1:5 COLUMN_TWICE", "a,b,A\n1,2,3\n"),
        csv("twice but for spaces", "a,\" a\"\n1,2\n", "! 1:3 COLUMN_TWICE", "a,\"a b\"\n1,2\n"),
        csv("twice but composed", "й,b,и\u0306\n1,2,3\n", "! 1:5 COLUMN_TWICE", "й,b,и\n1,2,3\n"),
        csv("no name", "a,,b\n1,2,3\n", "! 1:3 COLUMN_UNNAMED", "a,b,c\n1,2,3\n"),
        csv("no name at the end", "a,b,\n1,2,\n", "! 1:5 COLUMN_UNNAMED", "a,b\n1,2\n"),
        csv("a name of spaces", "a,\"  \"\n1,2\n", "! 1:3 COLUMN_UNNAMED", "a,\" b \"\n1,2\n"));
  }

  static Stream<Twins> json() {
    return Stream.of(
        csv("a key twice", "{\"a\":1,\"a\":2}\n", "1:8 COLUMN_TWICE", "{\"a\":1,\"b\":2}\n"),
        csv("a key twice, once nested", "{\"a\":{\"b\":1},\"a.b\":2}\n", "1:14 COLUMN_TWICE", "{\"a\":{\"b\":1},\"a.c\":2}\n"),
        csv("two objects in a line", "{\"a\":1} {\"a\":2}\n", "1:9 JSON_TRAILING", "{\"a\":1} \n{\"a\":2}\n"),
        csv("an object over two lines", "{\"a\":1}\n{\"a\":\n2}\n", "2:6 JSON_MALFORMED", "{\"a\":1}\n{\"a\": 2}\n"),
        csv("no object", "{\"a\":1}\n7\n", "2:1 JSON_NOT_OBJECT", "{\"a\":1}\n{\"a\":7}\n"),
        csv("single quotes", "{\"a\":1}\n{'a':1}\n", "2:2 JSON_MALFORMED", "{\"a\":1}\n{\"a\":\"1\"}\n"),
        csv("a trailing comma", "{\"a\":1,}\n", "1:8 JSON_MALFORMED", "{\"a\":1}\n"),
        csv("no value", "{\"a\":}\n", "1:6 JSON_MALFORMED", "{\"a\":null}\n"),
        csv("not a number", "{\"a\":NaN}\n", "1:9 JSON_MALFORMED", "{\"a\":\"NaN\"}\n"),
        csv("a leading zero", "{\"a\":012}\n", "1:7 JSON_MALFORMED", "{\"a\":\"012\"}\n"),
        csv("an unclosed text", "{\"a\":\"x}\n", "1:9 JSON_MALFORMED", "{\"a\":\"x\"}\n"),
        csv("a bare control character", "{\"a\":\"x\ty\"}\n", "1:8 JSON_MALFORMED", "{\"a\":\"x\\ty\"}\n"),
        csv("objects in a list", "{\"a\":[{\"b\":1}]}\n", "1:7 JSON_TOO_DEEP", "{\"a\":[1,2]}\n"),
        csv("too deep", "{\"a\":{\"b\":{\"c\":{\"d\":1}}}}\n", "1:12 JSON_OVER_LIMIT", "{\"a\":{\"b\":{\"c\":1}}}\n"),
        csv("an empty name", "{\"\":1}\n", "1:2 COLUMN_UNNAMED", "{\"a\":1}\n"));
  }

  static Stream<Twins> sizes() {
    var cell = "x".repeat(Limits.CELL);
    var columns = "a".repeat(Limits.COLUMNS);
    return Stream.of(
        csv("a cell too long", "a,b\n1," + cell + "x\n", "2:3 CELL_TOO_LONG", "a,b\n1," + cell + "\n"),
        csv("a quoted cell too long", "a,b\n1,\"" + cell + "x\"\n", "2:3 CELL_TOO_LONG", "a,b\n1,\"" + cell + "\"\n"),
        csv("a record too long", "a,b,c,d,e\n" + (cell + ",").repeat(4) + "x\n", "2:4194309 RECORD_TOO_LONG", "a,b,c,d,e\n" + (cell + ",").repeat(4) + "\n"),
        csv("too many columns", numbered(columns.length() + 1), "! 1:3894 TOO_MANY_COLUMNS", numbered(columns.length())),
        csv("a JSON text too long", "{\"a\":\"" + cell + "x\"}\n", "1:2 JSON_OVER_LIMIT", "{\"a\":\"" + cell + "\"}\n"));
  }

  private static String numbered(int columns) {
    var all = new StringBuilder("1");
    for (var i = 2; i <= columns; i++) all.append(',').append(i);
    return all.append('\n').toString();
  }

  private static Twins csv(String title, String bad, String finding, String good) {
    return new Twins(title, utf8(bad), finding, utf8(good));
  }
}
