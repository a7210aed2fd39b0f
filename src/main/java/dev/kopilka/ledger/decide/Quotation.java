package dev.kopilka.ledger.decide;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.ledger.earn.Discounts;
import dev.kopilka.ledger.earn.Earning;
import dev.kopilka.ledger.earn.Worth;

/**
 * What a receipt would take and give.
 *
 * @param amount money of the receipt before the programme's discount, in minor units
 * @param discount money that the programme takes off it
 * @param maxPoints the most points that may pay what is left
 * @param pays money that these points pay
 * @param earns points that the receipt would earn if it were paid with money alone
 */
public record Quotation(
    String member,
    long amount,
    long discount,
    long maxPoints,
    long pays,
    long earns,
    String tier,
    long available) {

  /**
   * Quotes a purchase for the situation; the asked points of the request, if any, bound it, and what
   * it earns is then counted as if they pay. Without them it is what the whole receipt earns.
   */
  public static Quotation of(Situation situation, Request request) {
    var programme = situation.programme();
    var facts = request.facts();
    var discount =
        Discounts.of(
            programme, facts, situation.tier(), situation.account().totals().spend());
    var left = facts.amount() - discount;
    var available = situation.account().available(situation.day());
    var asked = facts.points() == 0 ? available : facts.points();
    var most = Redemption.clamp(programme, asked, available, left);
    var bare =
        new Request(
            request.kind(),
            request.key(),
            request.member(),
            request.occurredAt(),
            Discounts.taken(facts, discount).withPoints(facts.points() == 0 ? 0 : most));
    var earned = Earning.of(programme, Accrual.asked(situation, bare));
    return new Quotation(
        situation.member().code(),
        facts.amount(),
        discount,
        most,
        Worth.money(programme, most),
        earned.points(),
        situation.tier(),
        available);
  }
}
