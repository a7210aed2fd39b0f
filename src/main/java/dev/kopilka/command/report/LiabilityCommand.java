package dev.kopilka.command.report;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.liability.Method;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Ages.Band;
import dev.kopilka.report.Flow;
import dev.kopilka.report.Liability;
import dev.kopilka.report.OpenPoints.Group;
import dev.kopilka.report.Worth;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.util.List;

/** {@code kopilka report liability}: what is owed in points, when it lapses, how it came about. */
public final class LiabilityCommand implements Command {
  /** One for the entries, one for the lots. */
  private static final int READERS = 2;

  private static final Picture EXPIRY = Picture.columns("month", "points");
  private static final Picture AGE = Picture.columns("from_months", "points");
  private static final Picture ROLL_FORWARD =
      Picture.lines("month", "issued", "redeemed", "expired", "closing");

  @Override
  public void declare(Syntax syntax) {
    syntax
        .option("--table", "TABLE")
        .among(
            "expiry", "age", "roll_forward", "origins", "factors", "triangle", "curve", "periods",
            "journal");
    syntax.option("--as-of", "DATE");
    syntax.option("--from", "DATE");
    Method.declare(syntax);
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka report liability --as-of 2026-10-31 -o json")
        .example("kopilka report liability --table roll_forward --from 2026-01-01 -o csv")
        .example("kopilka report liability --method chain_ladder --by quarter")
        .example("kopilka report liability --method survival --table curve -o csv")
        .example("kopilka report liability --method ifrs15 --expected 80% --table journal -o csv");
  }

  private record Answer(Liability liability, Books books) {
    Worth worth() {
      return new Worth(books.programme());
    }
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var method = Method.of(given);
    if (method != Method.NONE) return method.show(desk, given);
    var database = desk.database();
    Answer answer =
        database.readTogether(
            Math.min(READERS, database.readers()), units -> answer(units, desk, given));
    new Truth(desk, answer.books.zone()).say(answer.books.day());
    answer.books.sayLapsed(desk, answer.liability.open().lapsed());
    return switch (given.text("--table")) {
      case "expiry" -> desk.screen().show(expiry(answer));
      case "age" -> desk.screen().show(ages(answer));
      case "roll_forward" -> desk.screen().show(rollForward(answer));
      default -> desk.screen().show(card(desk, answer));
    };
  }

  private static Answer answer(List<Unit> readers, Desk desk, Given given) {
    var unit = readers.getFirst();
    var books = Books.of(unit, desk, given);
    var days = Days.through(books.day(), unit, books.zone(), given);
    return new Answer(Liability.read(readers, days, books.zone()), books);
  }

  private static Sheet<Group> expiry(Answer answer) {
    var scale = answer.books.scale();
    var worth = answer.worth();
    return Sheet.of(answer.liability.open().groups())
        .picture(EXPIRY)
        .column("month", group -> Month.of(group.first()))
        .decimal("points", Group::points, scale)
        .decimal("pending", Group::pending, scale)
        .column("value", group -> worth.of(group.points()));
  }

  private static Sheet<Band> ages(Answer answer) {
    var scale = answer.books.scale();
    var worth = answer.worth();
    return Sheet.of(answer.liability.open().ages())
        .picture(AGE)
        .column("from_months", Band::from)
        .column("to_months", Band::to)
        .decimal("points", Band::points, scale)
        .decimal("pending", Band::pending, scale)
        .column("value", band -> worth.of(band.points()));
  }

  private static Sheet<Flow> rollForward(Answer answer) {
    var scale = answer.books.scale();
    return Sheet.of(answer.liability.flows())
        .picture(ROLL_FORWARD)
        .column("month", flow -> Month.of(flow.period().from()))
        .decimal("opening", Flow::opening, scale)
        .decimal("issued", Flow::issued, scale)
        .decimal("redeemed", Flow::redeemed, scale)
        .decimal("expired", Flow::expired, scale)
        .decimal("adjusted", Flow::adjusted, scale)
        .decimal("closing", Flow::closing, scale);
  }

  private static Card card(Desk desk, Answer answer) {
    var scale = answer.books.scale();
    var worth = answer.worth();
    var open = answer.liability.open();
    return Card.of()
        .put("as_of", answer.books.day())
        .put("read_at", desk.now())
        .put("currency", answer.books.programme().currency())
        .put("point_value", worth.ofOne())
        .decimal("outstanding", open.points(), scale)
        .decimal("pending", open.pending(), scale)
        .put("liability", worth.of(open.points()))
        .decimal("lapsed", open.lapsed(), scale)
        .decimal("debt", answer.liability.debt(), scale)
        .decimal("closing", answer.liability.flows().getLast().closing(), scale)
        .put("expiry", expiry(answer).cards())
        .picture("expiry", EXPIRY)
        .put("age", ages(answer).cards())
        .picture("age", AGE)
        .put("roll_forward", rollForward(answer).cards())
        .picture("roll_forward", ROLL_FORWARD);
  }
}
