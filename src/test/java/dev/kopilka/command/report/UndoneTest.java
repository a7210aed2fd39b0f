package dev.kopilka.command.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Where;
import dev.kopilka.report.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code accrue import --revert} has undone counts nowhere: every analysis of a ledger says the
 * same as that of its twin, into which the files were never imported.
 */
class UndoneTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
      lifecycle: { kind: shop, active: P30D, lost: P180D }
      staff: { active_after: P21D }
      segments:
        - { code: often, when: { frequency: { min: 3 } } }
        - { code: lately, when: { recency_days: { max: 25 } } }
        - { code: coffee, when: { bought: { category: coffee } } }
        - { code: happy, when: { survey.nps: { min: 9 } } }
        - { code: new, when: { stage: new } }
        - { code: best, when: { f: { min: 4 } } }
        - { code: some, when: { attr.club: [west] } }
      """;

  /** X1 is returned in part before it is undone; X4 and S3 are of a card that is merged then. */
  private static final String PURCHASES =
      """
      id,member,occurred_at,amount,channel,partner,staff,category
      X1,ann,2026-11-01T10:00,100.00,web,bank,zoe,coffee
      X2,bob,2026-11-02T11:00,200.00,web,bank,zoe,coffee
      X3,ann,2026-09-05T12:00,300.00,app,bank,zoe,tea
      X4,card,2026-11-03T13:00,400.00,app,bank,zoe,coffee
      X5,eve,2026-10-20T14:00,50.00,app,bank,zoe,tea
      """;

  private static final String SURVEYS =
      """
      id,member,occurred_at,survey,score
      S1,ann,2026-11-04,nps,2
      S2,bob,2026-11-04,nps,10
      S3,card,2026-11-04,nps,10
      """;

  private static final String ACTIVITIES =
      """
      id,member,occurred_at,activity
      V1,eve,2026-10-25,visit
      V2,fay,2026-11-05,visit
      """;

  @TempDir static Path folder;
  private static Shop twin;
  private static Shop shop;
  private static final Map<String, String> WHILE_THERE = new HashMap<>();

  @BeforeAll
  static void undo() throws IOException {
    twin = opened("twin");
    shop = opened("shop");
    for (var kind : List.of("purchases", "surveys", "activities")) {
      var text = kind.equals("purchases") ? PURCHASES : kind.equals("surveys") ? SURVEYS : ACTIVITIES;
      shop.done(DAY, "accrue import " + Files.writeString(folder.resolve(kind + ".csv"), text));
    }
    shop.done(DAY, "accrue return X1 --amount 30.00 --id R1 --at 2026-11-06");
    for (var both : List.of(twin, shop)) both.done(DAY, "member merge card dan --reason two-cards");
    shop.done(DAY, "segment run");
    for (var line : LINES) WHILE_THERE.put(line, shop.done(DAY, line).out());
    for (var run = 1; run <= 3; run++) {
      shop.done(DAY, "accrue import --revert " + run + " --rejects " + folder.resolve("rest.csv"));
    }
    for (var both : List.of(twin, shop)) both.done(DAY, "segment run");
  }

  private static Shop opened(String name) throws IOException {
    var own = Files.createDirectory(folder.resolve(name));
    var shop = new Shop(own, Shop.PROGRAMME + MORE);
    for (var code : List.of("ann", "bob", "card", "dan", "eve", "fay")) {
      shop.enrol(code, START, "channel", "web", "attr.club", code.equals("fay") ? "east" : "west");
    }
    for (var i = 0; i < 9; i++) shop.enrol("more" + i, START, "attr.club", i < 3 ? "west" : "east");
    shop.enrol("guy", LocalDate.of(2026, 10, 1), "staff", "zoe");
    for (var i = 0; i < 6; i++) {
      for (var code : List.of("ann", "bob", "dan", "guy")) {
        if ((i + code.charAt(0)) % 3 == 0 || i % 4 == 1) buy(shop, code, i);
      }
    }
    answer(shop, "ann", "9");
    answer(shop, "dan", "7");
    // A run is told from others by its moment: on a clock that stands, all would be one run's.
    assertEquals(List.of(), shop.post(DAY.minusDays(1)));
    shop.done(DAY, "pilot assign letter --salt s --from 2026-10-01");
    return shop;
  }

  private static void buy(Shop shop, String code, int i) {
    var day = LocalDate.of(2026, 10, 2).plusDays(i * 7L);
    var where = new Where(i % 2 == 0 ? "app" : "web", "", "bank", "", "");
    var facts = Facts.NONE.withAmount(1_000L * (i + 1)).withWhere(where);
    shop.ask(EventKind.PURCHASE, code, code + i, day, facts);
  }

  private static void answer(Shop shop, String code, String score) {
    shop.ask(
        EventKind.SURVEY, code, "A" + code, LocalDate.of(2026, 10, 2), Facts.survey("nps", score));
  }

  @AfterAll
  static void close() {
    twin.close();
    shop.close();
  }

  private static final String RFM = "segment rfm -o csv";
  private static final String LIFECYCLE = "segment lifecycle -o csv";
  private static final String GROWTH = "segment lifecycle --by-month --from 2026-09-01 -o csv";
  private static final String CLV =
      "segment clv -q -o csv --columns member,repeats,recency_weeks,age_weeks,average_spend";
  private static final String COHORTS = "report cohorts --active any --table long -o csv";
  private static final String KPI =
      "report kpi --by month -o csv --columns from,active,buyers,purchases,revenue,repeat_rate";
  private static final String CHANNELS =
      "report channels --from 2026-01-01 -o csv --columns channel,buyers,purchases,revenue";
  private static final String PARTNERS =
      "report partners --from 2026-01-01 -o csv --columns partner,buyers,purchases,revenue";
  private static final String STAFF = "report staff --from 2026-01-01 -o csv";
  private static final String SURVEY = "report surveys --from 2026-01-01 -o csv";
  private static final String SURVEY_BY_SEGMENT =
      "report surveys --from 2026-01-01 --by segment -o csv";
  private static final String SEGMENTS = "segment list -o csv --columns segment,members";
  private static final String PORTRAIT = "segment portrait some -q -o csv";
  private static final String PILOT = "pilot result letter -q -o csv";

  private static final String MEMBERS = "member list -o csv --columns member,purchases,spend,last_purchase_at";

  private static final List<String> LINES =
      List.of(
          MEMBERS,
          RFM, LIFECYCLE, GROWTH, CLV, COHORTS, KPI, CHANNELS, PARTNERS, STAFF, SURVEY,
          SURVEY_BY_SEGMENT, SEGMENTS, PORTRAIT, PILOT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        MEMBERS, RFM, LIFECYCLE, GROWTH, CLV, COHORTS, KPI, CHANNELS, PARTNERS, STAFF, SURVEY,
        SURVEY_BY_SEGMENT, SEGMENTS, PORTRAIT, PILOT
      })
  void whatWasUndoneCountsNowhere(String line) {
    var never = twin.done(DAY, line).out();
    assertEquals(never, shop.done(DAY, line).out());
    assertNotEquals(never, WHILE_THERE.get(line), "the files must have made a difference");
  }

  @Test
  void membersOfSegmentsAreThoseWhoBoughtWhatStands() {
    for (var segment : List.of("often", "lately", "coffee", "happy", "new", "best")) {
      var line = "segment members " + segment + " -o csv --columns member";
      assertEquals(twin.done(DAY, line).out(), shop.done(DAY, line).out(), segment);
    }
  }

  @Test
  void theLedgerShowsItStill() {
    var statement = shop.done(DAY, "member statement ann -o csv").out();
    assertEquals(true, statement.contains("X1"), statement);
    shop.done(DAY, "audit verify");
  }
}
