package dev.kopilka.bulk;

import dev.kopilka.bulk.group.Items;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.model.value.Invariant;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.model.value.Trouble.Finding;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.Attempt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run over one file: batches of rows are made requests, booked in a transaction each together
 * with the run's record, and what was refused is written to the rejects. A strict run and a dry one
 * are a single transaction. A run that was killed is continued after its last committed batch.
 *
 * @param <R> what the file asks for
 */
public final class Import<R> {
  /** Findings that a strict run keeps to tell; the rejects file has them all. */
  private static final int TOLD = 20;

  private final Table table;
  private final Trade<R> trade;
  private final Plan plan;
  private final List<Finding> findings = new ArrayList<>();
  private Baton baton;
  private Tally tally = Tally.NONE;
  private long before;
  private long rejectsBytes;
  private boolean stopped;

  public Import(Table table, Trade<R> trade, Plan plan) {
    this.table = table;
    this.trade = trade;
    this.plan = plan;
  }

  /** Runs it. Throws {@link Trouble.BadInput} when a strict run was undone. */
  public Summary run(Database database) {
    var began = plan.clock().millis();
    try (var items = table.items();
        var rejects = new Rejects(plan.rejects(), table.reader(), plan.words())) {
      // Nothing of a dry run stays, and a later batch must still see what an earlier one did.
      if (plan.isOneUnit()) {
        database.write(
            plan.dryRun(),
            unit -> {
              inUnits(work -> work.accept(unit), items, rejects);
              return true;
            });
      } else {
        inUnits(work -> inOneOfItsOwn(database, work), items, rejects);
      }
      var millis = plan.clock().millis() - began;
      var rejected = new Summary.Rejected(rejects.name(), rejects.isPartial());
      return new Summary(
          baton.run(), table.shownName(), tally, before, millis, rejected, stopped);
    }
  }

  private static void inOneOfItsOwn(Database database, Consumer<Unit> work) {
    database.write(
        false,
        unit -> {
          work.accept(unit);
          return true;
        });
  }

  /** Runs a piece of work in a transaction, its own or one that is open. */
  private interface Units {
    void write(Consumer<Unit> work);
  }

  private void inUnits(Units units, Items items, Rejects rejects) {
    units.write(this::begin);
    plan.watcher().begins(baton);
    passOver(items, before);
    var form = trade.form(baton.startedAt());
    var batch = new Batch<>(form, trade.booking(baton.startedAt()), table.binding());
    while (!stopped && batch.read(items)) {
      units.write(unit -> book(unit, batch, rejects));
      // Only what is committed is counted: a batch that is tried again counts once.
      count(batch, rejects);
    }
    stopped |= plan.ceiling().isExceededAtEnd(tally);
    if (plan.strict()) undoUnlessSound();
    units.write(unit -> end(unit, rejects));
  }

  /** All or nothing of a file means of one file: it must be what it was when it was opened. */
  private void undoUnlessSound() {
    if (tally.rejected() > 0) throw new Trouble.BadInput(findings, tally.rejected());
    if (!table.hasChanged()) return;
    var name = table.shownName();
    throw new Trouble.BadInput(
        new Place(name, 0, 0), Problem.of("FILE_CHANGED").with("file", name));
  }

  private void begin(Unit unit) {
    // What is all or nothing has nothing to go on from.
    baton =
        plan.strict()
            ? Baton.fresh(unit, plan.named(), plan.clock())
            : Baton.take(unit, plan.named(), plan.clock());
    tally = baton.tally();
    before = tally.read();
    rejectsBytes = baton.rejectsBytes();
  }

  /**
   * Passes over what is done. Items come in the same order whenever the same file is read, and a
   * batch is committed with the number of rows up to its end; so nothing is decided twice, and a row
   * that was rejected stays so although it might be accepted by now.
   */
  private static void passOver(Items items, long rows) {
    var passed = 0L;
    while (passed < rows) {
      passed += items.next().orElseThrow().rows().size();
    }
    Invariant.holds(passed == rows, "a run was left amid an item");
  }

  private void book(Unit unit, Batch<R> batch, Rejects rejects) {
    baton.hold(unit, tally);
    var counted = plan.ceiling().isNone() ? batch.book(unit, tally) : bookSome(unit, batch);
    // The rejects are on disk before their batch is committed, and what is beyond the committed
    // length is cut off by whoever continues: so file and ledger agree after any end.
    rejects.goTo(rejectsBytes);
    batch.eachRejected(rejects::add);
    rejects.flush();
    baton.pass(unit, "running", counted, rejects.bytes());
  }

  /** Books up to the item that is one rejected row too many, and leaves the ones after it alone. */
  private Tally bookSome(Unit unit, Batch<R> batch) {
    var attempt = new Attempt(unit);
    var counted = batch.book(unit, tally);
    var last = batch.exceeding(plan.ceiling(), tally);
    if (last.isPresent()) {
      stopped = true;
      attempt.undo();
      batch.keep(last.getAsInt() + 1);
      counted = batch.book(unit, tally);
    }
    attempt.keep();
    return counted;
  }

  private void count(Batch<R> batch, Rejects rejects) {
    tally = batch.tally();
    rejectsBytes = rejects.bytes();
    batch.eachRejected(
        (_, rejected) -> {
          if (findings.size() < TOLD) findings.add(rejected.finding());
        });
    plan.watcher().at(table.reader().bytesRead(), tally.read());
  }

  private void end(Unit unit, Rejects rejects) {
    baton.hold(unit, tally);
    rejects.goTo(rejectsBytes);
    var state = stopped ? "stopped" : tally.rejected() > 0 ? "partial" : "done";
    baton.pass(unit, state, tally, rejectsBytes);
  }
}
