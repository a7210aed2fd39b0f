package dev.kopilka.bulk;

import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.group.Ahead;
import dev.kopilka.bulk.group.Items;
import dev.kopilka.bulk.order.Findings;
import dev.kopilka.bulk.order.MemberNumbers;
import dev.kopilka.bulk.order.Scale;
import dev.kopilka.bulk.order.Sequence;
import dev.kopilka.bulk.order.Sequencing;
import dev.kopilka.bulk.run.Baton;
import dev.kopilka.model.value.Invariant;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.Attempt;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One run over one file: batches of rows are made requests, booked in a transaction each together
 * with the run's record, and what was refused is written to the rejects. A strict run and a dry one
 * are a single transaction. A run that was killed is continued after its last committed batch.
 *
 * @param <R> what the file asks for
 */
public final class Import<R> {
  private final Table table;
  private final Trade<R> trade;
  private final Plan plan;
  private final Scale scale;
  private Findings findings = new Findings();
  private Optional<Rejects> told = Optional.empty();
  private Baton baton;
  private Sequence sequence;
  private Tally tally = Tally.NONE;
  private Tally booked = Tally.NONE;
  private long before;
  private long rejectsBytes;
  private int slice;
  private boolean stopped;

  public Import(Table table, Trade<R> trade, Plan plan) {
    this(table, trade, plan, Scale.USUAL);
  }

  Import(Table table, Trade<R> trade, Plan plan, Scale scale) {
    this.table = table;
    this.trade = trade;
    this.plan = plan;
    this.scale = scale;
  }

  /** Whether its items came member by member, once it has run. */
  boolean isByMember() {
    return sequence.isByMember();
  }

  /** Runs it. Throws {@link Trouble.BadInput} when a strict run was undone. */
  public Summary run(Database database) {
    var began = plan.clock().millis();
    database.enlarge();
    if (!plan.isOneUnit()) {
      return run(began, (large, work) -> inOneOfItsOwn(database, large, work));
    }
    // Nothing of a dry run stays, and a later batch must still see what an earlier one did.
    return database.write(
        plan.dryRun(),
        unit -> {
          startOver();
          return run(began, (_, work) -> work.accept(unit));
        });
  }

  private Summary run(long began, Units units) {
    try (var rejects = new Rejects(plan.rejects(), table.reader(), plan.words())) {
      told = Optional.of(rejects);
      inUnits(units, rejects);
      var millis = plan.clock().millis() - began;
      var rejected = new Summary.Rejected(rejects.name(), rejects.isPartial());
      return new Summary(
          baton.run(), table.shownName(), tally, before, millis, rejected, stopped);
    }
  }

  /** Forgets what an attempt has done that lost a race or its link, and reads the file from its start. */
  private void startOver() {
    if (told.isEmpty()) return;
    told.get().discard();
    table.restart();
    findings = new Findings();
    baton = null;
    booked = Tally.NONE;
    stopped = false;
  }

  private static void inOneOfItsOwn(Database database, boolean isLarge, Consumer<Unit> work) {
    Function<Unit, Boolean> all =
        unit -> {
          work.accept(unit);
          return true;
        };
    if (isLarge) database.writeAside(all);
    else database.writeKeyed(false, all);
  }

  /** Runs a piece of work in a transaction, its own or one that is open. */
  private interface Units {
    void write(boolean isLarge, Consumer<Unit> work);
  }

  private void inUnits(Units units, Rejects rejects) {
    units.write(false, this::begin);
    plan.watcher().begins(baton);
    var way = way(units);
    sequence = way.sequence;
    var isUncounted = sequence.isHelped() && !sequence.isByMember();
    way.booking.expect(isUncounted ? table.roughlyRows() : sequence.rows());
    passOver(sequence.items(), before);
    try (var items = sequence.items();
        var batches = new Ahead<>(() -> read(way, items), sequence.isHelped())) {
      for (var next = batches.next(); next.isPresent() && !stopped; next = batches.next()) {
        var stride = new Stride<>(next.get(), batches);
        units.write(sequence.isHelped(), unit -> book(unit, stride, rejects));
        batches.done();
        // Only what is committed is counted: a batch that is tried again counts once.
        count(booked, rejects);
      }
    }
    stopped |= plan.ceiling().isExceededAtEnd(tally);
    if (sequence.isByMember()) {
      rejects.goTo(rejectsBytes);
      rejects.sort();
    }
    if (plan.strict()) undoUnlessSound();
    units.write(false, unit -> end(unit, rejects));
  }

  /** All or nothing of a file means of one file: it must be what it was when it was opened. */
  private void undoUnlessSound() {
    if (tally.rejected() > 0) throw new Trouble.BadInput(findings.first(), tally.rejected());
    if (!table.hasChanged()) return;
    var name = table.shownName();
    throw new Trouble.BadInput(
        new Place(name, 0, 0), Problem.of("FILE_CHANGED").with("file", name));
  }

  /** How rows are made requests, where these are booked, and in which order. */
  private record Way<R>(Form<R> form, Booking<R> booking, Sequence sequence) {}

