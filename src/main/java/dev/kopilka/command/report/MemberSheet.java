package dev.kopilka.command.report;

import dev.kopilka.command.Desk;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.report.MemberLine;
import dev.kopilka.report.MemberLine.Choice;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Term;
import dev.kopilka.store.Unit;

/** A line a member, read while it is shown: the sheet lives as long as the unit. */
public final class MemberSheet {
  private final Unit unit;
  private final Desk desk;
  private final Basics basics;

  public MemberSheet(Unit unit, Desk desk) {
    this.unit = unit;
    this.desk = desk;
    this.basics = Basics.load(unit);
    desk.screen().showTimesIn(basics.zone());
  }

  Basics basics() {
    return basics;
  }

  public Sheet<MemberLine> of(Choice choice) {
    var today = desk.now().atZone(basics.zone()).toLocalDate();
    var points = basics.pointScale();
    return Sheet.<MemberLine>of(MemberLine.walk(unit, today, choice))
        .column("member", MemberLine::member)
        .column("status", line -> new Term("memberstatus", line.status()))
        .column("enrolled_at", MemberLine::enrolledAt)
        .column("tier", line -> line.tier().isEmpty() ? basics.lowestTier() : line.tier())
        .decimal("available", line -> line.points().available(), points)
        .decimal("pending", line -> line.points().pending(), points)
        .decimal("held", line -> line.points().held(), points)
        .decimal("debt", line -> line.points().debt(), points)
        .decimal("earned", line -> line.totals().earned(), points)
        .decimal("redeemed", line -> line.totals().redeemed(), points)
        .decimal("expired", line -> line.totals().expired(), points)
        .column("purchases", line -> line.totals().purchases())
        .decimal("spend", line -> line.totals().spend(), basics.currencyScale())
        .column("last_purchase_at", MemberLine::lastPurchaseAt);
  }
}
