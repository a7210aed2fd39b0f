package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.sheet.Books;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pipes, closed streams and devices: what a shell may put around the command. */
@Timeout(60)
class PipeTest {
  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
    shop.file("ok.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\n");
    shop.file("ok.xlsx", Books.texts("id,member,occurred_at,amount", "A,1,2026-11-01,10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $K accrue import - < ok.csv                                         | 0 | 1 | delimiter comma
          $K accrue import /dev/stdin < ok.csv                                | 0 | 1 | delimiter comma
          ~cat ok.csv | $K accrue import -~                                   | 0 | 1 | delimiter comma
          ~cat ok.csv | $K accrue import /dev/stdin~                          | 0 | 1 | delimiter comma
          ~gzip -c ok.csv | $K accrue import -~                               | 0 | 1 | delimiter comma
          $K accrue import - < ok.xlsx                                        | 0 | 1 | XLSX, sheet Receipts
          ~cat ok.xlsx | $K accrue import - --format xlsx~                    | 0 | 1 | XLSX, sheet Receipts
          ~head -c 900 ok.xlsx | $K accrue import -~                          | 4 | 0 | <stdin>: error[FILE_CUT]
          ~gzip -c ok.xlsx | $K accrue import -~                              | 4 | 0 | error[FILE_IS_SPREADSHEET]
          ~mkfifo p; cat ok.csv > p & $K accrue import p~                     | 0 | 1 | delimiter comma
          ~sleep 1; { head -c 30 ok.csv; sleep 1; tail -c +31 ok.csv; } | $K accrue import -~ | 0 | 1 | delimiter
          ~$K accrue import ok.csv -o csv | head -1~                          | 0 | 1 | delimiter comma
          ~$K accrue import --template purchases | head -1~                   | 0 | 0 | ~~
          $K accrue import - < /dev/null                                      | 4 | 0 | error[TABLE_EMPTY]
          ~true | $K accrue import -~                                         | 4 | 0 | error[TABLE_EMPTY]
          $K accrue import - < .                                              | 4 | 0 | error[FILE_NOT_READABLE]
          ~head -c 40 ok.csv | $K accrue import - --strict --rejects r~       | 4 | 0 | <stdin>:2:12: error[ROW_TOO_SHORT]
          ~gzip -c ok.csv | head -c 40 | $K accrue import - --strict --rejects r~ | 4 | 0 | error[FILE_CUT]
          ~head -c 100000 /dev/urandom | $K accrue import -~                  | 4 | 0 | error[
          $K accrue import ok.csv > /dev/full                                 | 7 | 1 | No space left
          """)
  void areTakenForWhatTheyAre(String line, int exit, int booked, String told) throws Exception {
    var child = Child.shell(shop, line);
    var ended = child.exit();
    assertTrue(told == null || child.err().contains(told), () -> told + " but " + text(child));
    assertEquals(exit, ended, child.err());
    assertFalse(child.err().contains("Exception"), child.err());
    assertEquals(List.of("" + booked), shop.ask("select count(*) from event where kind = 1"));
  }

  private static String text(Child child) {
    try {
      return child.err();
    } catch (IOException gone) {
      throw new AssertionError(gone);
    }
  }
}
