package dev.kopilka.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.app.Typed;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A small café with something for each report: half a year of sixty guests, made by rules of
 * arithmetic. Its ledger is filled once for all tests that only look.
 */
final class Reports {
  private static final String PROGRAMME =
      """
      program:
        code: cafe
        name: Corner Café
        kind: [bonus]
        currency: RUB
        timezone: Europe/Moscow
        points: { name: [bean, beans], value: "1.00" }
        earning_base: { net_of_discount: true, exclude_part_paid_with_points: true }
      earn:
        - { code: base, on: purchase, give: { percent: "5%" }, expire: { after: P12M } }
      surveys: [nps, service]
      segments:
        - { code: regulars, name: Come often, when: { frequency: { min: 4 } } }
        - { code: sleeping, name: Have not come lately, when: { recency_days: { min: 30 } } }
        - { code: counter, name: Joined at the counter, when: { channel: [counter] } }
      rfm:
        ties: with_smaller
        matrix:
          risk: [{ code: low, name: Low risk, scores: "4-5" }, { code: high, name: High risk, scores: "1-3" }]
          profit: [{ code: high, name: High profit, scores: "4-5" }, { code: low, name: Low profit, scores: "1-3" }]
          cells:
            - { risk: low, profit: high, name: Keep, action: Thank them, rule: base }
            - { risk: low, profit: low, name: Grow, action: Offer more }
            - { risk: high, profit: high, name: Win back, action: Call }
            - { risk: high, profit: low, name: Let go }
        names:
          - { segment: champions, r: "4-5", f: "4-5", m: "1-5" }
          - { segment: promising, r: "4-5", f: "1-3", m: "1-5" }
          - { segment: at-risk, r: "1-3", f: "3-5", m: "1-5" }
      lifecycle: { kind: shop, active: P1M, lost: P3M }
      partners:
        - { code: bakery, name: Bakery next door, settlement: { pays_per_issued: "1.00" } }
        - florist
      channel_costs:
        - { code: app, per_month: "310.00" }
      staff:
        active_after: P14D
        suspicious: { accruals: 3, share: "5%" }
        bonus: { per_enrolment: "50.00" }
        people: [{ code: anna, name: Anna }, { code: boris, name: Boris }]
      goals:
        - code: guests
          name: Seventy guests with a card
          kpi: members
          baseline: { on: 2025-08-31, value: 0 }
          control: [{ on: 2025-12-31, value: 35 }, { on: 2026-02-28, value: 50 }]
          target: { on: 2026-06-30, value: 70 }
        - code: trade
          name: Thirty thousand a month
          kpi: revenue
          window: rolling P1M
          baseline: { on: 2025-12-31, value: "20000.00" }
          target: { on: 2026-06-30, value: "30000.00" }
      """;

  private static final int GUESTS = 60;
  private static final int MONTHS = 6;

  private static Typed.Place cafe;

  private Reports() {}

  /** Where the ledger is, at nine in the morning of 10 March 2026. */
  static synchronized Typed.Place cafe() throws IOException {
    if (cafe != null) return cafe;
    var folder = Files.createTempDirectory("kopilka-test");
    cafe = Typed.Place.in(folder).with("KOPILKA_CLOCK", "2026-03-10T09:00:00Z");
    done("init");
    done("program apply " + file(folder, "program.yaml", PROGRAMME) + " --effective 2025-01-01");
    done("enroll import " + file(folder, "members.csv", members()));
    done("accrue import " + file(folder, "receipts.csv", receipts()));
    done("redeem import " + file(folder, "spent.csv", spent()));
    done("accrue import --kind surveys " + file(folder, "answers.csv", answers()));
    done("segment run");
    done("pilot assign letter --strata channel --from 2026-02-01 --salt example");
    return cafe;
  }

  private static void done(String line) {
    var typed = cafe.type(line);
    assertEquals(Exit.DONE, typed.exit(), line + "\n" + typed.out() + typed.err());
  }

  private static Path file(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** A day of the m-th month, the first of which is September 2025. */
  private static String day(int month, int day) {
    var number = 8 + month;
    return String.format(Locale.ROOT, "%d-%02d-%02d", 2025 + number / 12, number % 12 + 1, day);
  }

  /** The month in which a guest joined: ten in each. */
  private static int joined(int guest) {
    return guest / 10;
  }

  private static String members() {
    var text =
        new StringBuilder("member,enrolled_at,channel,staff,consents,gender,city,birth_date\n");
    for (var i = 0; i < GUESTS; i++) {
      text.append(1001 + i).append(',').append(day(joined(i), 1 + i % 5)).append(',');
      text.append(i % 3 == 0 ? "app,," : "counter," + (i % 2 == 0 ? "anna," : "boris,"));
      text.append(i % 2 == 0 ? "email" : "").append(',').append(i % 4 == 0 ? "m" : "f").append(',');
      text.append(i % 5 == 0 ? "Tver" : "Moscow").append(',');
      text.append(1960 + i * 7 % 45).append("-05-17\n");
    }
    return text.toString();
  }

  private static String receipts() {
    var text = new StringBuilder("id,member,occurred_at,amount,channel,partner,staff,category\n");
    for (var i = 0; i < GUESTS; i++) {
      for (var month = joined(i); month < MONTHS; month++) {
        for (var k = 0; k < comings(i, month); k++) {
          text.append("R-" + i + "-" + month + "-" + k + "," + (1001 + i) + ",");
          text.append(day(month, 6 + (i * 5 + k * 7) % 20)).append('T').append(9 + (i + k) % 9);
          text.append(":00,").append(200 + (i * 37 + month * 53 + k * 71) % 30 * 40).append(".00,");
          text.append(k % 2 == 0 ? "counter," : "app,").append(i % 7 == 0 ? "bakery," : ",");
          text.append(i % 2 == 0 ? "anna," : "boris,").append(k % 2 == 0 ? "coffee\n" : "cake\n");
        }
      }
    }
    return text.toString().replace("T9:", "T09:");
  }

  /** How often a guest comes in a month: each in the first one, then fewer and fewer. */
  private static int comings(int guest, int month) {
    return month == joined(guest) ? 1 + guest % 2 : Math.max(0, (guest * 31 + month * 17) % 6 - 2);
  }

  private static String spent() {
    var text = new StringBuilder("id,member,occurred_at,points\n");
    for (var i = 0; i < GUESTS; i++) {
      for (var month = joined(i); month < MONTHS; month++) {
        if ((i + month) % 3 != 0 || comings(i, month) == 0) continue;
        text.append("S-" + i + "-" + month + "," + (1001 + i) + "," + day(month, 28) + ",10\n");
      }
    }
    return text.toString();
  }

  private static String answers() {
    var text = new StringBuilder("id,member,occurred_at,survey,score\n");
    for (var i = 0; i < 40; i++) {
      for (var survey : List.of("nps", "service")) {
        var on = day(3 + i / 3 % 3, 10);
        var score = (i * 3 + survey.length()) % 11;
        text.append("N-" + i + survey + "," + (1001 + i) + "," + on + "," + survey + "," + score + "\n");
      }
    }
    return text.toString();
  }
}
