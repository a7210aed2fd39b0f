package dev.kopilka.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kopilka.screen.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader sees who opens a page: on a desk, on a phone, on paper. */
class PageInBrowserTest {
  private static final String FIRST_SERIES = "#0072b2";

  @TempDir static Path folder;
  private static Browser browser;
  private static Path english;
  private static Path russian;

  /** What is on the screen of the desk, untouched. */
  private static Path opened;

  @BeforeAll
  static void start() throws IOException {
    english = Sample.write(folder.resolve("en.html"), Language.EN);
    russian = Sample.write(folder.resolve("ru.html"), Language.RU);
    browser = Browser.start(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) browser.close();
  }

  /** A page on a large screen; the one before is taken if it is that and nobody touched it. */
  private static void onADesk(Path page) throws IOException {
    if (!page.equals(opened)) browser.open(page, 1200, 900);
    opened = page;
  }

  /** A page that the test will change, and nobody should find. */
  private static void onAPhone(Path page) throws IOException {
    browser.open(page, 390, 844);
    opened = null;
  }

  /** The widths and heights of what is drawn in a figure in a colour. */
  private static List<double[]> shapes(String figure, String colour) throws IOException {
    var boxes =
        browser.eval(
            "[...document.querySelectorAll('figure." + figure + " svg path')].filter(path =>"
                + " path.getAttribute('fill') === '" + colour + "').map(path => path.getBBox())"
                + ".map(box => [box.width, box.height])");
    var shapes = new ArrayList<double[]>();
    for (JsonNode box : boxes) {
      shapes.add(new double[] {box.get(0).asDouble(), box.get(1).asDouble()});
    }
    return shapes;
  }

  private static String texts(String figure) throws IOException {
    return browser
        .eval(
            "[...document.querySelectorAll('figure." + figure + " svg text')]"
                + ".map(text => text.textContent).join('|')")
        .asText();
  }

  @Test
  void barsAreAsLongAsTheirNumbers() throws IOException {
    onADesk(english);
    var bars = shapes("bars", FIRST_SERIES);
    assertEquals(3, bars.size());
    assertEquals(2.0, bars.get(0)[0] / bars.get(1)[0], 0.02);
    assertEquals(4.0, bars.get(0)[0] / bars.get(2)[0], 0.02);
    assertTrue(texts("bars").contains("champions"), texts("bars"));
  }

  /** Of many labels the library measures some. */
  @Test
  void theLongestNameOfManyIsNotCut() throws IOException {
    onADesk(Sample.writeMany(folder.resolve("many.html")));
    var room =
        browser.eval(
            "(() => { const svg = document.querySelector('figure.bars svg');"
                + " const text = [...svg.querySelectorAll('text')].find(t => t.textContent.startsWith('the longest'));"
                + " return text.getBoundingClientRect().left - svg.getBoundingClientRect().left; })()");
    assertTrue(room.asDouble() >= 0, "beyond the edge by " + room);
    assertEquals(50, shapes("bars", FIRST_SERIES).size(), "bars of what is known");
    assertTrue(!texts("bars").contains("nobody"), texts("bars"));
  }

  @Test
  void columnsAreAsHighAsTheirNumbers() throws IOException {
    onADesk(english);
    var columns = shapes("columns", FIRST_SERIES);
    assertEquals(12 + 1, columns.size(), "twelve months, and the mark in the legend");
    var march = columns.get(2);
    var january = columns.get(0);
    assertEquals(1750.0 / 1250, march[1] / january[1], 0.02);
  }

  @Test
  void eachLineHasAPanelOfItsOwn() throws IOException {
    onADesk(russian);
    var titles =
        browser.eval(
            "[...document.querySelectorAll('figure.lines h3')].map(h => h.textContent).join('|')");
    assertEquals("Баллов|Выручка", titles.asText());
    assertEquals(2, browser.eval("document.querySelectorAll('figure.lines svg').length").asInt());
  }

