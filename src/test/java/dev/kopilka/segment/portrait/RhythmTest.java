package dev.kopilka.segment.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the members of a club come; {@link PortraitTest} is about a shop, whose activities are no visits. */
class RhythmTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  /** A Monday. */
  private static final int MONDAY = 9;

  private static final String PROGRAMME =
      Shop.PROGRAMME.replace(
          "  - { code: visit, name: Visit }\n",
          """
            - { code: visit, name: Visit }
            - { code: training }
            - { code: review }
          """);

  private static final String MORE =
      """
      lifecycle: { kind: club, visits: [visit], training: { activities: [training] } }
      segments:
        - { code: west, when: { attr.club: [west] } }
      """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop(folder, PROGRAMME + MORE);
    for (var code : List.of("s1", "s2")) shop.enrol(code, START, "attr.club", "west");
    for (var code : List.of("r1", "card")) shop.enrol(code, START);
    did("s1", "1", MONDAY, "visit");
    did("s1", "2", MONDAY + 1, "visit");
    did("s1", "3", MONDAY + 2, "review");
    did("s2", "4", MONDAY + 1, "training");
    did("card", "5", MONDAY + 2, "visit");
    shop.buy("s1", "6", november(MONDAY), 1_000);
    shop.buy("r1", "7", november(MONDAY), 2_000);
    assertEquals(List.of(), shop.post(DAY));
    shop.done(DAY, "redeem reverse activities:2 --id not-so");
    shop.done(DAY, "member merge card r1 --reason two-cards");
    shop.done(DAY, "segment run");
  }

  private static LocalDate november(int day) {
    return LocalDate.of(2026, 11, day);
  }

  private static void did(String member, String id, int day, String activity) {
    shop.ask(EventKind.ACTIVITY, member, id, november(day), Facts.NONE.withSubject(activity));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static List<String> lines(String traits) {
    var line = "segment portrait west --least 1 -q -o csv --columns trait,group,members,segment,base";
    return shop.done(DAY, line).out().lines().filter(one -> one.matches(traits + ",.*")).toList();
  }

  /** Monday: a visit and a receipt of s1, and a receipt of r1; what was taken back and reviews are not here. */
  @Test
  void aVisitWeighsWhatAReceiptDoes() {
    assertEquals(
        List.of(
            "weekday,mon,1,0.6667,0.6000",
            "weekday,tue,1,0.3333,0.2000",
            "weekday,wed,0,0.0000,0.2000",
            "hour,12,2,1.0000,1.0000"),
        lines("(weekday|hour)"));
  }

  @Test
  void whatIsConsumedStaysGoods() {
    assertEquals(
        List.of("buyers,,1,0.5000,0.6667", "purchases,,2,0.50,0.67"), lines("(buyers|purchases)"));
  }
}
