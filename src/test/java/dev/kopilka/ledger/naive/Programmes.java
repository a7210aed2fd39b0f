package dev.kopilka.ledger.naive;

import dev.kopilka.ledger.Rules;
import dev.kopilka.program.Programme;
import dev.kopilka.program.ProgrammeHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random programmes over all mechanics, each a text that its owner could have written. */
final class Programmes {
  private static final List<String> EXPIRIES =
      List.of(
          "",
          ", expire: { after: P1M }",
          ", expire: { after: P40D, round_to: month_end }",
          ", expire: { after: P3M, round_to: quarter_end }",
          ", expire: { after: P6M, round_to: year_end }",
          ", expire: { policy: inactivity, after: P2M }");
  private static final List<String> HOLDS = List.of("", "", ", hold: P14D", ", hold: P1M");
  private static final List<String> CAPS =
      List.of(
          "",
          "",
          ", cap: { per_event: 25 }",
          ", cap: { per_day: 30, per_month: 120 }",
          ", cap: { per_week: 40 }",
          ", cap: { per_member: 700 }",
          ", cap: { per_week: 90, on_exceed: reject }");

  private final Random random;

  private Programmes(Random random) {
    this.random = random;
  }

  /** Two versions with the same ladder; the second one begins while the history runs. */
  static ProgrammeHistory random(Random random) {
    var programmes = new Programmes(random);
    var tiers = programmes.tiers();
    var from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
    return Rules.history(programmes.one(tiers), from, programmes.one(tiers));
  }

  private <T> T of(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  private Programme one(String tiers) {
    var head =
        Rules.HEADED
            .spending(of(List.of("100%", "30%", "55.5%")), 1 + random.nextInt(3), random.nextInt(8))
            .rounding(of(List.of("down", "half_up", "up")))
            .base(random.nextBoolean(), random.nextBoolean(), of(List.of("", "card")))
            .returns(
                of(List.of("to_debt", "to_zero", "pending_only")),
                of(List.of("lost", "restore_for P14D")));
    var transfers = of(List.of("", "transfer: { per_month: 35 }\n", "transfer: { per_month: 400 }\n"));
    return head.with("earn:\n" + earn() + tiers + REST + transfers);
  }

  private static final String REST =
      """
      activities: [{ code: visit, name: Visit }]
      rewards:
        - { code: cup, name: Cup, cost: 15 }
        - { code: mug, name: Mug, cost: 20, stock: 4 }
        - { code: pin, name: Pin, cost: 5, tier: [gold, silver] }
        - { code: old, name: Old, cost: 5, valid: { from: 2026-03-01, to: 2026-09-30 } }
      adjust: { per_operation: 60, per_day: 90 }
      """;

  private String earn() {
    var rules = new ArrayList<String>();
    rules.add("code: base, on: purchase, give: { points: 2, per: \"10.00\" }");
    rules.add("code: card, on: purchase, give: { percent: \"7.5%\" }, when: { category: [tea] }");
    rules.add("code: dear, on: purchase, give: { points: 9 }, when: { min_amount: \"90.00\" }");
    rules.add("code: duo-a, on: purchase, give: { percent: \"3%\" }, group: duo");
    rules.add("code: duo-b, on: purchase, give: { points: 5 }, group: duo");
    rules.add("code: shop, on: purchase, give: { points: 7 }, when: { channel: [web] }");
    rules.add("code: gold, on: purchase, give: { points: 4 }, when: { tier: [gold] }");
    rules.add("code: few, on: purchase, give: { points: 11 }, budget: 200");
    rules.add("code: twice, on: purchase, give: { multiply: \"2\" }, when: { weekday: [sat, sun] }");
    rules.add("code: more, on: purchase, give: { multiply: \"1.35\" }, when: { category: [tea] }");
    rules.add("code: visit, on: \"activity:visit\", give: { points: 6 }");
    rules.add("code: hello, on: enrolment, give: { points: 20 }");
    var text = new StringBuilder();
    for (var rule : rules) {
      if (random.nextInt(3) == 0) continue;
      text.append("  - { ").append(rule);
      text.append(of(EXPIRIES)).append(of(HOLDS)).append(of(CAPS)).append(" }\n");
    }
    if (text.isEmpty()) text.append("  - { ").append(rules.getFirst()).append(" }\n");
    return text.toString();
  }

  private String tiers() {
    var by = of(List.of("points", "spend", "visits"));
    var levels =
        switch (by) {
          case "points" -> List.of("60", "150");
          case "spend" -> List.of("400.00", "900.00");
          default -> List.of("5", "11");
        };
    return """
        tiers:
          by: %s
          window: %s
          validity: %s
          grace: %s
          down: %s
          levels:
            - { code: base, name: Base, from: %s }
            - { code: silver, name: Silver, from: %s }
            - { code: gold, name: Gold, from: %s }
        """
        .formatted(
            by,
            of(List.of("calendar_year", "rolling P2M", "rolling P12M", "lifetime", "since_change")),
            of(List.of("P1M", "P3M", "P12M")),
            of(List.of("P0D", "P10D", "P1M")),
            of(List.of("one_step", "re_evaluate")),
            by.equals("spend") ? "\"0.00\"" : "0",
            by.equals("spend") ? "\"" + levels.get(0) + "\"" : levels.get(0),
            by.equals("spend") ? "\"" + levels.get(1) + "\"" : levels.get(1));
  }
}
