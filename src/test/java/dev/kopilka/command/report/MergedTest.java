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
 * A person with three cards is one member: once the cards are merged, one after the other, every
 * analysis says the same as that of a twin ledger in which the last of them did all of it.
 */
class MergedTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
        - { code: visit, on: "activity:visit", give: { points: 100 } }
      rewards:
        - { code: mug, cost: 40 }
        - { code: cup, cost: 40 }
      lifecycle: { kind: shop, active: P30D, lost: P180D }
      segments:
        - { code: often, when: { frequency: { min: 3 } } }
        - { code: happy, when: { survey.nps: { min: 9 } } }
        - { code: cross, when: { survey.nps: { max: 6 } } }
        - { code: some, when: { attr.club: [west] } }
      """;

  @TempDir static Path folder;
  private static Shop twin;
  private static Shop shop;
  private static final Map<String, String> TWIN_APART = new HashMap<>();
  private static final Map<String, String> APART = new HashMap<>();

  @BeforeAll
  static void merge() throws IOException {
    twin = traded("twin", "dan", "dan");
    shop = traded("shop", "card", "mid");
    for (var both : List.of(twin, shop)) {
      both.done(DAY, "segment run");
      var apart = both == twin ? TWIN_APART : APART;
      for (var line : LINES) apart.put(line, both.done(DAY, line).out());
      both.done(DAY, "member merge card mid --reason two-cards");
      both.done(DAY, "member merge mid dan --reason two-cards");
      both.done(DAY, "accrue import --revert 1");
      for (var name : List.of("surveys:S2", "activities:V2", "G2")) {
        both.done(DAY, "redeem reverse " + name + " --id by-" + name.replace(':', '-'));
      }
      both.done(DAY, "accrue purchase dan --id P9 --amount 7.00");
      both.done(DAY, "segment run");
    }
  }

  private static Shop traded(String name, String card, String mid) throws IOException {
    var own = Files.createDirectory(folder.resolve(name));
    var shop = new Shop(own, Shop.PROGRAMME + MORE);
    for (var code : List.of("card", "ann", "bob", "mid", "dan", "eve")) {
      var isWest = List.of("ann", "bob", "dan").contains(code);
      shop.enrol(code, START, "channel", "web", "attr.club", isWest ? "west" : "east");
    }
    visit(shop, card, "V1", 1);
    visit(shop, mid, "V2", 2);
    visit(shop, "dan", "V3", 2);
    visit(shop, "eve", "V4", 2);
    buy(shop, card, "P1", 3, 1_000);
    buy(shop, "dan", "P2", 5, 2_000);
    buy(shop, "ann", "P3", 6, 3_000);
    buy(shop, mid, "P4", 7, 4_000);
    buy(shop, mid, "P5", 38, 5_000);
    buy(shop, card, "P6", 39, 6_000);
    reward(shop, card, "G1", "mug");
    reward(shop, card, "G2", "cup");
    reward(shop, "dan", "G3", "mug");
    answer(shop, card, "S1", 10, "10");
    answer(shop, mid, "S2", 11, "0");
    answer(shop, "ann", "S3", 11, "7");
    assertEquals(List.of(), shop.post(DAY.minusDays(1)));
    var file = own.resolve("surveys.csv");
    Files.writeString(file, "id,member,occurred_at,survey,score\nS4," + card + ",2026-11-04,nps,2\n");
    shop.done(DAY, "accrue import " + file);
    return shop;
  }

  private static LocalDate day(int october) {
    return LocalDate.of(2026, 9, 30).plusDays(october);
  }

  private static void visit(Shop shop, String member, String id, int day) {
    shop.ask(EventKind.ACTIVITY, member, id, day(day), Facts.NONE.withSubject("visit"));
  }

  private static void buy(Shop shop, String member, String id, int day, long amount) {
    var where = new Where("app", "", "bank", "", "");
    var facts = Facts.NONE.withAmount(amount).withWhere(where);
    shop.ask(EventKind.PURCHASE, member, id, day(day), facts);
  }

  private static void reward(Shop shop, String member, String id, String reward) {
    shop.ask(EventKind.REDEMPTION, member, id, day(9), Facts.NONE.withSubject(reward));
  }

  private static void answer(Shop shop, String member, String id, int day, String score) {
    shop.ask(EventKind.SURVEY, member, id, day(day), Facts.survey("nps", score));
  }

  @AfterAll
  static void close() {
    twin.close();
    shop.close();
  }

  private static final String KPI = "report kpi --by month --from 2026-09-01 -o csv";
  private static final String COHORTS = "report cohorts --active any --table long -o csv";
  private static final String SURVEYS = "report surveys --from 2026-01-01 -o csv";
  private static final String SURVEYS_BY_SEGMENT = SURVEYS + " --by segment";
  private static final String SEGMENTS = "segment list -o csv --columns segment,members";
  private static final String PORTRAIT = "segment portrait some --least 1 -q -o csv";
  private static final String RFM = "segment rfm -o csv";
  private static final String LIFECYCLE = "segment lifecycle -o csv";
  private static final String CHANNELS = "report channels --from 2026-01-01 -o csv";
  private static final String PARTNERS = "report partners --from 2026-01-01 -o csv";

  private static final List<String> LINES =
      List.of(
          KPI, COHORTS, SURVEYS, SURVEYS_BY_SEGMENT, SEGMENTS, PORTRAIT, RFM, LIFECYCLE, CHANNELS, PARTNERS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        KPI, COHORTS, SURVEYS, SURVEYS_BY_SEGMENT, SEGMENTS, PORTRAIT, RFM, LIFECYCLE, CHANNELS, PARTNERS
      })
  void severalCardsAreOneMember(String line) {
    assertEquals(twin.done(DAY, line).out(), shop.done(DAY, line).out());
    // Answers are counted, not those who give them: these differ by what was undone.
    if (line.equals(SURVEYS)) return;
    assertNotEquals(TWIN_APART.get(line), APART.get(line), "the cards must have made a difference");
  }

  @Test
  void whoAnsweredIsWhoHasTheCardNow() {
    assertEquals("member\ndan\n", shop.done(DAY, "segment members happy -o csv --columns member").out());
    assertEquals("member\n", shop.done(DAY, "segment members cross -o csv --columns member").out());
  }
}
