package dev.kopilka.bulk.form;

import dev.kopilka.bulk.group.Item;
import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.bulk.kind.Cells;
import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Where;
import dev.kopilka.model.value.Problem;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What all rows of events have in common: whose, when, under which id, and where. */
abstract class EventForm implements Form<Request> {
  final Cells cells;
  final Context context;
  private final EventKind kind;

  EventForm(EventKind kind, Binding binding, Context context) {
    this.kind = kind;
    this.cells = context.cells(binding);
    this.context = context;
  }

  /** The form for rows of the kind; members are not events and have a form of their own. */
  static EventForm of(Kind kind, Binding binding, Context context) {
    return switch (kind) {
      case PURCHASES -> new PurchaseForm(binding, context);
      case RETURNS -> new ReturnForm(binding, context);
      case ACTIVITIES -> new ActivityForm(binding, context);
      case BALANCES -> new BalanceForm(binding, context);
      case ADJUSTMENTS -> new AdjustmentForm(binding, context);
      case SURVEYS -> new SurveyForm(binding, context);
      case CONTRACTS -> new ContractForm(binding, context);
      case REDEMPTIONS -> new RedemptionForm(binding, context);
      case MEMBERS -> throw new IllegalArgumentException("members are enrolled, not posted");
    };
  }

  @Override
  public Filled<Request> fill(Item item) {
    cells.on(item.first());
    var request = request(facts());
    return cells.finding().isPresent()
        ? new Filled.Unfit<>(0, cells.finding().get())
        : new Filled.Ready<>(request);
  }

  @Override
  public final boolean isByMember() {
    return switch (kind) {
      case PURCHASE, ACTIVITY, OPENING, REDEMPTION -> true;
      // These are about other events, or add up over the members of a day.
      default -> false;
    };
  }

  @Override
  public final Optional<Gist> gist(Item item) {
    cells.on(item.first());
    var at = cells.momentOr("occurred_at", context.now()).toEpochMilli();
    var gist = new Gist(cells.text("id"), cells.text("member"), at, cells.has("reward"));
    return cells.finding().isPresent() ? Optional.empty() : Optional.of(gist);
  }

  /** What the row in hand says about the event itself. */
  abstract Facts facts();

  final Request request(Facts facts) {
    var source = context.source().isEmpty() ? kind.defaultSource() : context.source();
    var at = cells.momentOr("occurred_at", untold(facts)).toEpochMilli();
    var key = new Key(source, cells.text("id"));
    var request =
        new Request(kind, key, cells.text("member"), at, facts).noted(note());
    // Without a time of its own the row would be another one each time that it is imported.
    return cells.has("occurred_at") ? request : request.untimed();
  }

  /** When it happened, where the row does not say so. */
  Instant untold(Facts facts) {
    return context.now();
  }

  /** Free text of the row, which is kept beside the chain and can be erased. */
  String note() {
    return cells.text("note");
  }

  final Where where() {
    return new Where(
        cells.text("channel"),
        cells.text("store"),
        cells.text("partner"),
        cells.text("staff"),
        cells.text("promo_code"));
  }

  /** Attributes as the ledger keeps them: {@code name=value} lines sorted by name. */
  final String attributes() {
    var sorted = new TreeMap<String, String>();
    var prefix = cells.binding().kind().prefix().length();
    for (var column : cells.binding().attributes()) {
      var text = cells.text(column);
      if (!text.isEmpty()) sorted.put(column.substring(prefix), text);
    }
    var lines = new StringBuilder();
    sorted.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
    return lines.toString().stripTrailing();
  }

  /** Money that is nothing or more. */
  final long money(String column) {
    return notNegative(column, cells.money(column));
  }

  /** Points that are nothing or more. */
  final long points(String column) {
    return notNegative(column, cells.points(column));
  }

  private long notNegative(String column, long value) {
    if (value < 0) {
      cells.note(column, Problem.of("CELL_NEGATIVE").with("found", cells.text(column)));
    }
    return value;
  }
}
