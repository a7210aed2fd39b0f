package dev.kopilka.command.audit;

import dev.kopilka.app.Typed;
import dev.kopilka.home.Ledgers;
import dev.kopilka.ledger.Joining;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.enrolment.Form;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Database;
import dev.kopilka.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A small ledger in which every table has rows and every kind of entry occurs. */
final class Shop {
  private static final String PROGRAMME =
      """
      program:
        code: shop
        name: Shop
        kind: [bonus, tiers]
        currency: RUB
        timezone: Europe/Moscow
        points:
          { name: [a, b, c], scale: 0, value: "1.00", max_share_of_receipt: "50%", step: 1, min_redeem: 1 }
        rounding: down
        earning_base: { net_of_discount: true, exclude_part_paid_with_points: true, exclude_categories: [] }
        returns: { policy: to_debt, lapsed_points: restore_for P14D }
      earn:
        - { code: base, on: purchase, give: { points: 5, per: "100.00" }, expire: { after: P12M } }
        - { code: promo, on: purchase, give: { points: 7 }, budget: 1000, expire: { after: P2M } }
        - { code: visit, on: "activity:visit", give: { points: 3 }, expire: { after: P1M, policy: inactivity } }
      activities: [ { code: visit, name: Visit } ]
      tiers:
        by: spend
        window: rolling P12M
        validity: P1M
        grace: P1D
        down: one_step
        levels:
          - { code: basic, name: Basic, from: "0.00" }
          - { code: gold, name: Gold, from: "1000.00" }
      rewards:
        - { code: cup, name: Cup, cost: 10, stock: 5 }
      transfer: { per_month: 100 }
      """;

  private final Typed.Place place;

  private Shop(Typed.Place place) {
    this.place = place;
  }

  static Shop in(Path folder) throws IOException {
    var shop = new Shop(Typed.Place.in(folder));
    shop.build(folder);
    return shop;
  }

  Typed.Place place() {
    return place;
  }

  private void build(Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("program.yaml"), PROGRAMME);
    done(at("2026-01-10"), "init");
    done(at("2026-01-10"), "program apply " + file + " --effective 2026-01-01");
    Files.writeString(file, PROGRAMME.replace("points: 7", "points: 8"));
    done(at("2026-01-11"), "program apply " + file + " --effective 2026-02-01");
    enrol(folder, "1001", "1002", "1003", "1004");
    for (var line : LINES) done(at(line.substring(0, 10)), line.substring(11));
  }

  private static final List<String> LINES =
      List.of(
          "2026-01-12 accrue purchase 1001 --id A-1 --line category=coffee,sku=s1,quantity=2,amount=600.00 --line category=tea,amount=700.00",
          "2026-01-13 accrue purchase 1002 --id A-2 --amount 400.00 --channel store --staff иван",
          "2026-01-14 accrue activity 1001 visit --id V-1",
          "2026-01-20 accrue activity 1001 visit --id V-2",
          "2026-01-21 redeem stock cup --add 2",
          "2026-01-22 redeem reward 1001 cup --id R-1",
          "2026-01-23 redeem reward 1001 cup --id R-2",
          "2026-01-24 redeem reverse R-1 --id X-1",
          "2026-01-25 redeem hold 1001 20 --id H-1 --until 2026-12-31",
          "2026-01-26 redeem hold 1001 8 --id H-2 --until 2026-12-31",
          "2026-01-27 redeem capture H-2 --points 3 --id C-2",
          "2026-01-28 redeem hold 1001 5 --id H-3 --until 2026-12-31",
          "2026-01-29 redeem release H-3 --id L-3",
          "2026-02-03 redeem points 1002 20 --id P-1",
          "2026-02-04 accrue return A-2 --id B-2",
          "2026-02-05 accrue adjust 1003 --points 40 --reason sorry --note apology --id J-1",
          "2026-02-06 accrue purchase 1003 --id A-3 --amount 150.00 --points-paid 30",
          "2026-04-15 accrue settle --ahead",
          "2026-04-16 accrue purchase 1001 --id A-4 --amount 2000.00",
          "2026-04-17 member transfer 1001 1003 20 --id T-1",
          "2026-04-18 member tier 1003 gold --reason deal --id G-1",
          "2026-04-19 member merge 1003 1002 --reason two-cards --id M-1",
          "2026-04-20 member unmerge 1003",
          "2026-04-21 member tier 1003 --release --reason deal --id G-2",
          "2026-04-22 member merge 1003 1002 --reason two-cards --id M-2");

  private static void done(Typed.Place place, String line) {
    var typed = place.type(line);
    if (typed.exit() != Exit.DONE) throw new AssertionError(line + ": " + typed.err());
  }

  private Typed.Place at(String day) {
    return place.with("KOPILKA_CLOCK", day + "T09:00:00Z");
  }

  private static void enrol(Path folder, String... codes) {
    var requests = new ArrayList<Enrolment>();
    for (var code : codes) {
      var form = new Form(LocalDate.of(2026, 1, 11)).put("member", code).put("attr.card", "77" + code);
      form.put("phone", "+7912000" + code).put("email", "m" + code + "@example.org");
      requests.add(form.enrolment());
    }
    var now = Instant.parse("2026-01-11T09:00:00Z").toEpochMilli();
    try (var database = Database.open(Ledgers.at(folder.resolve("kopilka.db")))) {
      database.write(
          false,
          unit ->
              new Joining(
                      unit, Vault.open(), Versions.load(unit), new Pen("anna", now, new Chain()))
                  .join(requests));
    }
  }
}