  private Way<R> way(Units units) {
    var form = trade.form(baton.startedAt());
    var booking = trade.booking(baton.startedAt());
    var sequence = sequence(units, form, booking);
    if (sequence.isEmpty()) {
      table.gather();
      // A form goes by its reader, and that is another one now.
      return way(units);
    }
    if (table.isScattered()) plan.watcher().gathers();
    return new Way<>(form, booking, sequence.get());
  }

  /**
   * Where a ceiling may end the run amid the file, the rows before that end must be the file's.
   * Empty where lines of a receipt turn out to stand apart.
   */
  private Optional<Sequence> sequence(Units units, Form<R> form, Booking<R> booking) {
    if (!plan.ceiling().isNone()) return Optional.of(Sequence.asInFile(table.items()));
    if (!form.isByMember()) {
      return Optional.of(
          booking.isHelped() && table.roughlyRows() >= scale.worthSorting()
              ? Sequence.helped(table.items())
              : Sequence.asInFile(table.items()));
    }
    var numbers = new MemberNumbers[1];
    units.write(false, unit -> numbers[0] = MemberNumbers.load(unit, baton.lastMember()));
    var sequencing =
        new Sequencing(form, booking::isFreeOfOthers, numbers[0], scale.worthSorting());
    var isLarge = table.roughlyRows() >= scale.worthSorting();
    // Names that come on the way would be met by one thread and looked up by the other.
    return sequencing.of(table.watched(), isLarge && !table.reader().dialect().isOpenEnded());
  }

  private void begin(Unit unit) {
    slice = scale.slice(unit);
    // A link that is cut after the commit makes this a second attempt at what is done.
    if (baton != null && baton.isTaken(unit)) return;
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

  private Optional<Batch<R>> read(Way<R> way, Items items) {
    var most = sequence.isHelped() ? slice : scale.batch();
    var batch = new Batch<>(way.form, way.booking, table.binding(), most);
    return batch.read(items) ? Optional.of(batch) : Optional.empty();
  }

  /** A batch, and where those come from that may be booked in the same transaction. */
  private record Stride<R>(Batch<R> first, Ahead<Batch<R>> batches) {}

  private void book(Unit unit, Stride<R> stride, Rejects rejects) {
    // What an earlier attempt has booked and counted is what is booked.
    if (!baton.hold(unit, tally)) return;
    stride.batches.attempt(unit.holdsRows());
    stride.first.begin();
    // The rejects are on disk before their batch is committed, and what is beyond the committed
    // length is cut off by whoever continues: so file and ledger agree after any end.
    rejects.goTo(rejectsBytes);
    booked =
        plan.ceiling().isNone()
            ? bookAll(unit, stride, rejects)
            : bookSome(unit, stride.first, rejects);
    rejects.flush();
    baton.pass(unit, "running", booked, rejects.bytes());
  }

  /** Books the batch, and in a large ledger the next ones in the same breath. */
  private Tally bookAll(Unit unit, Stride<R> stride, Rejects rejects) {
    var most = tally.read() + scale.rows(unit, sequence.isHelped());
    var counted = tally;
    var next = Optional.of(stride.first);
    while (next.isPresent()) {
      var batch = next.get();
      counted = batch.book(unit, counted);
      reject(batch, rejects);
      next = counted.read() < most ? stride.batches.next() : Optional.empty();
      if (next.isEmpty()) batch.finish(unit);
      batch.rest();
    }
    return counted;
  }

  /** Books up to the item that is one rejected row too many, and leaves the ones after it alone. */
  private Tally bookSome(Unit unit, Batch<R> batch, Rejects rejects) {
    var attempt = new Attempt(unit);
    var counted = batch.book(unit, tally);
    batch.finish(unit);
    var last = batch.exceeding(plan.ceiling(), tally);
    if (last.isPresent()) {
      stopped = true;
      attempt.undo();
      batch.keep(last.getAsInt() + 1);
      counted = batch.book(unit, tally);
      batch.finish(unit);
    }
    attempt.keep();
    reject(batch, rejects);
    return counted;
  }

  private void reject(Batch<R> batch, Rejects rejects) {
    batch.eachRejected(
        (item, rejected) -> {
          rejects.add(item, rejected);
          findings.add(item, rejected.finding());
        });
  }

  private void count(Tally committed, Rejects rejects) {
    tally = committed;
    rejectsBytes = rejects.bytes();
    var share = sequence.rows() == 0 ? 0 : (double) tally.read() / sequence.rows();
    var bytes = share == 0 ? table.reader().bytesRead() : (long) (share * table.size());
    plan.watcher().at(bytes, tally.read());
  }

  private void end(Unit unit, Rejects rejects) {
    if (!baton.hold(unit, tally)) return;
    rejects.goTo(rejectsBytes);
    var state = stopped ? "stopped" : tally.rejected() > 0 ? "partial" : "done";
    baton.pass(unit, state, tally, rejectsBytes);
    plan.watcher().ended(unit);
  }
}
