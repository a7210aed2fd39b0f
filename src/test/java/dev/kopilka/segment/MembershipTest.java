package dev.kopilka.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Shop;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is in which segment, by every field that a condition may ask about. */
class MembershipTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
      tiers:
        by: spend
        window: lifetime
        validity: P1Y
        levels:
          - { code: silver, from: 0 }
          - { code: gold, from: "1000.00" }
      segments:
        - { code: everybody, when: { status: { not: [erased] } } }
        - { code: silver, when: { tier: [silver] } }
        - { code: not-silver, when: { tier: { not: [silver] } } }
        - { code: blocked, when: { status: [blocked] } }
        - { code: by-app, when: { channel: [app] } }
        - { code: women, when: { gender: [female] } }
        - { code: tver, when: { city: [Тверь] } }
        - { code: not-tver, when: { city: { not: [Тверь] } } }
        - { code: club, when: { attr.club: [west, east] } }
        - { code: no-club, when: { attr.club: { not: [west] } } }
        - { code: rich, when: { balance: { min: 100 } } }
        - { code: can-spend, when: { available: { min: 1 } } }
        - { code: lately, when: { recency_days: { max: 30 } } }
        - { code: on-the-day, when: { recency_days: 22 } }
        - { code: often, when: { frequency: { min: 2 } } }
        - { code: never, when: { frequency: 0 } }
        - { code: small, when: { spend: { max: "99.99" } } }
        - { code: newcomers, when: { enrolled_days: { max: 60 } } }
        - { code: forty, when: { age: { min: 40, max: 40 } } }
        - { code: thirty-nine, when: { age: { max: 39 } } }
        - { code: both, when: { frequency: { min: 1 }, attr.club: [west] } }
        - { code: happy, when: { survey.nps: { min: 9 } } }
        - { code: content, when: { survey.nps: 8 } }
        - { code: fresh, when: { rfm: [new] } }
        - { code: not-fresh, when: { rfm: { not: [new] } } }
        - { code: best-r, when: { r: 5 } }
        - { code: best-f, when: { f: { min: 4 }, m: { min: 5 } } }
      """;

  @TempDir Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder, Shop.PROGRAMME.replace("[bonus]", "[bonus, tiers]") + MORE);
    shop.enrol("ann", START, "gender", "female", "birth_date", "1986-11-22", "attr.club", "west");
    shop.enrol("bob", START, "city", "Тверь", "birth_date", "1986-11-23", "channel", "app");
    shop.enrol("cat", DAY.minusDays(60), "attr.club", "east", "attr.size", "L");
    shop.enrol("dan", DAY.minusDays(61));
    shop.buy("ann", "1", LocalDate.of(2026, 3, 1), 120_000);
    shop.buy("ann", "2", LocalDate.of(2026, 10, 31), 5_000);
    shop.buy("bob", "3", DAY, 20_000);
    shop.ask(EventKind.RETURN, "bob", "4", DAY, Facts.NONE.withReference("3").withAmount(12_000));
    answer("ann", "A", 1, "10");
    answer("ann", "B", 2, "8");
    answer("bob", "C", 2, "9.5");
    answer("cat", "D", 2, "10");
    shop.ask(EventKind.REVERSAL, "cat", "E", DAY, Facts.NONE.withReference("surveys:D"));
    assertEquals(List.of(), shop.post(DAY));
    shop.write(
        unit -> {
          unit.run("update member set status = 'blocked' where code = 'dan'");
          return true;
        });
  }

  private void answer(String member, String id, int day, String score) {
    var facts = Facts.survey("nps", score);
    shop.ask(EventKind.SURVEY, member, id, LocalDate.of(2026, 11, day), facts);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private String members(String segment) {
    var typed = shop.at(DAY).type("segment members " + segment + " -o tsv --columns member");
    return String.join(" ", typed.out().lines().skip(1).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "everybody, ann bob cat dan",
    "silver, bob cat dan",
    "not-silver, ann",
    "blocked, dan",
    "by-app, bob",
    "women, ann",
    "tver, bob",
    "not-tver, ann cat dan",
    "club, ann cat",
    "no-club, bob cat dan",
    "rich, ann",
    "can-spend, ann",
    "lately, ann bob",
    "on-the-day, ann",
    "often, ann",
    "never, cat dan",
    "small, bob cat dan",
    "newcomers, cat",
    "forty, ann",
    "thirty-nine, bob",
    "both, ann",
    "happy, bob",
    "content, ann",
    "fresh, bob",
    "not-fresh, ann cat dan",
    "best-r, bob",
    "best-f, ann"
  })
  void membersAreThoseForWhomAllConditionsHold(String segment, String members) {
    assertEquals(Exit.DONE, shop.at(DAY).type("segment run " + segment).exit());
    assertEquals(members, members(segment));
  }

  @Test
  void aRunTellsWhoJoinedAndWhoLeft() {
    var line = "segment run lately small -o csv --columns segment,members,joined,left";
    assertEquals(
        "segment,members,joined,left\nlately,2,2,0\nsmall,3,3,0\n", shop.at(DAY).type(line).out());
    shop.buy("cat", "5", DAY.plusDays(20), 50_000);
    shop.post(DAY.plusDays(20));
    assertEquals(
        "segment,members,joined,left\nlately,2,1,1\nsmall,2,0,1\n",
        shop.at(DAY.plusDays(20)).type(line).out());
  }

  @Test
  void aDryRunSaysTheSameAndKeepsNothing() {
    var dry = shop.at(DAY).type("segment run lately --dry-run -o json");
    assertEquals("", members("lately"));
    assertEquals(shop.at(DAY).type("segment run lately -o json").out(), dry.out());
    assertEquals("ann bob", members("lately"));
  }

  @Test
  void theListTellsSizesAndConditions() {
    shop.at(DAY).type("segment run both never");
    var lines =
        shop.at(DAY).type("segment list -o tsv").out().lines().toList();
    assertEquals("segment\tname\tmembers\trun_at\tconditions", lines.getFirst());
    assertEquals("never\tnever\t2\t2026-11-22T12:00:00+03:00\tfrequency=0", lines.get(16));
    assertEquals("small\tsmall\t\t\tspend=..99.99", lines.get(17));
    assertEquals(
        "both\tboth\t1\t2026-11-22T12:00:00+03:00\tfrequency=1..,attr.club=west", lines.get(21));
    assertEquals("happy\thappy\t\t\tsurvey.nps=9..", lines.get(22));
    assertEquals("not-fresh\tnot-fresh\t\t\trfm!=new", lines.get(25));
  }

  @Test
  void overlapsAreCountedForEveryTwoSegments() {
    shop.at(DAY).type("segment run lately small often blocked");
    var typed =
        shop.at(DAY)
            .type("segment list --overlaps -o csv --columns segment,members,in_lately,share_lately");
    var lines = typed.out().lines().toList();
    assertEquals("segment,members,in_lately,share_lately", lines.getFirst());
    assertEquals("blocked,1,0,0.0000", lines.get(4));
    assertEquals("lately,2,2,1.0000", lines.get(13));
    assertEquals("often,1,1,1.0000", lines.get(15));
    assertEquals("never,0,0,", lines.get(16));
    assertEquals("small,3,1,0.3333", lines.get(17));
    assertEquals("Members in a segment: 4; in more than one: 3.", typed.err().lines().toList().getLast());
  }

  @Test
  void anUnknownSegmentIsNotFound() {
    var typed = shop.at(DAY).type("segment run latly");
    assertEquals(Exit.NOT_FOUND, typed.exit());
    assertEquals(true, typed.err().contains("lately"), typed.err());
  }
}
