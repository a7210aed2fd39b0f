package dev.kopilka.command.segment;

import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.segment.clv.Clv;
import dev.kopilka.segment.clv.ClvRow;
import dev.kopilka.segment.clv.Fit;
import dev.kopilka.segment.clv.Tracking;
import java.util.ArrayList;
import java.util.List;

/** How lifetime value is shown: by buyer, by stretch of the holdout, or summed up. */
final class ClvSheets {
  private static final Picture TRACKING =
      Picture.lines("to", "expected", "actual", "expected_so_far", "actual_so_far");

  /** One stretch is no line. */
  private static final Picture WHOLE = Picture.bars("to", "expected", "actual");

  private ClvSheets() {}

  private static Picture picture(List<Tracking> stretches) {
    return stretches.size() == 1 ? WHOLE : TRACKING;
  }

  static Sheet<ClvRow> buyers(Clv clv) {
    return Sheet.<ClvRow>of(clv)
        .column("member", ClvRow::member)
        .column("repeats", ClvRow::repeats)
        .column("recency_weeks", ClvRow::recencyWeeks)
        .column("age_weeks", ClvRow::ageWeeks)
        .column("average_spend", ClvRow::averageSpend)
        .column("alive", ClvRow::alive)
        .column("expected_purchases", ClvRow::expectedPurchases)
        .column("expected_spend", ClvRow::expectedSpend)
        .column("value", ClvRow::value)
        .column("discounted_value", ClvRow::discountedValue)
        .column("holdout_purchases", ClvRow::holdoutPurchases);
  }

  static Sheet<Tracking> tracking(List<Tracking> stretches) {
    return Sheet.of(stretches)
        .column("from", Tracking::from)
        .column("to", Tracking::to)
        .column("expected", Tracking::expected)
        .column("actual", Tracking::actual)
        .column("expected_so_far", Tracking::expectedSoFar)
        .column("actual_so_far", Tracking::actualSoFar)
        .picture(picture(stretches));
  }

  static Card summary(Fit fit, List<Tracking> stretches) {
    var card = Card.of().put("members", fit.buyers()).put("repeat_members", fit.repeatBuyers());
    if (fit.buying().isPresent()) {
      var buying = fit.buying().get();
      card.put(
          "bg_nbd",
          Card.of()
              .put("r", buying.r())
              .put("alpha", buying.alpha())
              .put("a", buying.a())
              .put("b", buying.b())
              .put("log_likelihood", buying.logLikelihood()));
    } else {
      card.absent("bg_nbd", "r", "alpha", "a", "b", "log_likelihood");
    }
    if (fit.spending().isPresent()) {
      var spending = fit.spending().get();
      card.put(
          "gamma_gamma",
          Card.of()
              .put("p", spending.p())
              .put("q", spending.q())
              .put("gamma", spending.gamma())
              .put("log_likelihood", spending.logLikelihood())
              .put("members", spending.buyers()));
    } else {
      card.absent("gamma_gamma", "p", "q", "gamma", "log_likelihood", "members");
    }
    return card.put("correlation", fit.correlation())
        .put("warnings", fit.warnings())
        .put("frequencies", frequencies(fit))
        .picture("frequencies", Picture.columns("repeats", "members", "expected"))
        .put("holdout", holdout(stretches))
        .picture("holdout", picture(stretches));
  }

  private static List<Card> frequencies(Fit fit) {
    var cards = new ArrayList<Card>();
    for (var one : fit.frequencies()) {
      cards.add(
          Card.of()
              .put("repeats", one.repeats() + (one.orMore() ? "+" : ""))
              .put("members", one.buyers())
              .put("expected", one.expected()));
    }
    return cards;
  }

  private static List<Card> holdout(List<Tracking> stretches) {
    var cards = new ArrayList<Card>();
    for (var one : stretches) {
      cards.add(
          Card.of()
              .put("from", one.from())
              .put("to", one.to())
              .put("expected", one.expected())
              .put("actual", one.actual())
              .put("expected_so_far", one.expectedSoFar())
              .put("actual_so_far", one.actualSoFar()));
    }
    return cards;
  }
}
