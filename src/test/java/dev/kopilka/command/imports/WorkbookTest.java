package dev.kopilka.command.imports;

import static dev.kopilka.command.imports.Shop.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.sheet.Books;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks by the command line: what is true of a CSV file is true of a sheet. */
class WorkbookTest {
  private static final String HEADER = "id,member,occurred_at,amount";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  /** Purchases as a till's program writes them: numbers, days, and every tenth by nobody. */
  private static void purchases(Workbook book, String name, int rows) {
    var sheet = book.newWorksheet(name);
    var names = HEADER.split(",");
    for (var i = 0; i < names.length; i++) sheet.value(0, i, names[i]);
    for (var i = 1; i <= rows; i++) {
      sheet.value(i, 0, "R-" + i);
      sheet.value(i, 1, i % 10 == 3 ? 9 : 1 + i % 3);
      sheet.value(i, 2, LocalDateTime.of(2026, 11, 1, 10, 0).plusSeconds(i));
      sheet.style(i, 2).format("dd.mm.yyyy hh:mm:ss").set();
      sheet.value(i, 3, 10 + i % 90 + 0.1);
    }
  }

  private String book(String name, int rows) throws IOException {
    return shop.file(name, Books.written(book -> purchases(book, "Receipts", rows)));
  }

  /** The same as CSV. */
  private static String csv(int rows) {
    var text = new StringBuilder(HEADER + "\n");
    for (var i = 1; i <= rows; i++) {
      text.append("R-").append(i).append(',').append(i % 10 == 3 ? 9 : 1 + i % 3).append(',');
      text.append(LocalDateTime.of(2026, 11, 1, 10, 0).plusSeconds(i)).append(',');
      text.append(10 + i % 90).append(".1\n");
    }
    return text.toString();
  }

  @Test
  void aSheetIsTheSameLedgerAsItsCsv() throws IOException {
    var other = Shop.in(folder.resolve("other"));
    other.json("accrue", "import", other.file("r.csv", csv(250)));
    var typed = shop.json("accrue", "import", book("r.xlsx", 250));
    assertEquals(Exit.PARTIAL, typed.exit());
    assertTrue(counts(typed).startsWith("250,225,0,25,"), typed.out());
    assertTrue(typed.err().startsWith("purchases: XLSX, sheet Receipts.\n"), typed.err());
    assertEquals(other.heads(), shop.heads());
    // The same rows as CSV are duplicates, and so is the sheet itself.
    assertTrue(counts(shop.json("accrue", "import", shop.file("r.csv", csv(250)))).startsWith("250,0,225,25,"));
    assertTrue(counts(shop.json("accrue", "import", book("r.xlsx", 250))).startsWith("250,0,225,25,"));
  }

  @Test
  void membersAndRedemptionsComeInTheSameWay() throws IOException {
    var members = Books.written(book -> {
      var sheet = book.newWorksheet("Members");
      var header = List.of("member", "name", "phone", "birth_date", "enrolled_at", "attr.size");
      for (var i = 0; i < header.size(); i++) sheet.value(0, i, header.get(i));
      sheet.value(1, 0, "0071");
      sheet.value(1, 1, "Анна Петрова");
      sheet.value(1, 2, 79121234567L);
      sheet.value(1, 3, LocalDateTime.of(1990, 5, 17, 0, 0));
      sheet.style(1, 3).format("yyyy-mm-dd").set();
      sheet.value(1, 4, "2026-01-10");
      sheet.value(1, 5, 42);
    });
    var typed = shop.json("enroll", "import", shop.file("m.xlsx", members));
    assertEquals("1,1,0,0,0", counts(typed), typed.err());
    var found = shop.run("member", "find", "--phone", "+79121234567", "--columns", "member", "-o", "csv");
    assertEquals("member\n0071\n", found.out(), found.err());
    shop.json("accrue", "purchase", "0071", "--amount", "1000", "--id", "P", "--at", "2026-11-01");
    var spent = Books.texts("id,member,occurred_at,points", "S-1,0071,2026-11-02,30");
    var redeemed = shop.json("redeem", "import", shop.file("s.xlsx", spent));
    assertEquals("1,1,0,0,-30", counts(redeemed), redeemed.err());
  }

  @Test
  void numbersInAColumnOfIdsAreToldOnce() throws IOException {
    var typed = shop.run("accrue", "import", book("r.xlsx", 5));
    assertEquals(1, typed.err().lines().filter(line -> line.contains("Numbers, not texts, stand in member:")).count());
    var texts = shop.file("t.xlsx", Books.texts(HEADER, "X,1,2026-11-01,10"));
    assertFalse(shop.run("accrue", "import", texts).err().contains("Numbers, not texts"));
  }

  @Test
  void oneOfSeveralSheetsIsAskedFor() throws IOException {
    var file = shop.file("r.xlsx", Books.written(book -> {
      purchases(book, "Ноябрь", 2);
      purchases(book, "Декабрь", 5);
      book.newWorksheet("Blank");
    }));
    var typed = shop.run("accrue", "import", file);
    assertEquals(Exit.BAD_INPUT, typed.exit());
    assertTrue(typed.err().contains("r.xlsx: error[SHEET_UNCLEAR]"), typed.err());
    assertTrue(typed.err().contains("holds something: Ноябрь, Декабрь."), typed.err());
    assertTrue(typed.err().contains("--sheet"), typed.err());
    var wrong = shop.run("accrue", "import", file, "--sheet", "Декабр");
    assertTrue(wrong.err().contains("error[SHEET_NOT_FOUND]"), wrong.err());
    assertTrue(wrong.err().contains("Did you mean Декабрь?"), wrong.err());
    var right = shop.json("accrue", "import", file, "--sheet", "декабрь");
    assertTrue(counts(right).startsWith("5,4,0,1,"), right.err());
    assertTrue(right.err().contains("sheet Декабрь."), right.err());
    var russian = shop.run("accrue", "import", file, "--sheet", "Ноябрь", "--dry-run", "--lang", "ru");
    assertTrue(russian.err().startsWith("purchases: XLSX, лист Ноябрь."), russian.err());
  }

