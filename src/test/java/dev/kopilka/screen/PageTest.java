package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.screen.format.Named;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.screen.picture.Tint;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PageTest {
  private record Row(String month, long points) {}

  private static final List<Row> ROWS = List.of(new Row("2026-01", 1200), new Row("2026-02", 5));

  private static Sheet<Row> sheet() {
    return Sheet.of(ROWS).column("month", Row::month).column("points", Row::points);
  }

  private static String page(Language language, Shown.Act act) {
    var out = new ByteArrayOutputStream();
    var streams = new Screen.Streams(out, OutputStream.nullOutputStream(), false);
    var screen = new Screen(streams, Style.PLAIN.in(Format.HTML), Words.in(language));
    screen.answerFor("report expiry");
    act.on(screen);
    screen.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The page up to its scripts. */
  private static String body(String page) {
    var from = page.indexOf("<body>");
    var to = page.indexOf("<script>", from);
    return to < 0 ? page.substring(from) : page.substring(from, to);
  }

  @Test
  void isATableUnderAHeadingInTheReadersLanguage() {
    assertEquals(
        """
        <body>
        <header>
        <h1>Points about to expire</h1>
        </header>
        <main>
        <section>
        <div class="scroll">
        <table>
        <thead><tr><th scope="col" title="month">Month</th><th scope="col" class="n" title="points">Points</th></tr></thead>
        <tbody>
        <tr><td>2026-01</td><td class="n">1,200</td></tr>
        <tr><td>2026-02</td><td class="n">5</td></tr>
        </tbody>
        </table>
        </div>
        </section>
        </main>
        <footer>kopilka report expiry</footer>
        </body>
        </html>
        """,
        body(page(Language.EN, screen -> screen.show(sheet()))));
    var russian = page(Language.RU, screen -> screen.show(sheet()));
    assertTrue(russian.contains("<html lang=\"ru\">"), russian);
    assertTrue(russian.contains("<h1>Баллы, которые сгорят</h1>"), russian);
    assertTrue(russian.contains(">Месяц</th>") && russian.contains(">1\u00a0200</td>"), russian);
  }

  @Test
  void whatWasSaidBesideTheAnswerStandsAboveIt() {
    var page =
        page(
            Language.EN,
            screen -> {
              screen.say("report.truth", Map.of("at", "noon", "until", "<today>"));
              screen.show(sheet());
            });
    assertTrue(page.contains("<p>The ledger as of noon; counts what occurred through &#60;today&#62;.</p>"));
  }

  @Test
  void textIsNeverMarkup() {
    var nasty = "</script><img src=x onerror=alert(1)>\"'&\u0007";
    var page =
        page(
            Language.EN,
            screen ->
                screen.show(
                    Sheet.of(List.of(5L))
                        .column("name", row -> nasty)
                        .column("points", row -> row)
                        .picture(Picture.bars("name", "points"))));
    var shown = body(page);
    assertFalse(shown.contains("<img"), shown);
    assertTrue(shown.contains("&#60;/script&#62;&#60;img src=x onerror=alert(1)&#62;&#34;&#39;&#38;\\u0007"));
    assertTrue(page.contains("[[\"\\u003c/script>\\u003cimg src=x onerror=alert(1)>"), shown);
  }

  /** Such as the comparisons of a pilot, whose control comes first. */
  @Test
  void aColumnOfNumbersStandsToTheRightWhateverItsFirstRowHas() {
    var page =
        page(
            Language.EN,
            screen ->
                screen.show(
                    Sheet.of(List.of(1, 2))
                        .column("arm", row -> "a" + row)
                        .column("lift", row -> row == 1 ? Optional.empty() : Optional.of(row))
                        .column("test", row -> Optional.empty())));
    assertTrue(page.contains("<tr><td>a1</td><td class=\"n\"></td><td></td></tr>"), page);
    assertTrue(page.contains("<tr><td>a2</td><td class=\"n\">2</td><td></td></tr>"), page);
  }

  @Test
  void aPictureIsItsPointsAndTheLibrary() {
    var page =
        page(Language.EN, screen -> screen.show(sheet().picture(Picture.columns("month", "points"))));
    assertTrue(page.contains("<figure class=\"columns\" data-points=\"points-1\"></figure>"));
    assertTrue(
        page.contains(
            "<script type=\"application/json\" id=\"points-1\">{\"kind\":\"columns\",\"axes\":[\"Month\"],"
                + "\"values\":[\"Points\"],\"none\":\"(none)\",\"points\":[[\"2026-01\",1200],[\"2026-02\",5]]}</script>"));
    assertTrue(page.contains("Licensed to the Apache Software Foundation"));
  }

  /** The columns of a grid are called by their words, so the one that is left out is, too. */
  @Test
  void aPictureOfCellsIsToldWhichColumnIsBeyondAllOthers() {
    var cohorts =
        Sheet.of(ROWS)
            .column("cohort", Row::month)
            .column("m0", Row::points)
            .column("m1", Row::points)
            .picture(Picture.grid("cohort", "m0", "m1").tinted(Tint.without("m0")));
    var page = page(Language.RU, screen -> screen.show(cohorts));
    assertTrue(page.contains("\"values\":[\"Месяц 0\",\"Месяц 1\"],\"beyond\":\"Месяц 0\""), page);
  }

  /** A program finds a code in the table; the picture says what it means. */
  @Test
  void aMatrixCallsItsLevelsByNameInColoursOfItsOwn() {
    var sheet =
        Sheet.of(ROWS)
            .column("risk", row -> new Named("low", "Low risk"))
            .column("profit", row -> new Named(row.month(), ""))
            .column("name", row -> "Keep")
            .column("members", Row::points)
            .picture(
                Picture.matrix("risk", "profit", "members", "name", "action")
                    .tinted(new Tint("", List.of(40, 224))));
    var page = page(Language.EN, screen -> screen.show(sheet));
    assertTrue(page.contains("<tr><td>low</td><td>2026-01</td>"), body(page));
    assertTrue(page.contains("\"colours\":[\"#00d700\",\"#ffd7d7\"]"), page);
    assertTrue(page.contains("[\"Low risk\",\"2026-01\",\"Keep\",1200]"), page);
  }

  @Test
  void onlyColoursOfTheCubeAreGrounds() {
    assertEquals(List.of("#000000", "#ffffff"), new Tint("", List.of(16, 231)).colours());
    assertThrows(IllegalArgumentException.class, () -> new Tint("", List.of(232)));
  }

  @Test
  void aPageWithoutAPictureCarriesNoLibrary() {
    assertTrue(page(Language.EN, screen -> screen.show(sheet())).length() < 10_000);
  }

  @Test
  void aPictureOfColumnsThatNobodyAskedForIsNone() {
    var picture = Picture.lines("month", "points", "pending");
    assertEquals(Picture.lines("month", "points"), picture.within(List.of("points", "month")));
    assertEquals(Picture.NONE, picture.within(List.of("month", "value")));
    assertEquals(Picture.NONE, picture.within(List.of("points")));
    assertEquals(Picture.NONE, Picture.ranges("a", "b", "c", "d").within(List.of("a", "b", "c")));
  }

  @Test
  void moreRowsThanAnEyeTellsApartAreNoPicture() {
    var rows = LongStream.range(0, 2_001).boxed().toList();
    var page =
        page(
            Language.EN,
            screen ->
                screen.show(
                    Sheet.of(rows)
                        .column("name", row -> "n" + row)
                        .column("points", row -> row)
                        .picture(Picture.bars("name", "points"))));
    assertTrue(page.contains("<p class=\"note\">No picture: 2001 rows are more than an eye can tell apart.</p>"));
    assertFalse(page.contains("application/json"));
    assertTrue(page.contains("<td>n2000</td>"));
  }

  @Test
  void noRowsAreSaidToBeNone() {
    var none = Sheet.of(List.<Row>of()).column("month", Row::month);
    assertTrue(page(Language.EN, s -> s.show(none)).contains("<p class=\"note\">No rows.</p>"));
  }

  @Test
  void aCardIsItsFieldsAndItsTables() {
    var rows = List.of(Card.of().put("month", "2026-03").put("points", 7L));
    var card =
        Card.of()
            .put("balance", Card.of().put("available", 1234567L))
            .put("expiry", rows)
            .picture("expiry", Picture.columns("month", "points"));
    var page = page(Language.EN, screen -> screen.show(card));
    assertTrue(
        page.contains(
            "<tr><th scope=\"row\" title=\"balance.available\">Balance: Available</th>"
                + "<td class=\"n\">1,234,567</td></tr>"),
        body(page));
    assertTrue(page.contains("<h2>Expiry</h2>\n<figure class=\"columns\""), body(page));
  }

  @Test
  void onlyTheTwoScriptsOfItsOwnMayRun() throws Exception {
    var page =
        page(Language.EN, screen -> screen.show(sheet().picture(Picture.columns("month", "points"))));
    var scripts = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page);
    var found = 0;
    while (scripts.find()) {
      found++;
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(scripts.group(1).getBytes(StandardCharsets.UTF_8));
      assertTrue(page.contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'"));
    }
    assertEquals(2, found);
    assertTrue(page.contains("content=\"default-src 'none';"));
  }
}
