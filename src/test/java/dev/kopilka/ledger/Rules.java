package dev.kopilka.ledger;

import dev.kopilka.program.Programme;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.Version;
import dev.kopilka.program.yaml.ProgrammeReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Programmes for tests, read from the text that their owners would write. */
public final class Rules {
  private Rules() {}

  /** One point for each full rouble, for ever: the simplest thing that earns. */
  public static final String BASE =
      "earn: [{ code: base, on: purchase, give: { points: 1, per: \"1.00\" } }]";

  private static final String HEAD =
      """
      program:
        code: shop
        name: Shop
        kind: [%s]
        currency: RUB
        timezone: Europe/Moscow
        points: { name: [point, points], scale: 0, value: "1.00", %s }
        rounding: %s
        earning_base: { %s }
        returns: { policy: %s, lapsed_points: %s }
      %s
      """;

  /** The terms of a programme's head; each can be replaced. */
  public record Head(String spending, String rounding, String base, String policy, String lapsed) {
    public Head spending(String share, long step, long least) {
      var spending =
          "max_share_of_receipt: \"%s\", step: %d, min_redeem: %d".formatted(share, step, least);
      return new Head(spending, rounding, base, policy, lapsed);
    }

    public Head rounding(String rounding) {
      return new Head(spending, rounding, base, policy, lapsed);
    }

    public Head base(boolean net, boolean withoutPart, String excluded) {
      var base =
          "net_of_discount: %s, exclude_part_paid_with_points: %s, exclude_categories: [%s]"
              .formatted(net, withoutPart, excluded);
      return new Head(spending, rounding, base, policy, lapsed);
    }

    public Head returns(String policy, String lapsed) {
      return new Head(spending, rounding, base, policy, lapsed);
    }

    public Programme with(String body) {
      var kind = body.contains("tiers:\n") ? "bonus, tiers" : "bonus";
      var text = HEAD.formatted(kind, spending, rounding, base, policy, lapsed, body);
      return ProgrammeReader.read("shop.yaml", text);
    }
  }

  /** Points pay whole receipts, in ones, from one on; what is gone becomes a debt. */
  public static final Head HEADED =
      new Head("", "down", "", "to_debt", "lost").spending("100%", 1, 1).base(true, true, "");

  public static Programme of(String body) {
    return HEADED.with(body);
  }

  /** One version, in force since 2020. */
  public static ProgrammeHistory history(Programme programme) {
    return history(programme, LocalDate.of(2020, 1, 1), List.of());
  }

  /** A first version since 2020 and a second one from the day on. */
  public static ProgrammeHistory history(Programme first, LocalDate from, Programme second) {
    return history(first, from, List.of(second));
  }

  private static ProgrammeHistory history(Programme first, LocalDate from, List<Programme> more) {
    var versions = new ArrayList<Version>();
    versions.add(version(1, LocalDate.of(2020, 1, 1), first));
    for (var programme : more) versions.add(version(versions.size() + 1, from, programme));
    return new ProgrammeHistory(versions);
  }

  private static Version version(int number, LocalDate from, Programme programme) {
    return new Version(number, from, "anna", "", "", Instant.EPOCH, programme, "");
  }
}
