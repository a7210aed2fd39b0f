package dev.kopilka.command.segment;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.report.Truth;
import dev.kopilka.command.segment.matrix.MatrixSheet;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.Rfm;
import dev.kopilka.segment.RfmRow;
import dev.kopilka.segment.RfmSummary;
import dev.kopilka.segment.matrix.MatrixCell;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import java.util.List;

/**
 * {@code kopilka segment rfm}: scores everybody who bought, sums up the named groups, or lays
 * risk against profit.
 */
public final class RfmCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.flag("--summary");
    syntax.flag("--matrix");
    RfmOptions.declare(syntax);
    syntax.reads().exits(Exit.REFUSED);
    syntax
        .example("kopilka segment rfm --as-of 2026-11-22 -o csv")
        .example("kopilka segment rfm --summary --window P12M")
        .example("kopilka segment rfm --matrix")
        .example("kopilka segment rfm --r-edges 30,60,90,180 --f-edges 1,2,4,8"
            + " --m-edges 1000,3000,10000,30000");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    if (given.flag("--summary") && given.flag("--matrix")) {
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "--summary").with("other", "--matrix"));
    }
    var database = desk.database();
    Rfm rfm = database.readTogether(database.pair(), units -> rfm(units, desk, given));
    var asked = rfm.asked();
    new Truth(desk, asked.asOf().zone()).say(asked.asOf().moment());
    var scale = asked.moneyScale();
    if (given.flag("--summary")) return desk.screen().show(summary(rfm, scale));
    if (given.flag("--matrix")) {
      var matrix = new MatrixSheet(MatrixCell.of(rfm.sums(), asked.terms().matrix()), scale);
      return desk.screen().show(matrix.picture(), matrix.rows());
    }
    return desk.screen().show(scores(rfm, scale));
  }

  private static Rfm rfm(List<Unit> readers, Desk desk, Given given) {
    var unit = readers.getFirst();
    var isList = !given.flag("--summary") && !given.flag("--matrix");
    if (isList) new Reports(unit).needNames();
    // Codes that are wanted in any case are on their way while the programme is read.
    return isList || RfmOptions.isApart(given)
        ? Rfm.named(readers, () -> asked(unit, desk, given))
        : Rfm.unnamed(readers, asked(unit, desk, given));
  }

  private static Rfm.Asked asked(Unit unit, Desk desk, Given given) {
    var programme =
        Versions.load(unit)
            .latest()
            .orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME))
            .programme();
    var scale = programme.currencyScale();
    var asOf = new AsOf(given.asOf(programme.zone(), desk.now()), programme.zone());
    return new Rfm.Asked(new RfmOptions(given, programme.rfm()).terms(scale), asOf, scale);
  }

  private static Sheet<RfmRow> scores(Rfm rfm, int moneyScale) {
    return Sheet.<RfmRow>of(rfm)
        .column("member", RfmRow::member)
        .column("recency_days", RfmRow::recencyDays)
        .column("frequency", RfmRow::frequency)
        .decimal("monetary", RfmRow::monetary, moneyScale)
        .column("r", RfmRow::r)
        .column("f", RfmRow::f)
        .column("m", RfmRow::m)
        .column("score", RfmRow::score)
        .column("segment", RfmRow::segment);
  }

  private static Sheet<RfmSummary> summary(Rfm rfm, int moneyScale) {
    return Sheet.<RfmSummary>of(rfm.summary())
        .picture(Picture.bars("segment", "members"))
        .column("segment", RfmSummary::segment)
        .column("members", RfmSummary::members)
        .column("share", RfmSummary::share)
        .column("purchases", RfmSummary::purchases)
        .decimal("monetary", RfmSummary::monetary, moneyScale)
        .column("average_receipt", sum -> sum.averageReceipt(moneyScale))
        .column("average_recency_days", RfmSummary::averageRecency);
  }
}
