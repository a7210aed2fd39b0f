package dev.kopilka.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of many columns on A4: each column is on the paper, and no sheet has a title alone. */
class WideOnPaperTest {
  /** What is between the margins of a sheet that lies, and of one that stands, in CSS points. */
  private static final int LYING = 1032;

  private static final int STANDING = 688;

  /** Chromium makes a sheet smaller for what is too wide, by a third at most; half of it is left. */
  private static final double SHRUNK = 1.25;

  /** How far to the right a table goes. */
  private static final String RIGHT =
      "Math.max(...[...document.querySelectorAll('th, td')]"
          + ".map(cell => cell.getBoundingClientRect().right))";

  /** The library that writes the PDF says so of each page, and does not compress it. */
  private static final Pattern SHEET = Pattern.compile("/Type /Page\\b");

  private static final Pattern SIZE = Pattern.compile("/MediaBox \\[[^]]*]");

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() throws IOException {
    Reports.cafe();
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  private static void open(String line) throws IOException {
    var page = Reports.cafe().type(line + " -q -o html").out();
    browser.open(Files.writeString(folder.resolve("page.html"), page), 1200, 900);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pilot result letter --to 2026-02-28 --measure spend --before P31D --margin 30% | 1
          report kpi --from 2025-09-01 --by month --lang ru                              | 3
          report kpi --from 2024-03-01 --by month --lang ru                              | 3
          report members --lang ru                                                       | 2
          report channels --lang ru                                                      | 1
          report goals                                                                   | 1
          report cohorts                                                                 | 1
          segment rfm --matrix                                                           | 1
          """)
  void everyColumnIsThere(String line, int sheets) throws IOException {
    open(line);
    var pdf = printed();
    assertEquals(sheets, SHEET.matcher(pdf).results().count(), "sheets");
    var sizes = SIZE.matcher(pdf).results().map(size -> size.group()).distinct().toList();
    assertEquals(1, sizes.size(), "sheets lie or stand, all of them: " + sizes);
    var isLying = browser.eval("document.querySelector('.wide') !== null").asBoolean();
    var width = isLying ? LYING : STANDING;
    browser.ask("Emulation.setEmulatedMedia", Map.of("media", "print"));
    browser.resize(width, 900);
    var right = browser.eval(RIGHT).asDouble();
    assertTrue(right <= width * SHRUNK, right + " of " + width);
    browser.ask("Emulation.setEmulatedMedia", Map.of("media", ""));
  }

  private static String printed() throws IOException {
    var pdf = browser.ask("Page.printToPDF", Map.of("preferCSSPageSize", true)).path("data");
    return new String(Base64.getDecoder().decode(pdf.asText()), StandardCharsets.ISO_8859_1);
  }
}
