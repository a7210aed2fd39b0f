package dev.kopilka.command.member;

import dev.kopilka.app.Typed.Place;
import dev.kopilka.home.Ledgers;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.yaml.ProgrammeReader;
import dev.kopilka.store.Database;
import dev.kopilka.store.rows.ProgrammeRows;
import java.nio.file.Path;
import java.time.LocalDate;

/** A ledger with a small programme in force since the beginning of 2026. */
final class Shop {
  private static final String PROGRAMME =
      """
      program:
        code: shop
        name: Клуб
        kind: [bonus, tiers]
        currency: RUB
        timezone: Europe/Moscow
        points: { name: [балл, балла, баллов], scale: 0, value: "1.00" }
        rounding: down
        earning_base: { net_of_discount: true, exclude_part_paid_with_points: true }
        returns: { policy: to_debt }
      earn:
        - { code: welcome, on: enrolment, give: { points: 50 }, expire: { after: P12M } }
        - code: base
          on: purchase
          give: { percent: "5%" }
          expire: { after: P6M, round_to: month_end }
      tiers:
        by: spend
        window: lifetime
        validity: P12M
        levels:
          - { code: bronze, name: Бронза, from: "0.00" }
          - { code: gold, name: Золото, from: "5000.00" }
      """;

  private Shop() {}

  static Place at(Path folder) {
    try (var database = Database.open(Ledgers.created(folder.resolve("kopilka.db")))) {
      database.write(
          false,
          unit -> {
            new ProgrammeRows(unit)
                .add(
                    new ProgrammeRows.Stored(
                        1, LocalDate.of(2026, 1, 1), "anna", "", "hash", 0, PROGRAMME));
            Basics.of(ProgrammeReader.read("program.yaml", PROGRAMME)).save(unit);
            return true;
          });
    }
    return Place.in(folder);
  }
}
