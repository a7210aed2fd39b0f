package dev.kopilka.command.report.results;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.Worth;
import dev.kopilka.report.trade.Partners.Due;
import dev.kopilka.report.trade.Partners.Line;
import dev.kopilka.report.trade.Partners;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** {@code kopilka report partners}: points given and spent at partners, and who owes whom. */
public final class PartnersCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    Stretch.declare(syntax);
    syntax
        .example("kopilka report partners --from 2026-10-01 --to 2026-10-31")
        .example("kopilka report partners -o csv --columns partner,issued,redeemed,balance");
  }

  private record Answer(Stretch stretch, List<Line> lines) {}

  @Override
  public Exit run(Desk desk, Given given) {
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    answer.stretch.say(desk);
    return desk.screen().show(sheet(answer));
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var stretch = Stretch.of(unit, desk, given);
    return new Answer(stretch, Partners.read(unit, stretch.programme(), stretch.days()));
  }

  private static Sheet<Line> sheet(Answer answer) {
    var money = answer.stretch.money();
    var points = answer.stretch.points();
    var worth = new Worth(answer.stretch.programme());
    return Sheet.of(answer.lines)
        .column("partner", Line::code)
        .column("name", Line::name)
        .column("buyers", line -> line.sales().buyers())
        .column("purchases", line -> line.sales().purchases())
        .decimal("revenue", line -> line.sales().revenue(), money)
        .decimal("issued", line -> line.sales().issued(), points)
        .decimal("redeemed", line -> line.sales().redeemed(), points)
        .column("issued_value", line -> worth.of(line.sales().issued()))
        .column("redeemed_value", line -> worth.of(line.sales().redeemed()))
        .column("partner_pays", line -> due(line, Due::partnerPays, money))
        .column("partner_gets", line -> due(line, Due::partnerGets, money))
        .column("balance", line -> due(line, Due::balance, money))
        .picture(Picture.bars("partner", "issued", "redeemed"));
  }

  private static Optional<BigDecimal> due(Line line, ToLongFunction<Due> part, int money) {
    return line.due().map(due -> BigDecimal.valueOf(part.applyAsLong(due), money));
  }
}
