package dev.kopilka.segment.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Line;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Four members of a segment and four others, each figure reckoned by hand. */
class PortraitTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
        - { code: visit, on: "activity:visit", give: { points: 100 } }
      tiers:
        by: spend
        window: lifetime
        validity: P1Y
        levels:
          - { code: silver, from: 0 }
          - { code: gold, from: "250.00" }
      rewards:
        - { code: mug, cost: 40 }
      channels:
        - { code: email }
        - { code: sms }
        - { code: app, consent: push }
      segments:
        - { code: west, when: { attr.club: [west] } }
        - { code: nobody, when: { attr.club: [north] } }
      """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop(folder, Shop.PROGRAMME.replace("[bonus]", "[bonus, tiers]") + MORE);
    enrol("s1", "west", "gender", "f", "birth_date", "1986-11-22", "email", "s1@example.org",
        "consents", "email");
    enrol("s2", "west", "gender", "f", "birth_date", "1986-11-23", "consents", "email,push");
    enrol("s3", "west", "gender", "f", "birth_date", "2008-11-23", "city", "Tver");
    enrol("s4", "west", "gender", "m", "city", "Tver");
    enrol("r1", "", "gender", "m", "birth_date", "1961-11-22", "phone", "+79120000001",
        "consents", "sms");
    enrol("r2", "", "gender", "m");
    enrol("card", "");
    enrol("r3", "", "gender", "m", "city", "Tver");
    enrol("r4", "");
    enrol("gone", "", "gender", "x");
    buy("s1", "1", 2, Facts.NONE.withAmount(10_000));
    buy("r1", "3", 3, Facts.NONE.withLines(
        List.of(new Line("coffee", "", "", 15_000), new Line("tea", "", "", 5_000)))
        .withAmount(20_000));
    buy("card", "4", 4, Facts.NONE.withAmount(40_000));
    buy("gone", "5", 5, Facts.NONE.withAmount(90_000));
    for (var member : List.of("s2", "s3")) visit(member, "6" + member);
    visit("s4", "9");
    ask(EventKind.REDEMPTION, "s2", "R-1", 6, Facts.NONE.withSubject("mug"));
    ask(EventKind.REDEMPTION, "s2", "R-2", 7, Facts.NONE.withSubject("mug"));
    ask(EventKind.REVERSAL, "s2", "R-3", 8, Facts.NONE.withReference("R-2"));
    ask(EventKind.REDEMPTION, "s3", "R-4", 8, Facts.NONE.withSubject("mug"));
    ask(EventKind.REVERSAL, "s3", "R-5", 9, Facts.NONE.withReference("R-4"));
    ask(EventKind.REVERSAL, "s4", "R-6", 9, Facts.NONE.withReference("activities:9"));
    ask(EventKind.RETURN, "s1", "7", 9, Facts.NONE.withReference("1").withAmount(5_000));
    answer("s1", "A", 10, "nps", "10");
    answer("s1", "B", 11, "nps", "8");
    answer("s2", "C", 11, "nps", "9");
    answer("r1", "D", 11, "nps", "3");
    answer("r1", "E", 11, "visit", "4.5");
    assertEquals(List.of(), shop.post(DAY));
    done("accrue purchase s1 --amount 300.00 --id 2 --at 2026-11-08T23:30 --promo-code X");
    done("member merge card r2 --reason two-cards");
    done("member leave gone --reason asked");
    done("segment run");
  }

  private static void enrol(String code, String club, String... columns) {
    var more = Arrays.copyOf(columns, columns.length + 2);
    more[columns.length] = "attr.club";
    more[columns.length + 1] = club;
    shop.enrol(code, START, more);
  }

  private static void buy(String member, String id, int day, Facts facts) {
    ask(EventKind.PURCHASE, member, id, day, facts);
  }

  private static void visit(String member, String id) {
    ask(EventKind.ACTIVITY, member, id, 1, Facts.NONE.withSubject("visit"));
  }

  private static void answer(String member, String id, int day, String survey, String score) {
    ask(EventKind.SURVEY, member, id, day, Facts.survey(survey, score));
  }

  private static void ask(EventKind kind, String member, String id, int day, Facts facts) {
    shop.ask(kind, member, id, LocalDate.of(2026, 11, day), facts);
  }

  private static void done(String line) {
    var typed = shop.at(DAY).type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static final String COLUMNS =
      " -q -o csv --columns trait,group,members,segment,base,index,effect,size";

  private static List<String> lines(String more) {
    return shop.at(DAY).type("segment portrait west " + more + COLUMNS).out().lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "members,,4,0.5000,1.0000,,,",
        "age,0-17,1,0.2500,0.1250,200,0.32,small",
        "age,35-44,2,0.5000,0.2500,200,0.52,medium",
        "age,65+,0,0.0000,0.1250,0,-0.72,medium",
        "age,(unknown),1,0.2500,0.5000,50,-0.52,medium",
        // 40, 39 and 17; with 65 the mean of the base is 40.25.
        "age_years,,3,32.00,40.25,80,-0.48,small",
        "gender,f,3,0.7500,0.3750,200,0.78,medium",
        "gender,m,1,0.2500,0.5000,50,-0.52,medium",
        "gender,(unknown),0,0.0000,0.1250,0,-0.72,medium",
        "city,Tver,2,0.5000,0.3750,133,0.25,small",
        "buyers,,1,0.2500,0.3750,67,-0.27,small",
        "purchases,,4,0.50,0.50,100,0.00,negligible",
        // 100 and 300 less 50 returned, of four; with 200 and 400 of the others, of eight.
        "spend,,4,87.50,118.75,74,-0.18,negligible",
        "receipt,,1,200.00,250.00,80,-0.38,small",
        "category,(unknown),1,1.0000,0.6667,150,1.23,large",
        "category,coffee,0,0.0000,0.3333,0,-1.23,large",
        // Of their own money s1 gave nothing for it, r1 three quarters, r3 nothing: −0.25 ⁄ √(0.375 ⁄ 2).
        "category_spend,coffee,0,0.0000,0.1500,0,-0.58,medium",
        "weekday,mon,1,0.5000,0.2500,200,0.52,medium",
        "weekday,wed,0,0.0000,0.2500,0,-1.05,large",
        "weekday,sun,1,0.5000,0.2500,200,0.52,medium",
        "hour,12,1,0.5000,0.7500,67,-0.52,medium",
        "hour,23,1,0.5000,0.2500,200,0.52,medium",
        // The visit of s4 was taken back.
        "activity,visit,2,0.5000,0.2500,200,0.52,medium",
        // So was the only mug of s3, and one of two of s2.
        "redeemers,,1,0.2500,0.1250,200,0.32,small",
        "reward,mug,1,0.2500,0.1250,200,0.32,small",
        "receipts_with_promo_code,,1,0.5000,0.2500,200,0.52,medium",
        "tier,silver,3,0.7500,0.7500,100,0.00,negligible",
        "tier,gold,1,0.2500,0.2500,100,0.00,negligible",
        "enrolled_days,,4,325.00,325.00,100,0.00,negligible",
        // The last answers: 8 and 9, and 3 of the others.
        "nps,nps,2,50.00,0.00,,0.55,medium",
        "consent,email,2,0.5000,0.2500,200,0.52,medium",
        // Only one of both has an address.
        "reachable,email,1,0.2500,0.1250,200,0.32,small",
        "reachable,app,1,0.2500,0.1250,200,0.32,small",
        "reachable,sms,0,0.0000,0.1250,0,-0.72,medium"
      })
  void eachTraitStandsBesideTheBase(String line) {
    var lines = lines("--least 1");
    assertTrue(lines.contains(line), () -> String.join("\n", lines));
  }

  @Test
  void whatOnlyTheOthersDidIsOfNoSegment() {
    assertEquals(List.of(), lines("--least 1").stream().filter(l -> l.startsWith("survey")).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --against rest | gender,f,3,0.7500,0.0000,,2.09,large
          --against rest | gender,m,1,0.2500,0.7500,33,-1.05,large
          --against rest | receipt,,1,200.00,300.00,67,-0.71,medium
          --window P19D  | buyers,,1,0.2500,0.2500,100,0.00,negligible
          --window P19D  | spend,,4,62.50,81.25,77,-0.13,negligible
          --top 1        | category_spend,(other),,0.0000,0.2000,0,,
          --nps visit    | survey,nps,2,8.50,6.67,128,0.69,medium
          """)
  void optionsChangeWhatIsCompared(String options, String line) {
    var lines = lines("--least 1 " + options);
    assertTrue(lines.contains(line), () -> String.join("\n", lines));
  }

  @Test
  void ofFewNothingIsTold() {
    var typed = shop.at(DAY).type("segment portrait west -o json");
    assertEquals("[]\n", typed.out());
    assertTrue(typed.err().contains("fewer than 5 members: nothing is told"), typed.err());
  }

  @Test
  void anEmptySegmentHasNoTraits() {
    var typed = shop.at(DAY).type("segment portrait nobody --least 1 -q -o csv --columns trait");
    assertEquals("trait\nmembers\n", typed.out());
  }

  @ParameterizedTest
  @CsvSource({
    "segment portrait wst, NOT_FOUND, west",
    "segment portrait west --least 0, BAD_INPUT, 1000000",
    "segment portrait west --nps nope, NOT_FOUND, no such survey: nope",
    "segment portrait west --window P1X, BAD_INPUT, P12M",
    "segment portrait west --against others, USAGE, rest"
  })
  void aSlipIsToldWithAWayOut(String line, Exit exit, String wayOut) {
    var typed = shop.at(DAY).type(line);
    assertEquals(exit, typed.exit());
    assertEquals("", typed.out());
    assertTrue(typed.err().contains(wayOut), typed.err());
  }
}