  @Test
  void whatSaysSomethingAboutTextAloneIsRefused() throws IOException {
    var file = book("r.xlsx", 2);
    for (var option : List.of("--encoding", "--delimiter")) {
      var typed = shop.run("accrue", "import", file, option, option.equals("--encoding") ? "utf-8" : "comma");
      assertTrue(typed.err().contains("error[OPTION_UNFIT]: " + option), typed.err());
    }
    var asText = shop.run("accrue", "import", file, "--format", "csv");
    assertTrue(asText.err().contains("error[FILE_IS_SPREADSHEET]"), asText.err());
  }

  @Test
  void rejectedRowsAreMendedAndComeInOnce() throws IOException {
    var file = shop.file("r.xlsx", Books.written(book -> {
      purchases(book, "R", 2);
      book.newWorksheet("Q");
    }));
    var typed = shop.json("accrue", "import", file, "--map", "member=staff", "--map", "member:=nobody");
    assertTrue(counts(typed).startsWith("2,0,0,2,"), typed.err());
    var rejects = shop.text("r.xlsx.rejects.csv");
    assertTrue(rejects.startsWith("\uFEFFline,column,code,message,id,member,occurred_at,amount\n2,1,MEMBER_NOT_FOUND,"), rejects);
    assertTrue(rejects.contains(",R-1,2,2026-11-01T10:00:01,11.1\n"), rejects);
    var mended = folder.resolve("r.xlsx.rejects.csv").toString();
    assertTrue(counts(shop.json("accrue", "import", mended)).startsWith("2,2,0,0,"));
    assertTrue(counts(shop.json("accrue", "import", mended)).startsWith("2,0,2,0,"));
    assertTrue(counts(shop.json("accrue", "import", file)).startsWith("2,0,2,0,"));
  }

  @Test
  void strictDryRunControlTotalsAndCeilingDoWhatTheyDoForCsv() throws IOException {
    var file = book("r.xlsx", 30);
    var before = shop.size();
    var strict = shop.run("accrue", "import", file, "--strict");
    assertEquals(Exit.BAD_INPUT, strict.exit());
    assertTrue(strict.err().contains("r.xlsx:4:2: error[MEMBER_NOT_FOUND]"), strict.err());
    var total = shop.run("accrue", "import", file, "--expect-rows", "31", "--expect-sum", "1.00");
    assertTrue(total.err().contains("error[CONTROL_ROWS]"), total.err());
    assertTrue(total.err().contains("comes to 768.0"), total.err());
    var dry = shop.json("accrue", "import", file, "--dry-run", "--expect-rows", "30", "--expect-sum", "768");
    assertEquals(before, shop.size());
    var ceiling = shop.json("accrue", "import", file, "--max-rejects", "1", "--dry-run");
    assertTrue(counts(ceiling).startsWith("13,11,0,2,"), ceiling.out());
    var real = shop.json("accrue", "import", file);
    assertEquals(counts(dry), counts(real));
    assertTrue(counts(real).startsWith("30,27,0,3,"), real.out());
  }

  @Test
  void decimalsOfTextsFollowTheOptionAndNumbersNeedNone() throws IOException {
    var file = shop.file("q.xlsx", Books.written(book -> {
      var sheet = book.newWorksheet("Q");
      var header = List.of("id", "member", "occurred_at", "amount", "quantity");
      for (var i = 0; i < header.size(); i++) sheet.value(0, i, header.get(i));
      for (var row = 1; row <= 2; row++) {
        sheet.value(row, 0, "Q-" + row);
        sheet.value(row, 1, "1");
        sheet.value(row, 2, "01.11.2026");
        sheet.value(row, 4, 1.234);
      }
      sheet.value(1, 3, 10.5);
      sheet.value(2, 3, "1.010,50");
    }));
    for (var mark : List.of("comma", "auto")) {
      var typed = shop.json("accrue", "import", file, "--decimal", mark, "--dry-run");
      assertEquals("2,2,0,0,102", counts(typed), typed.err());
    }
    var wrong = shop.json("accrue", "import", file, "--decimal", "point", "--dry-run");
    assertTrue(counts(wrong).startsWith("2,1,0,1,"), wrong.out());
  }

  @Test
  void aRunThatBrokeOffGoesOn() throws IOException {
    var file = book("r.xlsx", 12_000);
    shop.fuse();
    assertEquals(Exit.BUG, shop.run("accrue", "import", file).exit());
    shop.mend();
    var typed = shop.json("accrue", "import", file);
    assertTrue(typed.err().contains("it goes on from row 5001."), typed.err());
    assertTrue(counts(typed).startsWith("12000,10800,0,1200,"), counts(typed));
    var other = Shop.in(folder.resolve("other"));
    other.run("accrue", "import", other.file("r.csv", csv(12_000)));
    assertEquals(other.heads(), shop.heads());
    var list = shop.run("accrue", "import", "--list", "--columns", "file,state,read", "-o", "csv");
    assertTrue(list.out().contains("r.xlsx,partial,12000"), list.out());
  }
}
