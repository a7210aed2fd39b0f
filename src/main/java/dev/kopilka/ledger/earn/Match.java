package dev.kopilka.ledger.earn;

import dev.kopilka.program.earn.Conditions;
import java.util.Set;

/** Whether a rule's conditions on the event as a whole hold; categories are judged line by line. */
final class Match {
  private Match() {}

  static boolean holds(Conditions when, Earning.Asked asked) {
    var where = asked.facts().where();
    return (when.weekdays().isEmpty() || when.weekdays().contains(asked.day().getDayOfWeek()))
        && in(when.channels(), where.channel())
        && in(when.stores(), where.store())
        && in(when.partners(), where.partner())
        && in(when.promoCodes(), where.promoCode())
        && in(when.tiers(), asked.tier())
        && (when.segments().isEmpty()
            || when.segments().stream().anyMatch(asked.segments()::contains));
  }

  private static boolean in(Set<String> allowed, String found) {
    return allowed.isEmpty() || allowed.contains(found);
  }
}
