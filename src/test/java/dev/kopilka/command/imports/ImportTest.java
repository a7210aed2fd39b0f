package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files into a ledger, by command. */
class ImportTest {
  private static final String PROGRAMME =
      """
      program:
        code: shop
        name: Shop
        kind: [bonus]
        currency: RUB
        timezone: Europe/Moscow
        points: { name: [point, points], scale: 0, value: "1.00", max_share_of_receipt: "100%" }
        rounding: down
        earning_base: { net_of_discount: true, exclude_part_paid_with_points: true }
        returns: { policy: to_debt, lapsed_points: lost }
      earn:
        - { code: base, on: purchase, give: { points: 1, per: "10.00" } }
      """;
  private static final String MEMBERS = "member,name,enrolled_at\n1,Анна,2026-01-01\n2,Ян,2026-01-01\n";

  @TempDir Path folder;
  private Typed.Place place;

  @BeforeEach
  void aShop() throws IOException {
    place = Typed.Place.in(folder);
    assertEquals(Exit.DONE, place.type("init").exit());
    var file = file("program.yaml", PROGRAMME);
    var applied = place.run("program", "apply", file, "--effective", "2026-01-01");
    assertEquals(Exit.DONE, applied.exit(), applied.err());
    assertEquals(Exit.DONE, place.run("enroll", "import", file("members.csv", MEMBERS)).exit());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** The counts of an answer: read, accepted, duplicates, rejected, points. */
  private static String counts(Typed typed) {
    return typed.out().replaceAll("(?s).*\"read\":(.*),\"seconds\".*", "$1")
        .replaceAll("\"[a-z]+\":", "");
  }

  private Typed json(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-o", "json"));
    return place.run(all.toArray(new String[0]));
  }

  @Test
  void linesOfOneReceiptAreOnePurchaseWhereverTheyStand() throws IOException {
    var text =
        "id,member,occurred_at,amount,sku\n"
            + "A,1,2026-11-01T10:00,6.00,x\nB,2,2026-11-01T11:00,10.00,y\nA,1,2026-11-01T10:00,4.00,z\n";
    var typed = json("accrue", "import", file("r.csv", text));
    assertEquals("3,3,0,0,2", counts(typed), typed.err());
    assertTrue(typed.err().contains("stand apart"), typed.err());
    assertEquals("3,0,3,0,0", counts(json("accrue", "import", file("r.csv", text))));
    assertEquals(
        "3,0,3,0,0", counts(json("accrue", "import", file("s.csv", sorted(text)))));
  }

  private static String sorted(String text) {
    var lines = text.lines().toList();
    return lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(3) + "\n" + lines.get(2) + "\n";
  }

  @Test
  void answersWithTheNamesThatScriptsRelyOn() throws IOException {
    var text = "id,member,occurred_at,amount\nA,1,2026-11-01,100\n";
    var name = file("r.csv", text);
    assertEquals(
        "{\"run\":2,\"file\":\"" + name + "\",\"read\":1,\"accepted\":1,\"duplicates\":0,"
            + "\"rejected\":0,\"points\":10,\"seconds\":0.000,\"rows_per_second\":0,"
            + "\"rejects_file\":null}\n",
        json("accrue", "import", name).out());
  }

  @Test
  void rejectedRowsAreMendedAndImportedOnce() throws IOException {
    var text =
        "id;member;occurred_at;amount;attr.note\n"
            + "A;1;2026-11-01;100,50;=1+1\nB;9;2026-11-01;10;x\nC;2;2026-11-01;ten;'=y\nC;2;;5;\n";
    var typed = json("accrue", "import", file("r.csv", text));
    assertEquals(Exit.PARTIAL, typed.exit());
    assertEquals("4,1,0,3,10", counts(typed), typed.err());
    var rejects = folder.resolve("r.csv.rejects.csv");
    assertEquals(
        "line;column;code;message;id;member;occurred_at;amount;attr.note\n"
            + "3;3;MEMBER_NOT_FOUND;No such member: 9.;B;9;2026-11-01;10;x\n"
            + "4;16;CELL_NOT_MONEY;\"amount: \"\"ten\"\" is no money.\";C;2;2026-11-01;ten;''=y\n",
        Files.readString(rejects).lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(rejects)));
    var mended = Files.readString(rejects).replace(";9;", ";1;").replace(";ten;", ";15;");
    Files.writeString(rejects, mended);
    var again = json("accrue", "import", rejects.toString());
    assertEquals("3,3,0,0,3", counts(again), again.err());
    assertEquals("3,0,3,0,0", counts(json("accrue", "import", rejects.toString())));
  }

  @Test
  void oneWrongLineRejectsTheWholeReceipt() throws IOException {
    var text =
        "id,member,occurred_at,amount,sku\nA,1,2026-11-01,10,x\nA,1,2026-11-01,no,y\nA,2,2026-11-01,1,z\n";
    var typed = json("accrue", "import", file("r.csv", text));
    assertEquals("3,0,0,3,0", counts(typed));
    var codes =
        Files.readAllLines(folder.resolve("r.csv.rejects.csv")).stream()
            .map(line -> line.split(",")[2])
            .toList();
    assertEquals(List.of("code", "RECEIPT_REJECTED", "CELL_NOT_MONEY", "RECEIPT_REJECTED"), codes);
  }

