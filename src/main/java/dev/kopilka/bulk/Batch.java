package dev.kopilka.bulk;

import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.group.Item;
import dev.kopilka.bulk.group.Items;
import dev.kopilka.bulk.kind.Binding;
import dev.kopilka.bulk.run.Ceiling;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.Finding;
import dev.kopilka.store.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/**
 * Some thousand rows on their way: read and made requests outside the transaction, booked inside it.
 * Booking may be tried again; it starts from what was read.
 */
final class Batch<R> {
  private final Form<R> form;
  private final Booking<R> booking;
  private final Binding binding;
  private final List<Item> items = new ArrayList<>();
  private final List<Form.Filled<R>> filled = new ArrayList<>();
  private List<Verdict> verdicts = List.of();
  private final int most;
  private Tally tally = Tally.NONE;

  Batch(Form<R> form, Booking<R> booking, Binding binding, int most) {
    this.form = form;
    this.booking = booking;
    this.binding = binding;
    this.most = most;
  }

  /** Reads the next rows; false when there are none. */
  boolean read(Items from) {
    var rows = 0;
    while (rows < most) {
      var item = from.next();
      if (item.isEmpty()) break;
      items.add(item.get());
      rows += item.get().rows().size();
    }
    fill();
    return !items.isEmpty();
  }

  /** By the thread that reads, and when a transaction is tried again by the one that books: in turn. */
  private void fill() {
    synchronized (form) {
      for (var item : items) filled.add(form.fill(item));
    }
  }

  /** Books what can be booked and answers the counts with this batch in them. */
  Tally book(Unit unit, Tally before) {
    if (filled.isEmpty()) fill();
    var requests = new ArrayList<R>(filled.size());
    for (var one : filled) {
      if (one instanceof Form.Filled.Ready<R>(var request)) requests.add(request);
    }
    var answers = booking.book(unit, requests).iterator();
    verdicts = new ArrayList<>(items.size());
    tally = before;
    for (var i = 0; i < items.size(); i++) {
      var verdict =
          switch (filled.get(i)) {
            case Form.Filled.Unfit<R>(var row, var finding) -> new Verdict.Rejected(row, finding);
            case Form.Filled.Ready<R> _ -> verdict(items.get(i), answers.next());
          };
      verdicts.add(verdict);
      tally = tally.and(verdict, items.get(i).rows().size());
    }
    return tally;
  }

  private Verdict verdict(Item item, Booking.Answer answer) {
    return switch (answer) {
      case Booking.Answer.Recorded(var points) -> new Verdict.Accepted(points);
      case Booking.Answer.Repeated _ -> new Verdict.Duplicate();
      case Booking.Answer.Refused(var problem) ->
          new Verdict.Rejected(0, new Finding(binding.place(column(problem), item.first()), problem));
    };
  }

  /** The column that a refusal is about, as far as it says so. */
  private static String column(Problem problem) {
    for (var name : new String[] {"field", "activity", "survey", "reward", "partner", "purchase"}) {
      if (problem.details().containsKey(name)) {
        return name.equals("field") ? String.valueOf(problem.details().get(name)) : name;
      }
    }
    if (problem.details().containsKey("day")) return "occurred_at";
    return problem.details().containsKey("member") ? "member" : "id";
  }

  /** Lets go of what a transaction that did not come to its end has left. */
  void begin() {
    booking.forget();
  }

  /** Writes what this batch and others of the same transaction have left for the end. */
  void finish(Unit unit) {
    booking.finish(unit);
  }

  /**
   * Lets go of what can be made again of the items. A hundred batches wait for the end of their
   * transaction on a server, and whatever is alive the collector has to carry.
   */
  void rest() {
    filled.clear();
    verdicts = List.of();
  }

  /** The first item after which there are more rejected rows than the ceiling bears, if any. */
  OptionalInt exceeding(Ceiling ceiling, Tally before) {
    var sum = before;
    for (var i = 0; i < items.size(); i++) {
      sum = sum.and(verdicts.get(i), items.get(i).rows().size());
      if (ceiling.isExceeded(sum)) return OptionalInt.of(i);
    }
    return OptionalInt.empty();
  }

  /** Forgets all but the first items, which are to be booked anew. */
  void keep(int count) {
    items.subList(count, items.size()).clear();
    filled.subList(count, filled.size()).clear();
  }

  void eachRejected(BiConsumer<Item, Verdict.Rejected> reader) {
    for (var i = 0; i < items.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Rejected rejected) reader.accept(items.get(i), rejected);
    }
  }
}
