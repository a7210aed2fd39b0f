package dev.kopilka.ledger.naive;

import static dev.kopilka.ledger.naive.Person.Place.GONE;

import dev.kopilka.ledger.Ask;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.Programme;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Adjustments by hand, and balances from elsewhere; remembers who adjusted how much on a day. */
final class Corrections {
  private final Map<String, Long> adjusted = new HashMap<>();

  Runnable adjust(Programme programme, Person person, Op.Said said, Set<Refusal> reasons) {
    var request = said.request();
    var day = Instant.ofEpochMilli(request.occurredAt()).atZone(Ask.ZONE).toLocalDate();
    var points = request.facts().points();
    var size = Math.abs(points);
    var terms = programme.adjust();
    if (points == 0) reasons.add(Refusal.NOTHING_TO_SPEND);
    if (points < 0 && size > person.available(day)) reasons.add(Refusal.POINTS_INSUFFICIENT);
    var sum = adjusted.getOrDefault(said.actor() + said.today(), 0L);
    if (request.proposedBy().isEmpty()) {
      if (size > terms.perOperation().orElse(Long.MAX_VALUE)) reasons.add(Refusal.LIMIT_EXCEEDED);
      if (size > terms.perDay().orElse(Long.MAX_VALUE) - sum) reasons.add(Refusal.LIMIT_EXCEEDED);
    } else if (request.proposedBy().equals(said.actor())) {
      reasons.add(Refusal.SECOND_PERSON_NEEDED);
    }
    return () -> {
      adjusted.merge(said.actor() + said.today(), size, Long::sum);
      if (points > 0) credit(person, request);
      for (var point : person.first(day, Math.max(0, -points))) point.place = GONE;
    };
  }

  static Runnable open(Person person, Request request, Set<Refusal> reasons) {
    if (request.facts().points() <= 0) reasons.add(Refusal.NOTHING_TO_SPEND);
    return () -> credit(person, request);
  }

  private static void credit(Person person, Request request) {
    var terms = request.facts().terms();
    var dates = new LocalDate[] {terms.earnedOn(), terms.activeFrom(), terms.expiresOn()};
    person.credit(request.facts().subject(), request.facts().points(), dates);
  }
}
