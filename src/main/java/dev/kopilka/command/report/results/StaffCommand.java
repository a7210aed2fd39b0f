package dev.kopilka.command.report.results;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.trade.Work.Suspect;
import dev.kopilka.report.trade.Work;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.List;

/** {@code kopilka report staff}: what employees did, how good it was, and what is due for it. */
public final class StaffCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.flag("--suspicious");
    Stretch.declare(syntax);
    syntax
        .example("kopilka report staff --from 2026-10-01 --to 2026-10-31")
        .example("kopilka report staff --suspicious -o csv");
  }

  private record Answer(Stretch stretch, List<Work> staff) {}

  private record Line(Work work, Suspect suspect) {}

  @Override
  public Exit run(Desk desk, Given given) {
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    answer.stretch.say(desk);
    return given.flag("--suspicious")
        ? desk.screen().show(suspicious(answer))
        : desk.screen().show(staff(answer));
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var stretch = Stretch.of(unit, desk, given);
    var programme = stretch.programme();
    var days = stretch.days().get(0);
    return new Answer(
        stretch, Work.read(unit, programme.steering().staff(), days, programme.zone()));
  }

  private static Sheet<Work> staff(Answer answer) {
    var points = answer.stretch.points();
    var money = answer.stretch.money();
    return Sheet.of(answer.staff)
        .column("staff", Work::code)
        .column("name", Work::name)
        .column("enrolled", Work::enrolled)
        .column("judged", work -> work.quality().judged())
        .column("still_active", work -> work.quality().stillActive())
        .column("quality", work -> work.quality().rate())
        .column("accruals", work -> work.accruals().all())
        .column("honoured", work -> work.accruals().honoured())
        .decimal("points", work -> work.accruals().points(), points)
        .column("cards", work -> work.accruals().cards())
        .column("suspicious", work -> work.suspects().size())
        .column("bonus", work -> work.bonus().map(due -> due.movePointLeft(money)))
        .nested("suspects", work -> cards(work, points))
        .picture(Picture.bars("staff", "enrolled", "still_active"));
  }

  private static List<Card> cards(Work work, int points) {
    return work.suspects().stream().map(suspect -> card(suspect, points)).toList();
  }

  private static Card card(Suspect suspect, int points) {
    return Card.of()
        .put("reason", suspect.reason())
        .put("member", suspect.member())
        .put("accruals", suspect.accruals())
        .put("share", suspect.share())
        .put("points", BigDecimal.valueOf(suspect.points(), points));
  }

  private static Sheet<Line> suspicious(Answer answer) {
    var lines =
        answer.staff.stream()
            .flatMap(work -> work.suspects().stream().map(suspect -> new Line(work, suspect)))
            .toList();
    return Sheet.of(lines)
        .column("staff", line -> line.work.code())
        .column("name", line -> line.work.name())
        .column("reason", line -> line.suspect.reason())
        .column("member", line -> line.suspect.member())
        .column("accruals", line -> line.suspect.accruals())
        .column("share", line -> line.suspect.share())
        .decimal("points", line -> line.suspect.points(), answer.stretch.points())
        .picture(Picture.bars(List.of("staff", "member"), "accruals"));
  }
}
