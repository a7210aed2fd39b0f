package dev.kopilka.bulk;

import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.group.Items;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.model.value.Trouble.Finding;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.RunRows;
import dev.kopilka.store.imports.RunRows.Begun;
import dev.kopilka.store.imports.RunRows.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One run over one file: batches of rows are made requests, booked in a transaction each, and what
 * was refused is written to the rejects. A strict run and a dry one are a single transaction.
 *
 * @param <R> what the file asks for
 */
public final class Import<R> {
  /** Findings that a strict run keeps to tell; the rejects file has them all. */
  private static final int TOLD = 20;

  private final Table table;
  private final Form<R> form;
  private final Booking<R> booking;
  private final Plan plan;
  private final List<Finding> findings = new ArrayList<>();
  private Tally tally = Tally.NONE;
  private boolean stopped;

  public Import(Table table, Form<R> form, Booking<R> booking, Plan plan) {
    this.table = table;
    this.form = form;
    this.booking = booking;
    this.plan = plan;
  }

  /** Runs it. Throws {@link Trouble.BadInput} when a strict run was undone. */
  public Summary run(Database database) {
    var began = plan.clock().millis();
    try (var items = table.items();
        var rejects = new Rejects(plan.rejects(), table.reader(), plan.words())) {
      // Nothing of a dry run stays, and a later batch must still see what an earlier one did.
      var run =
          plan.strict() || plan.dryRun()
              ? database.write(
                  plan.dryRun(), unit -> inUnits(work -> work.apply(unit), items, rejects))
              : inUnits(work -> database.write(false, work), items, rejects);
      var millis = plan.clock().millis() - began;
      return new Summary(
          run, table.source().shownName(), tally, millis, rejects.name(), stopped);
    }
  }

  /** Runs a piece of work in a transaction, its own or one that is open. */
  private interface Units {
    long write(Function<Unit, Long> work);
  }

  private long inUnits(Units units, Items items, Rejects rejects) {
    var run = units.write(this::begin);
    var batch = new Batch<>(form, booking, table.binding());
    while (!stopped && batch.read(items)) {
      units.write(unit -> book(unit, run, batch));
      // Only what is committed is told and written: a batch that is tried again is told once.
      tell(batch, rejects);
      stopped = tally.rejected() > plan.maxRejects();
    }
    if (plan.strict() && tally.rejected() > 0) undo(rejects);
    units.write(unit -> end(unit, run));
    return run;
  }

  private long begin(Unit unit) {
    var kind = table.binding().kind().word();
    var begun =
        new Begun(kind, table.source().shownName(), plan.clock().millis(), plan.actor());
    return new RunRows(unit).begin(begun);
  }

  private long book(Unit unit, long run, Batch<R> batch) {
    new RunRows(unit).count(run, counted(batch.book(unit, tally), "running"));
    return run;
  }

  private long end(Unit unit, long run) {
    var state = stopped ? "stopped" : tally.rejected() > 0 ? "partial" : "done";
    new RunRows(unit).count(run, counted(tally, state));
    return run;
  }

  private Counted counted(Tally tally, String state) {
    return new Counted(
        state,
        plan.clock().millis(),
        tally.read(),
        tally.accepted(),
        tally.duplicates(),
        tally.rejected(),
        tally.points());
  }

  private void tell(Batch<R> batch, Rejects rejects) {
    tally = batch.tally();
    batch.eachRejected(
        (item, rejected) -> {
          if (findings.size() < TOLD) findings.add(rejected.finding());
          rejects.add(item, rejected);
        });
    rejects.flush();
    plan.watcher().at(table.reader().bytesRead(), tally.read());
  }

  private void undo(Rejects rejects) {
    rejects.flush();
    throw new Trouble.BadInput(findings, tally.rejected());
  }
}
