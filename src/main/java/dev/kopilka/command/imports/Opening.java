package dev.kopilka.command.imports;

import dev.kopilka.bulk.Table;
import dev.kopilka.bulk.control.ReadBack;
import dev.kopilka.bulk.control.ReadBack.Totals;
import dev.kopilka.bulk.form.Forms;
import dev.kopilka.bulk.group.Items;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.Screen;
import dev.kopilka.store.Unit;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Compares opening balances with the ledger after they came in, and says what came out. */
final class Opening {
  private final Table table;
  private final Making making;
  private Optional<Totals> totals = Optional.empty();

  Opening(Table table, Making making) {
    this.table = table;
    this.making = making;
  }

  /** Does it; another kind of file has no totals to compare. */
  void compare(Unit unit, long startedAt) {
    if (table.binding().kind() != Kind.BALANCES) return;
    try (var again = table.again();
        var items = Items.single(again.reader())) {
      var form = Forms.events(again.binding(), making.context(startedAt));
      totals = Optional.of(ReadBack.of(unit, items, form));
    }
  }

  /** Says it; throws where the ledger does not hold what it took in. */
  void tell(Screen screen) {
    if (totals.isEmpty()) return;
    var found = totals.get();
    var details =
        Map.of(
            "file", text(found.file()),
            "taken", text(found.taken()),
            "ledger", text(found.ledger()));
    if (!found.agree()) {
      throw new Trouble.CheckFailed(
          Problem.of("OPENING_TOTALS")
              .with("taken", details.get("taken"))
              .with("ledger", details.get("ledger")));
    }
    screen.say(found.isWhole() ? "import.opening-whole" : "import.opening-part", details);
  }

  private String text(long points) {
    return BigDecimal.valueOf(points, making.rules().basics().pointScale()).toPlainString();
  }
}
