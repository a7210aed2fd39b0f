package dev.kopilka.command.report.liability;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.report.Books;
import dev.kopilka.command.report.Truth;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.report.Worth;
import dev.kopilka.report.liability.Lives;
import dev.kopilka.report.liability.LotStories;
import dev.kopilka.report.liability.development.Curve;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What will be redeemed by how long points live. */
final class SurvivalAnswer {
  private static final Picture CURVE = Picture.lines("age_days", "unredeemed");
  private static final int MONTH = 30;

  private record Answer(Books books, Lives lives, Curve curve) {}

  /** The stretch of ages after the one before it, through that day. */
  private record Stretch(int first, int last) {}

  private SurvivalAnswer() {}

  static Exit show(Desk desk, Given given) {
    var step = given.wholeNumberOr("--step", MONTH);
    if (step < 1 || step > Integer.MAX_VALUE) {
      throw new Trouble.BadInput(
          Problem.of("ARGUMENT_OUTSIDE")
              .with("option", "--step")
              .with("found", step)
              .with("least", 1)
              .with("most", Integer.MAX_VALUE));
    }
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    new Truth(desk, answer.books.zone()).say(answer.books.day());
    var queue = answer.lives.queue();
    LadderAnswer.sayQueue(desk, queue.share(), queue.isMuch());
    var stretches = stretches(answer.curve, (int) step);
    if (!given.text("--table").equals("curve")) {
      return desk.screen().show(card(desk, answer, stretches));
    }
    return desk.screen().show(sheet(answer, stretches));
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var books = Books.ofThePast(unit, desk, given);
    var lives = new Lives(books.day());
    LotStories.tell(unit, books.zone(), books.day(), lives);
    return new Answer(books, lives, lives.exposure().curve());
  }

  private static List<Stretch> stretches(Curve curve, int step) {
    var stretches = new ArrayList<Stretch>();
    for (var first = 0L; first < curve.days(); ) {
      // The first day of life has a row of its own, so that the others end at multiples of the step.
      var last = first == 0 ? 0 : first + step - 1;
      stretches.add(new Stretch((int) first, (int) Math.min(last, curve.days() - 1)));
      first = last + 1;
    }
    return stretches;
  }

  private static Sheet<Stretch> sheet(Answer answer, List<Stretch> stretches) {
    var sheet = Sheet.of(stretches);
    var curve = answer.curve;
    var scale = answer.books.scale();
    return sheet
        .column("age_days", Stretch::last)
        .decimal("at_risk", one -> curve.atRisk(one.last), scale)
        .decimal("redeemed", one -> curve.redeemed(one.first, one.last), scale)
        .column("unredeemed", one -> Estimates.ratio(curve.survival(one.last)))
        .column("standard_error", one -> Estimates.ratio(curve.error(one.last)))
        .picture(CURVE);
  }

  private static Card card(Desk desk, Answer answer, List<Stretch> stretches) {
    var scale = answer.books.scale();
    var worth = new Worth(answer.books.programme());
    var open = answer.lives.open().points();
    var outlook = answer.curve.outlook(answer.lives.open());
    var expected = Math.clamp(Math.round(outlook.expected()), 0, Math.max(0, open));
    if (outlook.beyond() > 0) {
      desk.screen()
          .say("report.beyond", Map.of("points", amount(outlook.beyond(), answer)));
    }
    return Card.of()
        .put("as_of", answer.books.day())
        .put("currency", answer.books.programme().currency())
        .put("point_value", worth.ofOne())
        .decimal("outstanding", open, scale)
        .decimal("expected", expected, scale)
        .put("standard_error", amount(outlook.error(), answer))
        .put("beyond", amount(outlook.beyond(), answer))
        .decimal("breakage", open - expected, scale)
        .put("liability", worth.of(expected))
        .put("queued", answer.lives.queue().share())
        .put("curve", sheet(answer, stretches).cards())
        .picture("curve", CURVE);
  }

  private static BigDecimal amount(double points, Answer answer) {
    return Estimates.amount(points, answer.books.scale(), answer.books.scale());
  }
}