  @Test
  void everyCellAndEveryRibbonIsThere() throws IOException {
    onADesk(english);
    assertTrue(texts("matrix").contains("champions"), texts("matrix"));
    assertTrue(texts("matrix").contains("125"), texts("matrix"));
    var apart =
        browser.eval(
            "(() => { const [name, number] = [...document.querySelectorAll('figure.matrix svg text')]"
                + ".filter(text => ['champions', '125'].includes(text.textContent))"
                + ".map(text => text.getBoundingClientRect()); return number.top - name.top; })()");
    assertTrue(apart.asDouble() >= 14, "a number under its name, not on it: " + apart);
    assertTrue(texts("heat").contains("0.25"), texts("heat"));
    var cells =
        browser.eval(
            "new Set([...document.querySelectorAll('figure.matrix svg path[stroke=\"#ffffff\"]')]"
                + ".map(path => path.getAttribute('fill'))).size");
    assertTrue(cells.asInt() >= 12, "shades of a matrix: " + cells);
    var ribbons =
        browser.eval("document.querySelectorAll('figure.flow svg path[fill-opacity]').length");
    assertTrue(ribbons.asInt() >= 5, "ribbons of a flow: " + ribbons);
    assertTrue(texts("ranges").contains("66"), texts("ranges"));
  }

  @Test
  void numbersAndHeadingsAreInTheReadersLanguage() throws IOException {
    onADesk(russian);
    var page = browser.eval("document.body.innerText").asText();
    assertTrue(page.contains("Обязательства по баллам"), page);
    assertTrue(page.contains("120\u00a0000,00"), page);
    assertTrue(texts("heat").contains("0,25"), texts("heat"));
  }

  @Test
  void aPhoneShowsItWithoutScrollingAside() throws IOException {
    onAPhone(russian);
    assertEquals(390, browser.eval("document.documentElement.scrollWidth").asInt());
    var wide =
        browser.eval(
            "[...document.querySelectorAll('figure svg')]"
                + ".filter(svg => svg.getBoundingClientRect().right > innerWidth).length");
    assertEquals(0, wide.asInt());
  }

  @Test
  void itIsDrawnAnewWhenTheScreenIsTurned() throws IOException {
    onAPhone(english);
    var asked = Map.of("width", 844, "height", 390, "deviceScaleFactor", 1, "mobile", true);
    browser.ask("Emulation.setDeviceMetricsOverride", asked);
    var waiting =
        "new Promise(done => { const look = () => document.querySelector('figure.bars svg')"
            + ".getBoundingClientRect().width > 700 ? done(true) : requestAnimationFrame(look); look(); })";
    assertTrue(browser.evalLater(waiting).asBoolean());
  }

  @Test
  void paperGetsItInBlackOnWhiteAndWithinItsMargins() throws IOException {
    var dark = List.of(Map.of("name", "prefers-color-scheme", "value", "dark"));
    browser.ask("Emulation.setEmulatedMedia", Map.of("media", "", "features", dark));
    onAPhone(english);
    browser.eval("window.dispatchEvent(new Event('beforeprint'))");
    browser.ask("Emulation.setEmulatedMedia", Map.of("media", "print", "features", dark));
    browser.ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 690, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    assertEquals(
        "rgb(255, 255, 255)",
        browser.eval("getComputedStyle(document.documentElement).backgroundColor").asText());
    assertEquals(3, shapes("bars", FIRST_SERIES).size());
    var wide =
        browser.eval(
            "[...document.querySelectorAll('figure svg')]"
                + ".filter(svg => svg.getBoundingClientRect().right > 690).length");
    assertEquals(0, wide.asInt());
    browser.ask("Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
  }

  @Test
  void nothingIsAskedOfTheNetworkAndNothingGoesWrong() throws IOException {
    onADesk(english);
    assertEquals(List.of(english.toUri().toString()), browser.requests());
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aNameThatLooksLikeMarkupIsAName() throws IOException {
    onADesk(english);
    assertEquals(0, browser.eval("document.querySelectorAll('img').length").asInt());
    assertEquals("undefined", browser.eval("typeof window.broken").asText());
    assertTrue(browser.eval("document.body.innerText").asText().contains(Sample.NASTY));
    // Even markup that got in would have no power: the page's policy does not let it run.
    opened = null;
    browser.evalLater(
        "new Promise(done => {"
            + " document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.broken=1\">');"
            + " document.querySelector('img').addEventListener('error', () => done(true)); })");
    assertEquals("undefined", browser.eval("typeof window.broken").asText());
  }

  @Test
  void thePictureIsInItsColours() throws IOException {
    onADesk(english);
    var png = browser.ask("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    var image =
        ImageIO.read(
            new ByteArrayInputStream(Base64.getDecoder().decode(png.path("data").asText())));
    var blue = 0;
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xffffff) == 0x0072b2) blue++;
      }
    }
    assertTrue(blue > 10_000, "points in the colour of the first series: " + blue);
  }
}
