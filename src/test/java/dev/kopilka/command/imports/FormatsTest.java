package dev.kopilka.command.imports;

import static dev.kopilka.command.imports.Shop.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.model.value.Exit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The same table in every form in which it comes. */
class FormatsTest {
  private static final String TABLE =
      "id%1$smember%1$soccurred_at%1$samount%1$scategory\nЧек-1%1$s1%1$s01.11.2026%1$s1\u00A0000%2$s50%1$sкофе\n"
          + "0012%1$s2%1$s2026-11-02%1$s80%1$sхлеб\n";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UTF-8        | ;   | , | no  | 'CSV, UTF-8, delimiter semicolon'
          UTF-8        | ,   | . | no  | 'CSV, UTF-8, delimiter comma'
          UTF-8        | tab | , | no  | 'CSV, UTF-8, delimiter tab'
          UTF-8        | ;   | , | yes | 'CSV, UTF-8, delimiter semicolon'
          UTF-16LE     | ;   | , | yes | 'CSV, UTF-16LE, delimiter semicolon'
          UTF-16BE     | ,   | . | yes | 'CSV, UTF-16BE, delimiter comma'
          UTF-16LE     | tab | , | yes | 'CSV, UTF-16LE, delimiter tab'
          windows-1251 | ;   | , | no  | 'CSV, windows-1251, delimiter semicolon'
          windows-1251 | tab | , | no  | 'CSV, windows-1251, delimiter tab'
          """)
  void isReadAndSaidToBeWhatItIs(String charset, String delimiter, String decimal, String mark, String said)
      throws IOException {
    var text = TABLE.formatted(delimiter.replace("tab", "\t"), decimal);
    var bytes = ((mark.equals("yes") ? "\uFEFF" : "") + text).getBytes(Charset.forName(charset));
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    var typed = shop.json("accrue", "import", shop.file("plain.csv", bytes));
    assertEquals("2,2,0,0,108", counts(typed), typed.err());
    assertTrue(typed.err().contains(said), typed.err());
    // Packed, under a name that does not say so, it is the same table.
    var again = shop.json("accrue", "import", shop.file("packed.csv", packed.toByteArray()));
    assertEquals("2,0,2,0,0", counts(again), again.err());
    // Ids are texts: 0012 is not 12.
    assertEquals(1, shop.ask("select id from event where id = '0012' and kind = 1").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'id,member,occurred_at,amount\\nA,1,2026-11-01,"1,234"\\n' | --decimal
          'id,member,occurred_at,amount\\nA,1,11/01/2026,5\\n' | 2026-11-22
          'id,x;member,y;occurred_at,z;amount\\n1,2;3,4;5,6;7\\n' | --delimiter
          'a,b\\n1,2\\n' | --kind
          """)
  void whatCanBeReadInTwoWaysNamesWhatDecides(String text, String named) throws IOException {
    var typed = shop.run("accrue", "import", shop.file("f.csv", text.replace("\\n", "\n")), "--strict");
    assertEquals(Exit.BAD_INPUT, typed.exit());
    assertTrue(typed.err().contains(named), typed.err());
  }

  @ParameterizedTest
  @EnumSource
  void theTemplateOfEveryKindIsUnderstood(Kind kind) throws IOException {
    var command =
        switch (kind) {
          case MEMBERS -> "enroll";
          case REDEMPTIONS -> "redeem";
          default -> "accrue";
        };
    var word = kind.name().toLowerCase(Locale.ROOT);
    var template = shop.run(command, "import", "--template", word);
    assertEquals(Exit.DONE, template.exit(), template.err());
    var typed = shop.json(command, "import", shop.file("t.csv", template.out()), "--dry-run");
    assertTrue(counts(typed).startsWith("1,"), typed.err());
    assertTrue(typed.err().startsWith(word + ":"), typed.err());
    assertFalse(typed.err().contains("CELL_"), typed.err());
  }

  @Test
  void theFirstTwentyFindingsAreToldAndTheirTotal() throws IOException {
    var text = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 0; i < 57; i++) text.append(i).append(",1,2026-11-01,x\n");
    var typed = shop.run("accrue", "import", shop.file("f.csv", text.toString()), "--strict");
    assertEquals(20, typed.err().lines().filter(line -> line.contains("error[CELL_NOT_MONEY]")).count());
    assertTrue(typed.err().contains("20 problems of 57 shown."), typed.err());
  }

  @Test
  void aStrictFileOfManyBatchesIsAllOrNothing() throws IOException {
    var text = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 0; i < 11_000; i++) text.append(i).append(",1,2026-11-01,10\n");
    var before = shop.size();
    var bad = shop.run("accrue", "import", shop.file("f.csv", text + "x,9,2026-11-01,10\n"), "--strict");
    assertEquals(Exit.BAD_INPUT, bad.exit());
    assertEquals(before, shop.size());
    assertEquals("1", shop.ask("select count(*) from import_run").getFirst());
    var good = shop.json("accrue", "import", shop.file("f.csv", text.toString()), "--strict");
    assertEquals("11000,11000,0,0,11000", counts(good), good.err());
  }
}