  @Test
  void aBadHeaderImportsNothing() throws IOException {
    var typed = place.run("accrue", "import", file("r.csv", "id,member,occured_at,amount,x y\n1,1,1,1,1\n"));
    assertEquals(Exit.BAD_INPUT, typed.exit());
    assertTrue(typed.err().contains(":1:11: error[HEADER_UNKNOWN]"), typed.err());
    assertTrue(typed.err().contains("Did you mean occurred_at?"), typed.err());
    assertTrue(typed.err().contains("error[COLUMN_MISSING]"), typed.err());
    assertEquals("", typed.out());
  }

  @Test
  void aStrictRunIsAllOrNothing() throws IOException {
    var name = file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,100\nB,9,2026-11-01,5\n");
    var typed = json("accrue", "import", name, "--strict");
    assertEquals(Exit.BAD_INPUT, typed.exit(), typed.err());
    assertTrue(typed.err().contains("r.csv"), typed.err());
    assertEquals("2,1,0,1,10", counts(json("accrue", "import", name)));
  }

  @Test
  void aDryRunSaysWhatTheRealOneDoes() throws IOException {
    var name =
        file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,100\nA,1,2026-11-01,100\nB,9,2026-11-01,5\n");
    var dry = json("accrue", "import", name, "--dry-run");
    var real = json("accrue", "import", name);
    assertEquals(real.out(), dry.out());
    assertEquals(real.exit(), dry.exit());
    assertEquals("3,2,0,1,20", counts(real));
  }

  @Test
  void mappingsNameTheirColumns() throws IOException {
    var text = "CardNo\tDay\tSum\tWeek\n1\t01.11.2026\t1 234,50\t44\n2\t02.11.2026\t10\t44\n";
    var typed =
        json("accrue", "import", file("t.tsv", text), "--kind", "purchases", "--map", "CardNo=member",
            "--map", "Day=occurred_at", "--map", "Sum=amount", "--map", "#=id", "--map", "channel:=store");
    assertEquals("2,2,0,0,124", counts(typed), typed.err());
    assertTrue(typed.err().contains("Columns left out: Week."), typed.err());
  }

  @Test
  void standardInputMayBeJsonLines() throws IOException {
    var text =
        "{\"id\":\"A\",\"member\":\"1\",\"occurred_at\":\"2026-11-01\",\"amount\":50}\n"
            + "{\"id\":\"B\",\"member\":2,\"occurred_at\":\"2026-11-01\",\"amount\":10.5,\"wat\":1}\n"
            + "{\"id\":\"A\",\"member\":\"1\",\"occurred_at\":\"2026-11-01\",\"amount\":50}\n";
    var rejects = folder.resolve("x.jsonl");
    place = place.typing(text);
    var typed = json("accrue", "import", "-", "--rejects", rejects.toString());
    assertEquals("3,2,0,1,10", counts(typed), typed.err());
    var rejected = Files.readString(rejects);
    assertTrue(
        rejected.startsWith("{\"line\":2,\"column\":69,\"code\":\"HEADER_UNKNOWN\""), rejected);
  }

  @Test
  void aMemberWhoStandsInManyRowsIsTakenInOnce() throws IOException {
    var text = "household,basket\n7,1\n8,2\n7,3\n";
    var typed = json("enroll", "import", file("h.csv", text), "--map", "household=member");
    assertEquals("3,2,1,0,0", counts(typed), typed.err());
  }

  @Test
  void personalValuesAreNotRepeated() throws IOException {
    var name = file("m.csv", "member,name,birth_date,phone\n5,Иван,31.02.1990,\n6,Олег,,12\n");
    var typed = json("enroll", "import", name);
    assertEquals("2,0,0,2,0", counts(typed));
    var rejects = Files.readString(folder.resolve("m.csv.rejects.csv"));
    assertTrue(rejects.contains("\"birth_date: there is no day or time \"\"…\"\".\""), rejects);
    var strict = place.run("enroll", "import", name, "--strict");
    // The folder's name is of random digits.
    assertFalse(strict.err().replace(folder.toString(), "").contains("1990"), strict.err());
    assertFalse(strict.err().contains("\"12\""), strict.err());
  }

  @Test
  void redemptionsAreImported() throws IOException {
    json("accrue", "import", file("r.csv", "id,member,occurred_at,amount\nA,1,2026-11-01,1000\n"));
    var text = "id,member,occurred_at,points\nS1,1,2026-11-02,60\nS2,1,2026-11-02,60\n";
    var typed = json("redeem", "import", file("s.csv", text));
    assertEquals("2,1,0,1,-60", counts(typed), typed.err());
    assertTrue(Files.readString(folder.resolve("s.csv.rejects.csv")).contains("POINTS_INSUFFICIENT"));
  }

  @Test
  void stopsWhenTooManyAreRejected() throws IOException {
    var text = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 0; i < 20_000; i++) text.append(i).append(",9,2026-11-01,1\n");
    var typed = json("accrue", "import", file("r.csv", text.toString()), "--max-rejects", "10");
    assertEquals("11,0,0,11,0", counts(typed), typed.err());
    assertTrue(typed.err().contains("Stopped"), typed.err());
  }

  @Test
  void templatesImportAsTheyArePrinted() throws IOException {
    for (var kind : new String[] {"purchases", "activities", "balances", "adjustments", "returns"}) {
      var template = place.run("accrue", "import", "--template", kind);
      assertEquals(Exit.DONE, template.exit(), template.err());
      var typed = json("accrue", "import", file(kind + ".csv", template.out()));
      assertEquals("1,", counts(typed).substring(0, 2), kind + typed.err());
      assertFalse(typed.err().contains("CELL_"), typed.err());
    }
  }
}
