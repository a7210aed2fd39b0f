package dev.kopilka.command.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to use memory up or to have no end: bounded in both, and told where. */
@Timeout(180)
class HostileTest {
  private static final String HEADER = "id,member,occurred_at,amount\n";

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() throws IOException {
    shop = Shop.in(folder);
  }

  /** Writes bytes again and again. */
  private interface Pouring {
    void into(OutputStream out) throws IOException;
  }

  private String pour(String name, boolean packed, Pouring pouring) throws IOException {
    var file = folder.resolve(name);
    try (var plain = new BufferedOutputStream(Files.newOutputStream(file));
        var out = packed ? new GZIPOutputStream(plain, 1 << 16) : plain) {
      pouring.into(out);
    }
    return file.toString();
  }

  private static void repeat(OutputStream out, String text, long times) throws IOException {
    var many = text.repeat(10_000).getBytes(StandardCharsets.UTF_8);
    for (var i = 0L; i < times / 10_000; i++) out.write(many);
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends with the exit code and the finding, with 96 MB of memory, and nothing is written. */
  private void ends(int exit, String told, String... words) throws Exception {
    var before = shop.size();
    var child = Child.start(shop, "-Xmx96m", words);
    assertEquals(exit, child.exit(), child.err());
    assertTrue(child.err().contains(told), child.err());
    assertFalse(child.err().contains("OutOfMemory"), child.err());
    assertEquals(before, shop.size());
  }

  @Test
  void aFieldOfTwoHundredMegabytes() throws Exception {
    var file = pour("f.csv", false, out -> {
      say(out, HEADER + "A,1,2026-11-01,");
      repeat(out, "0123456789", 20_000_000);
      say(out, "\nB,1,2026-11-01,10\n");
    });
    ends(4, "f.csv:2:16: error[CELL_TOO_LONG]", "accrue", "import", file, "--strict");
  }

  @Test
  void aQuotationMarkThatIsNeverClosed() throws Exception {
    var file = pour("f.csv", false, out -> {
      say(out, HEADER + "A,1,2026-11-01,\"");
      repeat(out, "A,1,2026-11-01,10\n", 3_000_000);
    });
    ends(4, "f.csv:2:16: error[QUOTE_OPEN]", "accrue", "import", file, "--strict");
  }

  @Test
  void tenMillionColumns() throws Exception {
    var file = pour("f.csv", false, out -> repeat(out, "a,", 10_000_000));
    ends(4, "f.csv:1:2001: error[TOO_MANY_COLUMNS]", "accrue", "import", file, "--kind", "purchases");
  }

  @Test
  void aRowOfTenMillionCells() throws Exception {
    var file = pour("f.csv", false, out -> {
      say(out, HEADER);
      repeat(out, "a,", 10_000_000);
    });
    ends(4, "f.csv:2:9: error[ROW_TOO_LONG]", "accrue", "import", file, "--strict");
  }

  @Test
  void aBombOfGzip() throws Exception {
    var file = pour("f.csv", true, out -> {
      say(out, HEADER + "A,1,2026-11-01,");
      repeat(out, "0", 200_000_000);
    });
    assertTrue(Files.size(Path.of(file)) < 2_000_000);
    ends(4, "f.csv:2:16: error[CELL_TOO_LONG]", "accrue", "import", file, "--strict");
  }

  @Test
  void aBombOfRejectedRows() throws Exception {
    var file = pour("f.csv", true, out -> {
      say(out, HEADER);
      repeat(out, "A,9,2026-11-01,x\n", 10_000_000);
    });
    var words = new String[] {"accrue", "import", file, "--max-rejects", "100"};
    ends(8, "Rejected rows: 10000 of 10000", words);
  }

  @Test
  void aLineOfJsonWithoutEnd() throws Exception {
    var file = pour("f.jsonl", false, out -> {
      say(out, "{\"id\":\"A\",\"member\":\"1\",\"occurred_at\":\"2026-11-01\",\"amount\":1}\n{\"id\":\"");
      repeat(out, "x", 200_000_000);
    });
    ends(4, "f.jsonl:2:", "accrue", "import", file, "--kind", "purchases", "--strict");
  }

  @Test
  void nestingWithoutEnd() throws Exception {
    var file = pour("f.jsonl", false, out -> repeat(out, "{\"a\":", 3_000_000));
    ends(4, "f.jsonl:1:", "accrue", "import", file, "--kind", "purchases", "--strict");
  }

  @Test
  void aPipeWithoutEnd() throws Exception {
    for (var line : List.of("y", "id,member,occurred_at,amuont", "{\\\"x\\\":1}")) {
      var child = Child.shell(shop, "yes \"" + line + "\" | $K accrue import - --kind purchases");
      assertEquals(4, child.exit(), child.err());
      assertTrue(child.err().contains("error[HEADER_UNKNOWN]"), child.err());
    }
  }

  @Test
  void zeroesWithoutEnd() throws Exception {
    var child = Child.shell(shop, "$K accrue import - < /dev/zero");
    assertEquals(4, child.exit(), child.err());
    assertTrue(child.err().contains("error["), child.err());
  }
}
