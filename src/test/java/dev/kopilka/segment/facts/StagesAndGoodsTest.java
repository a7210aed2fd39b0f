package dev.kopilka.segment.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Segments by stages of the lifecycle and by goods that were bought. */
class StagesAndGoodsTest {
  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  private static final String MORE =
      """
      lifecycle: { kind: shop, active: P30D, lost: P180D }
      channels:
        - { code: email }
      messages:
        - { code: hello, channel: [email] }
      segments:
        - { code: new, when: { stage: new } }
        - { code: retained, when: { stage: [retained] } }
        - { code: reactivated, when: { stage: reactivated } }
        - { code: dormant, when: { stage: dormant } }
        - { code: lost, when: { stage: lost } }
        - { code: buyers, when: { stage: [new, retained, reactivated] } }
        - { code: others, when: { stage: { not: [lost, dormant] }, status: [active] } }
        - { code: coffee, when: { bought: { category: coffee } } }
        - { code: coffee-twice, when: { bought: { category: coffee, min: 2, within: P90D } } }
        - { code: in-the-term, when: { bought: { category: coffee, within: P22D } } }
        - { code: past-the-term, when: { bought: { category: coffee, within: P21D } } }
        - { code: no-tea, when: { bought: { category: tea, max: 0 }, status: [active] } }
        - { code: either, when: { bought: { category: [tea, coffee], min: 2, max: 2 } } }
        - { code: both, when: { bought: [{ category: tea }, { category: coffee }] } }
        - { code: kept, when: { stage: retained, bought: { category: coffee, min: 2 } } }
      """;

  @TempDir static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = new Shop(folder, Shop.PROGRAMME + MORE);
    shop.enrol("ann", START, "email", "ann@example.org", "consents", "email");
    for (var code : List.of("bob", "card", "cat", "dan", "eve")) shop.enrol(code, START);
    shop.enrol("fay", DAY.minusDays(60));
    buy("ann", "1", DAY.minusDays(40), "coffee");
    buy("ann", "2", DAY.minusDays(21), "coffee", "tea", "coffee");
    buy("bob", "3", DAY, "tea");
    buy("card", "4", DAY.minusDays(22), "coffee");
    buy("cat", "5", DAY.minusDays(200), "coffee");
    buy("dan", "6", DAY.minusDays(100), "cake");
    buy("dan", "7", DAY.minusDays(1), "cake");
    shop.buy("eve", "8", DAY.minusDays(100), 500);
    assertEquals(List.of(), shop.post(DAY));
    done("member merge card fay --reason two-cards");
    done("segment run");
  }

  private static void buy(String member, String id, LocalDate day, String... categories) {
    var lines = Arrays.stream(categories).map(one -> new Line(one, "", "", 1_000)).toList();
    var facts = Facts.NONE.withLines(lines).withAmount(1_000L * lines.size());
    shop.ask(EventKind.PURCHASE, member, id, day, facts);
  }

  private static String done(String line) {
    var typed = shop.at(DAY).type(line);
    assertEquals(Exit.DONE, typed.exit(), line + ": " + typed.err());
    return typed.out();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "new, bob fay",
    "retained, ann",
    "reactivated, dan",
    "dormant, eve",
    "lost, cat",
    "buyers, ann bob dan fay",
    "others, ann bob dan fay",
    // Ends are included, and each purchase counts once whatever it holds of a thing.
    "coffee, ann cat fay",
    "coffee-twice, ann",
    "in-the-term, ann",
    "past-the-term, ''",
    "no-tea, cat dan eve fay",
    "either, ann",
    "both, ann",
    "kept, ann"
  })
  void membersAreThoseForWhomAllConditionsHold(String segment, String members) {
    var typed = done("segment members " + segment + " -o tsv --columns member");
    assertEquals(members, String.join(" ", typed.lines().skip(1).toList()));
  }

  @Test
  void stagesAreThoseThatTheLifecycleTells() {
    var sizes = done("segment lifecycle --summary -o tsv --columns stage,members");
    for (var line : sizes.lines().skip(1).toList()) {
      var size = line.split("\t");
      var found = done("segment members " + size[0] + " -o tsv --columns member").lines().skip(1);
      assertEquals(Long.parseLong(size[1]), found.count(), size[0]);
    }
  }

  @Test
  void theListTellsTheConditions() {
    var list = done("segment list -o tsv --columns segment,conditions");
    assertEquals(
        List.of(
            "new\tstage=new",
            "others\tstage!=dormant|lost,status=active",
            "coffee-twice\tbought(coffee P90D)=2..",
            "either\tbought(coffee|tea)=2",
            "both\tbought(tea)=1..,bought(coffee)=1.."),
        list.lines()
            .filter(line -> line.matches("(new|others|coffee-twice|either|both)\t.*"))
            .toList());
  }

  @Test
  void actionsTellWhatMadeTheConditionsHold() {
    assertEquals(
        "member,reason\nann,\"kept: stage=retained, bought(coffee)=2\"\n",
        done("segment actions kept -q -o csv --columns member,reason"));
  }
}
