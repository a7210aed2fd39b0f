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
import dev.kopilka.program.segment.RfmMatrix;
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

  private record Answer(Rfm rfm, RfmMatrix matrix, AsOf asOf, int moneyScale) {}

  @Override
  public Exit run(Desk desk, Given given) {
    if (given.flag("--summary") && given.flag("--matrix")) {
      throw new Trouble.Usage(
          Problem.of("OPTIONS_EXCLUDE").with("one", "--summary").with("other", "--matrix"));
    }
    var database = desk.database();
    Answer answer =
        database.readTogether(database.pair(), units -> answer(units, desk, given));
    new Truth(desk, answer.asOf.zone()).say(answer.asOf.moment());
    var scale = answer.moneyScale;
    if (given.flag("--summary")) return desk.screen().show(summary(answer.rfm, scale));
    if (given.flag("--matrix")) {
      var matrix = new MatrixSheet(MatrixCell.of(answer.rfm.sums(), answer.matrix), scale);
      return desk.screen().show(matrix.picture(), matrix.rows());
    }
    return desk.screen().show(scores(answer.rfm, scale));
  }

  private static Answer answer(List<Unit> readers, Desk desk, Given given) {
    var unit = readers.getFirst();
    var isList = !given.flag("--summary") && !given.flag("--matrix");
    if (isList) new Reports(unit).needNames();
    var programme =
        Versions.load(unit)
            .latest()
            .orElseThrow(() -> new Trouble.Refused(Refusal.NO_PROGRAMME))
            .programme();
    var scale = programme.currencyScale();
    var asOf = new AsOf(given.asOf(programme.zone(), desk.now()), programme.zone());
    var terms = new RfmOptions(given, programme.rfm()).terms(scale);
    var rfm =
        isList
            ? Rfm.named(readers, terms, asOf, scale)
            : Rfm.unnamed(readers, terms, asOf, scale);
    return new Answer(rfm, terms.matrix(), asOf, scale);
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
