package dev.kopilka.bulk.form;

import dev.kopilka.bulk.group.Item;
import dev.kopilka.bulk.group.Items;
import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.bulk.text.Row;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Line;
import dev.kopilka.model.value.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Lines of one receipt as one purchase. What belongs to the receipt and not to a line is said by its
 * first line; the others repeat it or leave it out. One wrong line is a wrong receipt.
 */
final class PurchaseForm extends EventForm {
  private static final List<String> SHARED =
      List.of(
          "member",
          "occurred_at",
          "channel",
          "store",
          "partner",
          "staff",
          "promo_code",
          "points_paid",
          "redemption");

  PurchaseForm(Binding binding, Context context) {
    super(EventKind.PURCHASE, binding, context);
  }

  @Override
  public Filled<Request> fill(Item item) {
    cells.on(item.first());
    if (item.overlong()) {
      cells.note("id", Problem.of("RECEIPT_TOO_LONG").with("limit", (long) Items.LONGEST));
    }
    var request = request(facts());
    if (cells.finding().isPresent()) return new Filled.Unfit<>(0, cells.finding().get());
    if (item.rows().size() == 1) return new Filled.Ready<>(undivided(request));
    return divided(item, request);
  }

  private Filled<Request> divided(Item item, Request request) {
    var shared = shared();
    var facts = request.facts();
    var lines = new ArrayList<Line>(facts.lines());
    var amount = facts.amount();
    var discount = facts.discount();
    for (var i = 1; i < item.rows().size(); i++) {
      cells.on(item.rows().get(i));
      agree(shared, item.first());
      var line = line();
      lines.add(line);
      amount = added(amount, line.amount(), "amount");
      discount = added(discount, money("discount"), "discount");
      if (cells.finding().isPresent()) return new Filled.Unfit<>(i, cells.finding().get());
    }
    var whole = facts.withAmount(amount).withDiscount(discount);
    return new Filled.Ready<>(request.with(whole.withLines(lines)));
  }

  @Override
  Facts facts() {
    var line = line();
    return Facts.NONE
        .withAmount(line.amount())
        .withDiscount(money("discount"))
        .withPoints(points("points_paid"))
        .withReference(cells.text("redemption"))
        .withWhere(where())
        .withLines(List.of(line))
        .withAttributes(attributes());
  }

  private Line line() {
    return new Line(
        cells.text("category"), cells.text("sku"), cells.decimal("quantity"), money("amount"));
  }

  /** One line that says nothing but its amount is a receipt that was not divided. */
  private static Request undivided(Request request) {
    var only = request.facts().lines().getFirst();
    var isBare = only.category().isEmpty() && only.sku().isEmpty() && only.quantity().isEmpty();
    return isBare ? request.with(request.facts().withLines(List.of())) : request;
  }

  private List<String> shared() {
    var texts = new ArrayList<String>();
    for (var column : sharedColumns()) texts.add(cells.raw(column));
    return texts;
  }

  private List<String> sharedColumns() {
    var columns = new TreeSet<>(SHARED);
    columns.addAll(cells.binding().attributes());
    return List.copyOf(columns);
  }

  private void agree(List<String> shared, Row first) {
    var columns = sharedColumns();
    for (var i = 0; i < columns.size() && i < shared.size(); i++) {
      var text = cells.raw(columns.get(i));
      if (text.isEmpty() || text.equals(shared.get(i))) continue;
      cells.note(columns.get(i), Problem.of("RECEIPT_DIFFERS").with("line", first.line()));
    }
  }

  private long added(long sum, long more, String column) {
    var total = sum + more;
    if (((sum ^ total) & (more ^ total)) < 0) cells.note(column, Problem.of("CELL_TOO_BIG"));
    return total;
  }
}
