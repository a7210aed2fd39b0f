package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.ledger.earn.Earning;
import dev.kopilka.ledger.earn.Tiers;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.earn.EarnRule;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.program.earn.Trigger;
import java.util.List;

/** Records what a member did and gives what the rules give for it. */
final class Accrual {
  private Accrual() {}

  static Decision decide(Pen pen, Situation situation, Request request) {
    var facts = request.facts();
    var programme = situation.programme();
    if (request.kind() == EventKind.ACTIVITY
        && !programme.activities().containsKey(facts.subject())) {
      return Refuse.because(Refusal.ACTIVITY_NOT_FOUND).with("activity", facts.subject());
    }
    if (request.kind() == EventKind.SURVEY
        && !programme.surveys().isEmpty()
        && !programme.surveys().contains(facts.subject())) {
      return Refuse.because(Refusal.SURVEY_NOT_FOUND).with("survey", facts.subject());
    }
    var partner = facts.where().partner();
    if (!partner.isEmpty()
        && !programme.partners().isEmpty()
        && !programme.partners().contains(partner)) {
      return Refuse.because(Refusal.PARTNER_NOT_FOUND).with("partner", partner);
    }
    var draft = new Draft(pen, situation, request, facts);
    if (request.kind() == EventKind.PURCHASE && facts.points() > 0) {
      var refused = Redemption.spend(draft, situation, facts.points(), facts.amount());
      if (refused.isPresent()) return refused.get();
    }
    var earned = Earning.of(programme, asked(situation, request));
    if (earned.refusing().isPresent()) return capReached(earned.refusing().get());
    for (var gift : earned.gifts()) {
      draft.post(
          Move.credit(EntryKind.EARN, gift.rule().code(), gift.points(), gift.terms())
              .sharing(gift.shares()));
    }
    if (request.kind() != EventKind.ENROLMENT) extend(draft, situation);
    rise(draft, situation);
    return draft.done();
  }

  /** What the rules are asked for this request. */
  static Earning.Asked asked(Situation situation, Request request) {
    var trigger =
        switch (request.kind()) {
          case ACTIVITY -> Trigger.activity(request.facts().subject());
          case ENROLMENT -> Trigger.ENROLMENT;
          case SURVEY -> Trigger.survey(request.facts().subject());
          case CONTRACT -> Trigger.contract(request.facts().subject());
          default -> Trigger.PURCHASE;
        };
    return new Earning.Asked(
        trigger,
        request.facts(),
        situation.day(),
        situation.tier(),
        situation.segments(),
        situation.history(),
        situation.counts()::given);
  }

  private static Refuse capReached(EarnRule rule) {
    return Refuse.because(Refusal.CAP_REACHED).with("rule", rule.code());
  }

  /** Under the inactivity policy whatever the member does moves the rule's open lots along. */
  private static void extend(Draft draft, Situation situation) {
    for (var rule : situation.programme().earn()) {
      if (rule.expire().policy() != Expiry.Policy.INACTIVITY) continue;
      var day = rule.expire().lastGoodDay(situation.day());
      var lots =
          draft.account().lots().stream()
              .filter(lot -> lot.rule().equals(rule.code()) && lot.terms().expiresOn().isBefore(day))
              .filter(lot -> !lot.terms().isLapsed(situation.day()))
              .sorted(Lot.ORDER)
              .toList();
      if (lots.isEmpty()) continue;
      var terms = new Terms(situation.day(), situation.day(), day);
      draft.post(Move.still(EntryKind.EXTEND, rule.code(), terms, Draws.touching(lots)));
    }
  }

  /** Up at once: this event included. */
  private static void rise(Draft draft, Situation situation) {
    if (situation.programme().tiers().isEmpty()) return;
    var day = situation.day();
    var history = situation.history().after(draft.event(), draft.entries(), day);
    var ladder = situation.programme().tiers().get();
    var next = new Tiers(ladder, draft.account(), history).rise(day);
    while (next.isPresent()) {
      var terms = new Terms(day, next.get().from(), next.get().until());
      draft.post(Move.still(EntryKind.TIER, next.get().tier(), terms, List.of()));
      next = new Tiers(ladder, draft.account(), history).rise(day);
    }
  }
}
