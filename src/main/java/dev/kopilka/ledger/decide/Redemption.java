package dev.kopilka.ledger.decide;

import static dev.kopilka.model.value.Refusal.BELOW_MINIMUM;
import static dev.kopilka.model.value.Refusal.CONSENT_MISSING;
import static dev.kopilka.model.value.Refusal.NOTHING_TO_SPEND;
import static dev.kopilka.model.value.Refusal.NOT_A_STEP;
import static dev.kopilka.model.value.Refusal.POINTS_INSUFFICIENT;
import static dev.kopilka.model.value.Refusal.REWARD_NOT_FOUND;
import static dev.kopilka.model.value.Refusal.REWARD_NOT_OFFERED;
import static dev.kopilka.model.value.Refusal.SHARE_EXCEEDED;
import static dev.kopilka.model.value.Refusal.STOCK_EMPTY;
import static dev.kopilka.model.value.Refusal.TIER_TOO_LOW;

import dev.kopilka.ledger.draft.Decision.Refuse;
import dev.kopilka.ledger.draft.Decision;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Draft;
import dev.kopilka.ledger.draft.Move;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.draft.Situation;
import dev.kopilka.ledger.earn.Worth;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.value.Invariant;
import dev.kopilka.program.Programme;
import dev.kopilka.program.privilege.Reward;
import java.util.Optional;

/** Spends points, on a receipt or on a reward, the earliest last good day first. */
public final class Redemption {
  /** The rule that entries of plain spending name. */
  static final String POINTS = "points";

  private Redemption() {}

  static Decision decide(Pen pen, Situation situation, Request request) {
    var facts = request.facts();
    var draft = new Draft(pen, situation, request, facts);
    if (facts.subject().isEmpty()) {
      var refused = unfit(situation, facts.points(), facts.amount());
      if (refused.isPresent()) return refused.get();
      take(draft, situation, POINTS, facts.points());
      return draft.done();
    }
    var reward = situation.programme().rewards().get(facts.subject());
    if (reward == null) {
      return Refuse.because(REWARD_NOT_FOUND).with("reward", facts.subject());
    }
    var refused = unfit(situation, reward);
    if (refused.isPresent()) return refused.get();
    take(draft, situation, reward.code(), reward.cost());
    return draft.done();
  }

  /** Spends on the receipt, even one of nothing, or answers why not. */
  static Optional<Refuse> spend(Draft draft, Situation situation, long asked, long amount) {
    var refused =
        unshaped(situation, asked)
            .or(() -> unshared(situation, asked, amount))
            .or(() -> insufficient(situation, asked));
    if (refused.isEmpty()) take(draft, situation, POINTS, asked);
    return refused;
  }

  private static void take(Draft draft, Situation situation, String rule, long points) {
    var draws = Draws.fromEarliest(draft.account().lots(), points, situation.day());
    Invariant.holds(Move.sum(draws) == points, "available() promised more than the open lots hold");
    draft.post(Move.drawing(EntryKind.REDEEM, rule, draws));
  }

  /** The first reason why so many may not be spent on a receipt of the amount (0: none), if any. */
  static Optional<Refuse> unfit(Situation situation, long asked, long amount) {
    return unshaped(situation, asked)
        .or(() -> amount > 0 ? unshared(situation, asked, amount) : Optional.empty())
        .or(() -> insufficient(situation, asked));
  }

  private static Optional<Refuse> unshaped(Situation situation, long asked) {
    var terms = situation.programme().points();
    if (asked <= 0) return Optional.of(Refuse.because(NOTHING_TO_SPEND));
    if (asked < terms.minRedeem()) {
      return Optional.of(
          Refuse.because(BELOW_MINIMUM)
              .with("asked", terms.counted(asked))
              .with("minimum", terms.counted(terms.minRedeem())));
    }
    if (asked % terms.step() != 0) {
      return Optional.of(
          Refuse.because(NOT_A_STEP)
              .with("asked", terms.counted(asked))
              .with("step", terms.counted(terms.step())));
    }
    return Optional.empty();
  }

  private static Optional<Refuse> unshared(Situation situation, long asked, long amount) {
    var most = Worth.mostFor(situation.programme(), amount);
    if (asked <= most) return Optional.empty();
    var terms = situation.programme().points();
    return Optional.of(
        Refuse.because(SHARE_EXCEEDED)
            .with("asked", terms.counted(asked))
            .with("most", terms.counted(most)));
  }

  private static Optional<Refuse> unfit(Situation situation, Reward reward) {
    if (!reward.valid().covers(situation.day())) {
      return Optional.of(
          Refuse.because(REWARD_NOT_OFFERED)
              .with("reward", reward.code())
              .with("day", situation.day()));
    }
    if (!reward.tiers().isEmpty() && !reward.tiers().contains(situation.tier())) {
      return Optional.of(
          Refuse.because(TIER_TOO_LOW)
              .with("reward", reward.code())
              .with("tier", situation.tier())
              .with("expected", String.join(", ", reward.tiers())));
    }
    var missing = situation.member().missing(reward.consents());
    if (!missing.isEmpty()) {
      return Optional.of(
          Refuse.because(CONSENT_MISSING)
              .with("member", situation.member().code())
              .with("reward", reward.code())
              .with("consent", String.join(", ", missing)));
    }
    if (reward.stock().isPresent()
        && reward.stock().getAsLong() + situation.counts().stockChange(reward.code()) < 1) {
      return Optional.of(Refuse.because(STOCK_EMPTY).with("reward", reward.code()));
    }
    return insufficient(situation, reward.cost());
  }

  private static Optional<Refuse> insufficient(Situation situation, long asked) {
    var available = situation.account().available(situation.day());
    return available >= asked
        ? Optional.empty()
        : Optional.of(insufficient(situation, available, asked));
  }

  /** Fewer points are available than are asked for. */
  public static Refuse insufficient(Situation situation, long available, long asked) {
    var terms = situation.programme().points();
    return Refuse.because(POINTS_INSUFFICIENT)
        .with("member", situation.member().code())
        .with("available", terms.counted(available))
        .with("asked", terms.counted(asked));
  }

  /**
   * The most points that may pay a receipt: what is asked for, available and allowed by the share,
   * down to a whole step, zero below the minimum.
   */
  static long clamp(Programme programme, long asked, long available, long amount) {
    var terms = programme.points();
    var most = Math.min(Math.min(asked, available), Worth.mostFor(programme, amount));
    most -= most % terms.step();
    return most < terms.minRedeem() ? 0 : Math.max(0, most);
  }
}
