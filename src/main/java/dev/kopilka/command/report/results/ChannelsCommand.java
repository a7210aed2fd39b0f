package dev.kopilka.command.report.results;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.report.trade.Channels.Line;
import dev.kopilka.report.trade.Channels;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** {@code kopilka report channels}: who joined, bought and may be reached by which way. */
public final class ChannelsCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    Stretch.declare(syntax);
    syntax
        .example("kopilka report channels --from 2026-10-01 --to 2026-10-31")
        .example("kopilka report channels -o csv --columns channel,enrolled,revenue,cost");
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
    var costs = stretch.programme().steering().channelCosts();
    return new Answer(stretch, Channels.read(unit, costs, stretch.days()));
  }

  private static Sheet<Line> sheet(Answer answer) {
    var money = answer.stretch.money();
    var points = answer.stretch.points();
    return Sheet.of(answer.lines)
        .column("channel", Line::code)
        .column("enrolled", line -> line.joined().enrolled())
        .column("members", line -> line.joined().members())
        .column("reachable", line -> line.joined().reachable())
        .column("reach", line -> line.joined().reach())
        .column("consents", Line::consents)
        .column("buyers", line -> line.sales().buyers())
        .column("purchases", line -> line.sales().purchases())
        .decimal("revenue", line -> line.sales().revenue(), money)
        .decimal("issued", line -> line.sales().issued(), points)
        .decimal("redeemed", line -> line.sales().redeemed(), points)
        .column("cost", line -> cost(line, money))
        .picture(Picture.bars("channel", "members", "reachable", "buyers"));
  }

  private static Optional<BigDecimal> cost(Line line, int money) {
    return line.cost().isEmpty()
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(line.cost().getAsLong(), money));
  }
}
