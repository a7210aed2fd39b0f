package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths, URLs and options that lead nowhere, each beside one that leads somewhere. */
class PathsTest {
  @TempDir static Path folder;
  private static Shop shop;
  private static List<String> before;

  @BeforeAll
  static void open() throws IOException {
    shop = Shop.in(folder);
    shop.file("ok.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,10\n");
    shop.file("sums.map", "# ours\nCard=member\n\nDay=occurred_at\nSum=amount\nchannel:=store\n#=id\n");
    shop.file("theirs.csv", "Card,Day,Sum\n1,01.11.2026,\"10,5\"\n");
    shop.file("bad.map", "Card=member\nnothing\n");
    shop.file("latin.map", new byte[] {'C', (byte) 0xE9, '=', 'i', 'd', '\n'});
    Files.createDirectory(folder.resolve("dir"));
    Files.createSymbolicLink(folder.resolve("loop"), folder.resolve("loop"));
    before = shop.size();
  }

  /** Words with {@code @} for the folder. */
  private static String[] words(String text) {
    return Arrays.stream(text.split(" ")).map(word -> word.replace("@", folder + "/")).toArray(String[]::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accrue import @none.csv                                          | 4 | FILE_NOT_FOUND
          accrue import @dir                                               | 4 | FILE_IS_FOLDER
          accrue import @loop                                              | 4 | FILE_NOT_FOUND
          accrue import @ok.csv/x                                          | 4 | FILE_NOT_FOUND
          accrue import @ok.csv --map-file @none.map                       | 4 | FILE_NOT_FOUND
          accrue import @ok.csv --map-file @dir                            | 4 | FILE_IS_FOLDER
          accrue import @theirs.csv --map-file @bad.map                    | 4 | MAP_MALFORMED
          accrue import @theirs.csv --map-file @latin.map                  | 4 | ENCODING_UNCLEAR
          accrue import @theirs.csv --map Card                             | 2 | MAP_MALFORMED
          accrue import @theirs.csv --map =member                          | 2 | MAP_MALFORMED
          accrue import @theirs.csv --map :=x                              | 2 | MAP_MALFORMED
          accrue import @ok.csv --map Price=amuont                         | 4 | MAP_TARGET_UNKNOWN
          accrue import                                                    | 2 | ARGUMENT_MISSING
          accrue import @ok.csv @ok.csv                                    | 2 | ARGUMENT_UNEXPECTED
          accrue import @ok.csv --kind receipts                            | 2 | VALUE_NOT_AMONG
          accrue import @ok.csv --kind members                             | 2 | VALUE_NOT_AMONG
          accrue import @ok.csv --format xls                               | 2 | VALUE_NOT_AMONG
          accrue import @ok.csv --format xlsx                              | 4 | FILE_NOT_WORKBOOK
          accrue import @ok.csv --sheet A                                  | 4 | OPTION_UNFIT
          accrue import @ok.csv --encoding utf8mb4                         | 2 | ENCODING_UNKNOWN
          accrue import @ok.csv --encoding ../x                            | 2 | ENCODING_UNKNOWN
          accrue import @ok.csv --delimiter ab                             | 2 | DELIMITER_UNFIT
          accrue import @ok.csv --decimal dot                              | 2 | VALUE_NOT_AMONG
          accrue import @ok.csv --max-rejects many                         | 4 | CEILING_MALFORMED
          accrue import @ok.csv --expect-rows one                          | 4 | ARGUMENT_NOT_WHOLE
          accrue import @ok.csv --expect-sum amount=x                      | 4 | CONTROL_MALFORMED
          accrue import --template gifts                                   | 2 | VALUE_NOT_AMONG
          accrue import --revert one                                       | 4 | ARGUMENT_NOT_WHOLE
          accrue import --revert 77                                        | 6 | RUN_NOT_FOUND
          accrue import @ok.csv -d @none.db                                | 7 | DATABASE_MISSING
          accrue import @ok.csv -d @ok.csv                                 | 7 | DATABASE_DAMAGED
          init -d @ok.csv                                                  | 7 | DATABASE_TAKEN
          init -d @.                                                       | 7 | DATABASE_TAKEN
          accrue import @ok.csv -d jdbc:sqlite:                            | 4 | URL_NOT_A_FILE
          accrue import @ok.csv -d jdbc:sqlite::memory:                    | 4 | URL_NOT_A_FILE
          accrue import @ok.csv -d jdbc:sqlite::resource:http://x/y.db     | 4 | URL_NOT_A_FILE
          accrue import @ok.csv -d jdbc:sqlite:file:x?mode=memory          | 4 | URL_NOT_A_FILE
          accrue import @ok.csv -d jdbc:sqlite:x?enable_load_extension=1   | 4 | URL_PARAMETER
          accrue import @ok.csv -d jdbc:mysql://h/x                        | 4 | URL_NOT_KNOWN
          accrue import @ok.csv -d @kopilka.db?synchronous=OFF             | 4 | URL_PARAMETER
          """)
  void leadNowhere(String line, int exit, String code) {
    var typed = shop.json(words(line.strip()));
    assertTrue(typed.err().contains("\"code\":\"" + code + "\""), () -> code + " but " + typed.err());
    assertEquals(exit, typed.exit().code(), typed.err());
    assertEquals("", typed.out());
    assertFalse(typed.err().contains("Exception"), typed.err());
    assertEquals(before, shop.size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accrue import @ok.csv
          accrue import @dir/../ok.csv
          accrue import @theirs.csv --kind purchases --map-file @sums.map
          accrue import @ok.csv --map Price=
          accrue import @ok.csv --kind purchases --format csv --encoding utf-8 --delimiter comma --decimal point
          accrue import @ok.csv --delimiter ,
          accrue import @ok.csv --max-rejects 1 --expect-rows 1 --expect-sum 10
          accrue import @ok.csv -d jdbc:sqlite:@kopilka.db
          """)
  void leadSomewhere(String line) {
    var words = words(line.strip() + " --dry-run");
    var typed = shop.json(words);
    if (line.contains("Price=")) {
      // What is left out by name must be there to be left out.
      assertTrue(typed.err().contains("MAP_SOURCE_MISSING"), typed.err());
      return;
    }
    assertEquals(Exit.DONE, typed.exit(), typed.err());
    assertTrue(typed.out().contains("\"accepted\":1,"), typed.out());
  }

  @Test
  void rejectsAreNotWrittenWhereTheyMayNotBe() throws IOException {
    var bad = shop.file("bad.csv", "id,member,occurred_at,amount\nA,9,2026-11-01,10\n");
    var typed = shop.json("accrue", "import", bad, "--rejects", folder + "/none/r.csv");
    assertEquals(Exit.BAD_INPUT, typed.exit());
    assertTrue(typed.err().contains("FILE_NOT_WRITABLE"), typed.err());
    assertEquals(before, shop.size());
  }

  @Test
  void aLinkThatSomebodyLaidIsNotWrittenThrough() throws IOException {
    var target = shop.file("precious", "precious");
    Files.createSymbolicLink(folder.resolve("link.csv"), Path.of(target));
    var bad = shop.file("bad.csv", "id,member,occurred_at,amount\nA,9,2026-11-01,10\n");
    shop.json("accrue", "import", bad, "--rejects", folder + "/link.csv");
    assertEquals("precious", shop.text("precious"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("link.csv"))));
  }
}
