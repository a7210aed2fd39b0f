package dev.kopilka.report;

import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;

/** Months of all kinds of operations by chance, in a shop of five members. */
public final class History {
  public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private final Shop shop;
  private final Random random;
  private final EnumMap<EventKind, List<String>> ids = new EnumMap<>(EventKind.class);
  private int number;

  public History(Shop shop, long seed) {
    this.shop = shop;
    this.random = new Random(seed);
    for (var kind : EventKind.values()) ids.put(kind, new ArrayList<>());
    for (var member = 0; member < 5; member++) shop.enrol("M" + member, FIRST);
  }

  /** One month of it, posted at its end and closed or not. */
  public void month(LocalDate first) {
    var day = first;
    while (day.getMonthValue() == first.getMonthValue()) {
      ask(day);
      day = day.plusDays(random.nextInt(3));
    }
    shop.post(first.plusMonths(1).minusDays(1));
    if (random.nextInt(3) > 0) shop.settle(first.plusMonths(1).minusDays(1));
  }

  private void ask(LocalDate day) {
    var kind =
        switch (random.nextInt(12)) {
          case 0 -> EventKind.RETURN;
          case 1, 2 -> EventKind.REDEMPTION;
          case 3 -> EventKind.HOLD;
          case 4 -> random.nextBoolean() ? EventKind.CAPTURE : EventKind.RELEASE;
          case 5 -> EventKind.REVERSAL;
          case 6 -> EventKind.ADJUSTMENT;
          case 7 -> EventKind.OPENING;
          default -> EventKind.PURCHASE;
        };
    var facts = facts(kind, day);
    var id = kind + "-" + ++number;
    ids.get(kind).add(id);
    var member = facts.reference().isEmpty() ? "M" + random.nextInt(5) : "";
    shop.ask(kind, member, id, day, facts);
  }

  private Facts facts(EventKind kind, LocalDate day) {
    return switch (kind) {
      case RETURN -> Facts.NONE.withReference(some(EventKind.PURCHASE));
      case REVERSAL -> Facts.NONE.withReference(some(EventKind.REDEMPTION));
      case CAPTURE, RELEASE -> Facts.NONE.withReference(some(EventKind.HOLD));
      case REDEMPTION -> Facts.NONE.withPoints(1 + random.nextInt(60));
      case HOLD ->
          Facts.NONE
              .withPoints(1 + random.nextInt(30))
              .withTerms(new Terms(day, day, day.plusDays(random.nextInt(40))));
      case ADJUSTMENT ->
          Facts.NONE
              .withPoints(random.nextInt(80) - 40)
              .withSubject("goodwill")
              .withTerms(new Terms(day, day, day.plusDays(random.nextInt(90))));
      case OPENING ->
          Facts.NONE
              .withPoints(1 + random.nextInt(50))
              .withTerms(new Terms(day, day, day.plusDays(random.nextInt(200))));
      default -> Facts.NONE.withAmount(100L * random.nextInt(1_500));
    };
  }

  private String some(EventKind kind) {
    var known = ids.get(kind);
    return known.isEmpty() ? "none" : known.get(random.nextInt(known.size()));
  }
}
