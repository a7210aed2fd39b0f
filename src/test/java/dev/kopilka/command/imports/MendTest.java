package dev.kopilka.command.imports;

import static dev.kopilka.command.imports.Shop.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.app.Typed;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.bulk.sheet.Books;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was rejected comes back mended, for every kind of file and in both forms. */
class MendTest {
  private static final String SPOILT = "2026-02-30";
  private static final String SOUND = "2026-11-20";

  @TempDir Path folder;

  /** A sound row, and one that is spoilt in a date; columns divided by bars. */
  record Case(String command, String kind, String header, String good, String bad) {
    @Override
    public String toString() {
      return kind;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("enroll", "members", "member|enrolled_at|attr.note", "a|2026-11-01|x", "=b|2026-02-30|'=1+1"),
        new Case("accrue", "purchases", "id|member|occurred_at|amount", "a|1|2026-11-01|10", "-b|1|2026-02-30|20"),
        new Case("accrue", "returns", "id|purchase|occurred_at|amount", "a|P|2026-11-02|1", "@b|P|2026-02-30|1"),
        new Case("accrue", "activities", "id|member|occurred_at|activity", "a|1|2026-11-01|visit", "+b|1|2026-02-30|visit"),
        new Case("accrue", "surveys", "id|member|occurred_at|survey|answer.why", "a|1|2026-11-01|s|x", "b|1|2026-02-30|s|=y"),
        new Case("accrue", "contracts", "id|member|starts_on|kind", "a|1|2026-11-01|k", "'b|1|2026-02-30|k"),
        new Case("accrue", "balances", "id|member|points|earned_at", "a|1|5|2026-11-01", "=b|1|5|2026-02-30"),
        new Case("accrue", "adjustments", "id|member|points|reason|note|occurred_at", "a|1|-5|r|n|2026-11-01", "=b|1|5|r|=n|2026-02-30"),
        new Case("redeem", "redemptions", "id|member|occurred_at|points", "a|1|2026-11-01|1", "=b|1|2026-02-30|1"));
  }

  @Test
  void everyKindIsTried() {
    assertEquals(
        Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).sorted().toList(),
        cases().map(Case::kind).sorted().toList());
  }

  private Shop shop() throws IOException {
    var shop = Shop.in(folder);
    shop.run("accrue", "purchase", "1", "--amount", "1000", "--id", "P", "--at", "2026-11-01");
    return shop;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asCsv(Case kind) throws IOException {
    var text = (kind.header + "\n" + kind.good + "\n" + kind.bad + "\n").replace('|', ',');
    comesBack(kind, "f.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asJsonLines(Case kind) throws IOException {
    var text = object(kind.header, kind.good) + object(kind.header, kind.bad);
    comesBack(kind, "f.jsonl", text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void asWorkbook(Case kind) throws IOException {
    var lines = new String[] {kind.header, kind.good, kind.bad};
    for (var i = 0; i < lines.length; i++) lines[i] = lines[i].replace('|', ',');
    comesBack(kind, "f.xlsx", Books.texts(lines));
  }

  private static String object(String header, String row) {
    var names = header.split("\\|");
    var cells = row.split("\\|");
    var all = new StringBuilder();
    for (var i = 0; i < names.length; i++) {
      all.append(i == 0 ? "{" : ",").append('"').append(names[i]).append("\":\"").append(cells[i]).append('"');
    }
    return all.append("}\n").toString();
  }

  private void comesBack(Case kind, String name, byte[] text) throws IOException {
    var shop = shop();
    var first = shop.json(kind.command, "import", shop.file(name, text));
    assertEquals("2,1,0,1", start(first), first.err());
    var file = shop.folder.resolve(name + ".rejects." + (name.endsWith("jsonl") ? "jsonl" : "csv"));
    var rejects = Files.readString(file);
    // As it is, it is rejected for the same reason, and the file of rejects is the same again.
    var again = shop.json(kind.command, "import", file.toString(), "--rejects", file + ".2");
    assertEquals(Exit.PARTIAL, again.exit(), again.err());
    assertEquals("1,0,0,1", start(again), again.err());
    assertEquals(place(rejects, name), place(Files.readString(Path.of(file + ".2")), name));
    Files.writeString(file, rejects.replace(SPOILT + "\"\"", "").replace(SPOILT, SOUND));
    var mended = shop.json(kind.command, "import", file.toString());
    assertEquals("1,1,0,0", start(mended), mended.err());
    var repeated = shop.json(kind.command, "import", file.toString());
    assertEquals("1,0,1,0", start(repeated), repeated.err());
    // The id is what it was before it was guarded against spreadsheets.
    var id = kind.bad.substring(0, kind.bad.indexOf('|'));
    var ids = kind.kind.equals("members") ? "select code from member" : "select id from event";
    assertEquals(List.of(id), shop.ask(ids).stream().filter(id::equals).toList());
  }

  private static String start(Typed typed) {
    var counts = counts(typed);
    return counts.substring(0, counts.lastIndexOf(','));
  }

  /** The column of the finding is that of the file at hand, everything else stays. */
  private static String place(String rejects, String name) {
    return !name.endsWith("jsonl")
        ? rejects.replaceAll("(?m)^(\\d+),\\d+,", "$1,")
        : rejects.replaceAll("\"column\":\\d+,", "");
  }
}
