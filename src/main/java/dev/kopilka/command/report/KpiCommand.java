package dev.kopilka.command.report;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.report.Kpi;
import dev.kopilka.report.Kpis;
import dev.kopilka.report.Periods;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** {@code kopilka report kpi}: the indicators of a stretch of days, whole or month by month. */
public final class KpiCommand implements Command {
  private static final Picture PICTURE =
      Picture.lines(
          "from", "active", "purchases", "revenue", "average_receipt", "issued", "redeemed",
          "expired", "outstanding");

  @Override
  public void declare(Syntax syntax) {
    syntax.option("--from", "DATE");
    syntax.option("--to", "DATE");
    syntax.option("--by", "PERIOD").among("month");
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka report kpi --from 2026-10-01 --to 2026-10-31 -o json")
        .example("kopilka report kpi --by month");
  }

  private record Answer(List<Kpi> kpis, Basics basics) {}

  private record Column(String name, Function<Kpi, Object> value) {}

  @Override
  public Exit run(Desk desk, Given given) {
    Answer answer = desk.database().read(unit -> answer(unit, desk, given));
    var zone = answer.basics.zone();
    new Truth(desk, zone).say(answer.kpis.getLast().period().to());
    if (given.has("--by")) {
      var sheet = Sheet.of(answer.kpis);
      for (var column : columns(answer.basics)) sheet.column(column.name, column.value);
      return desk.screen().show(sheet.picture(PICTURE));
    }
    var card = Card.of();
    for (var column : columns(answer.basics)) {
      card.put(column.name, column.value.apply(answer.kpis.getFirst()));
    }
    return desk.screen().show(card);
  }

  private static Answer answer(Unit unit, Desk desk, Given given) {
    var basics = Basics.load(unit);
    var zone = basics.zone();
    var last = given.dateOr("--to", desk.now().atZone(zone).toLocalDate());
    var days = Days.through(last, unit, zone, given);
    var periods = given.has("--by") ? Periods.months(days, zone) : Periods.whole(days, zone);
    return new Answer(Kpis.read(unit, periods), basics);
  }

  private static List<Column> columns(Basics basics) {
    var money = basics.currencyScale();
    var points = basics.pointScale();
    return List.of(
        new Column("from", kpi -> kpi.period().from()),
        new Column("to", kpi -> kpi.period().to()),
        new Column("members", Kpi::members),
        new Column("active", Kpi::active),
        new Column("buyers", Kpi::buyers),
        new Column("purchases", Kpi::purchases),
        new Column("revenue", kpi -> BigDecimal.valueOf(kpi.revenue(), money)),
        new Column("average_receipt", kpi -> kpi.averageReceipt(money)),
        new Column("repeat_rate", Kpi::repeatRate),
        new Column("issued", kpi -> BigDecimal.valueOf(kpi.flow().issued(), points)),
        new Column("redeemed", kpi -> BigDecimal.valueOf(kpi.flow().redeemed(), points)),
        new Column("expired", kpi -> BigDecimal.valueOf(kpi.flow().expired(), points)),
        new Column("adjusted", kpi -> BigDecimal.valueOf(kpi.flow().adjusted(), points)),
        new Column("outstanding", kpi -> BigDecimal.valueOf(kpi.flow().closing(), points)),
        new Column("redemption_rate", Kpi::redemptionRate));
  }
}
