package dev.kopilka.command.member;

import dev.kopilka.model.Lot;
import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.Member;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Card;
import java.time.Instant;
import java.time.LocalDate;

/** A member's points on a day, as scripts rely on them: names and order are frozen. */
record MemberCard(Member member, Account account, Basics basics, LocalDate day) {
  Card card() {
    return Card.of()
        .put("member", member.code())
        .put("status", member.status())
        .put("enrolled_at", Instant.ofEpochMilli(member.enrolledAt()))
        .put("tier", account.standing(day).map(Standing::tier).orElse(basics.lowestTier()))
        .put("balance", balance())
        .put("lifetime", lifetime());
  }

  private Card balance() {
    var scale = basics.pointScale();
    var balance =
        Card.of()
            .decimal("available", account.available(day), scale)
            .decimal("pending", account.pending(day), scale)
            .decimal("held", account.held(), scale)
            .decimal("debt", account.debt(), scale);
    for (var lot : account.lots()) {
      // Lots lie in the order of drawing: the first that lapses is the next to lapse.
      if (lapses(lot)) return balance.put("expiring_next", expiring(lot.terms().expiresOn()));
    }
    return balance.absent("expiring_next", "points", "on");
  }

  private Card expiring(LocalDate on) {
    var points = 0L;
    for (var lot : account.lots()) {
      if (lapses(lot) && lot.terms().expiresOn().equals(on)) points += lot.remaining();
    }
    return Card.of().decimal("points", points, basics.pointScale()).put("on", on);
  }

  private boolean lapses(Lot lot) {
    return lot.remaining() > 0 && lot.terms().isSpendable(day) && lot.terms().lapses();
  }

  private Card lifetime() {
    var totals = account.totals();
    var scale = basics.pointScale();
    return Card.of()
        .decimal("earned", totals.earned(), scale)
        .decimal("redeemed", totals.redeemed(), scale)
        .decimal("expired", totals.expired(), scale)
        .put("purchases", totals.purchases())
        .decimal("spend", totals.spend(), basics.currencyScale());
  }
}
