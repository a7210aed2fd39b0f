package dev.kopilka.command.segment.lifecycle;

import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.ShopTerms;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.picture.Picture;
import dev.kopilka.segment.flow.Flow;
import dev.kopilka.segment.lifecycle.Growth.Month;
import dev.kopilka.segment.lifecycle.LifeRow;
import dev.kopilka.segment.lifecycle.Stages.Size;
import java.util.Iterator;
import java.util.List;

/** The columns of each answer about stages. */
final class LifecycleSheets {
  private final LifecycleTerms terms;

  LifecycleSheets(LifecycleTerms terms) {
    this.terms = terms;
  }

  private boolean isShop() {
    return terms instanceof ShopTerms;
  }

  Sheet<LifeRow> members(Iterator<LifeRow> rows) {
    var sheet =
        Sheet.<LifeRow>of(rows)
            .column("member", LifeRow::member)
            .column("stage", LifeRow::stage)
            .column("enrolled_on", LifeRow::enrolledOn)
            .column(isShop() ? "last_purchase_on" : "last_visit_on", LifeRow::lastOn)
            .column(isShop() ? "purchases" : "visits", LifeRow::times);
    return isShop() ? sheet : sheet.column("contract_ends_on", LifeRow::endsOn);
  }

  static Sheet<Size> sizes(List<Size> sizes) {
    return Sheet.of(sizes)
        .column("stage", Size::stage)
        .column("members", Size::members)
        .column("share", size -> Flow.share(size.members(), size.of()))
        .picture(Picture.bars("stage", "members"));
  }

  Sheet<Month> months(List<Month> months) {
    var sheet = Sheet.of(months).column("month", month -> month.month().toString());
    if (isShop()) {
      sheet.column("active_before", Month::before);
      for (var stage : terms.stages()) if (stage.hasBought()) count(sheet, stage);
      sheet
          .column("active", Month::active)
          .column("churned", Month::churned)
          .column("retention", Month::retention);
    }
    for (var stage : terms.stages()) if (!isShop() || !stage.hasBought()) count(sheet, stage);
    var stages = terms.stages().stream().map(Stage::word).toArray(String[]::new);
    return sheet.column("members", Month::members).picture(Picture.lines("month", stages));
  }

  private static void count(Sheet<Month> sheet, Stage stage) {
    sheet.column(stage.word(), month -> month.count(stage));
  }
}
