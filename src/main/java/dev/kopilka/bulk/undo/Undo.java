package dev.kopilka.bulk.undo;

import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.store.Database;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.RunEvents;
import dev.kopilka.store.imports.RunEvents.Mark;
import dev.kopilka.store.imports.RunRows;
import dev.kopilka.store.imports.RunRows.Run;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.MemberRows;
import dev.kopilka.store.rows.SettingRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Undoes what a run recorded, batch by batch, each event by one that compensates it. */
public final class Undo {
  private static final int BATCH = 1_000;

  /**
   * How it is done.
   *
   * @param kinds words of the kinds whose runs may be undone here
   * @param remains where to tell what cannot be undone
   * @param words tells a problem to a person
   */
  public record Plan(
      boolean dryRun,
      List<String> kinds,
      Pen pen,
      ProgrammeHistory programmes,
      Path remains,
      Function<Problem, String> words) {}

  private final Plan plan;
  private final Run run;
  private final EventKind kind;
  private Undone undone = Undone.NOTHING;
  private Mark mark = Mark.START;

  private Undo(Plan plan, Run run) {
    this.plan = plan;
    this.run = run;
    this.kind =
        Compensation.recorded(run.named().kind())
            .orElseThrow(() -> refused(Refusal.RUN_IRREVERSIBLE, run.run(), run.named().kind()));
  }

  /** The run of that number, to be undone; throws when there is none or nothing undoes it. */
  public static Undo of(Unit unit, long number, Plan plan) {
    var run = new RunRows(unit).find(number).filter(r -> plan.kinds.contains(r.named().kind()));
    if (run.isEmpty()) throw refused(Refusal.RUN_NOT_FOUND, number, "");
    return new Undo(plan, run.get());
  }

  private static Trouble.Refused refused(Refusal refusal, long run, String kind) {
    return new Trouble.Refused(
        refusal, Problem.of(refusal.name()).with("run", run).with("kind", kind));
  }

  public Run run() {
    return run;
  }

  /** Does it. Asked for again it finds everything undone and changes nothing. */
  public Undone done(Database database) {
    try (var remains = new Remains(plan.remains, plan.words)) {
      if (plan.dryRun) {
        // Nothing of it stays, and a later batch must still see what an earlier one did.
        database.write(true, unit -> inUnits(work -> work.accept(unit), remains));
      } else {
        inUnits(work -> inOneOfItsOwn(database, work), remains);
      }
      return undone.toldIn(remains.name());
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

  private interface Units {
    void write(Consumer<Unit> work);
  }

  /** What one batch came to. */
  private record Batch(Undone after, Mark mark, boolean isLast) {}

  private boolean inUnits(Units units, Remains remains) {
    units.write(this::begin);
    var more = true;
    while (more) {
      var batch = new ArrayList<Batch>();
      units.write(
          unit -> {
            // A transaction that is tried again starts over.
            batch.clear();
            remains.again();
            batch.add(batch(unit, remains));
          });
      undone = batch.getFirst().after();
      mark = batch.getFirst().mark();
      more = !batch.getFirst().isLast();
      remains.write();
    }
    units.write(this::end);
    return true;
  }

  /** A run that is being undone is not gone on with, not even if this is broken off. */
  private void begin(Unit unit) {
    // Before anything is undone: analyses look for what was undone only where this stands.
    new SettingRows(unit).put(SettingRows.UNDONE, "1");
    if (!run.counted().state().equals("running")) return;
    new RunRows(unit).setState(run.run(), "stopped", plan.pen.recordedAt());
  }

  private Batch batch(Unit unit, Remains remains) {
    var events = new RunEvents(unit, run, kind.number()).after(mark, BATCH);
    var requests = new ArrayList<Request>(events.size());
    for (var event : events) {
      requests.add(Compensation.of(event, run.run(), plan.pen.recordedAt()));
    }
    var answers = new Posting(unit, plan.programmes, plan.pen).post(requests);
    var after = undone;
    for (var i = 0; i < events.size(); i++) {
      after = after(after, answers.get(i), new Told(unit, events.get(i), remains));
    }
    var last = events.isEmpty() ? mark : mark(events.getLast());
    return new Batch(after, last, events.size() < BATCH);
  }

  private static Mark mark(Event event) {
    return new Mark(event.member(), event.number());
  }

  /** Where it is told what remains of an event. */
  private record Told(Unit unit, Event event, Remains remains) {
    void of(Problem problem) {
      var member = new MemberRows(unit).byNumber(event.member()).orElseThrow().code();
      remains.add(member, event, problem);
    }
  }

  private Undone after(Undone before, Answer answer, Told told) {
    return switch (answer) {
      case Answer.Repeated _ -> before.repeated();
      case Answer.Recorded(var post) -> {
        if (post.shortfall() > 0) told.of(shortfall(post.shortfall()));
        yield before.reverted(
            post.after().balance() - post.before().balance(), post.shortfall());
      }
      case Answer.Refused refused -> {
        // Goods that came back before need not come back again.
        var isBack =
            refused.refusal() == Refusal.ALREADY_RETURNED
                || refused.refusal() == Refusal.ALREADY_REVERSED;
        if (isBack) yield before.repeated();
        told.of(refused.problem());
        yield before.refusedOne();
      }
    };
  }

  private Problem shortfall(long points) {
    var last = plan.programmes.latest().orElseThrow().programme();
    return Problem.of("REVERT_SHORTFALL").with("points", last.points().counted(points));
  }

  private void end(Unit unit) {
    var at = plan.pen.recordedAt();
    if (undone.isWhole()) new RunRows(unit).setState(run.run(), "reverted", at);
    if (undone.reverted() == 0) return;
    var details = undone.reverted() + " of " + undone.events() + " events";
    new LogRows(unit)
        .add(
            new LogRows.Line(
                0, at, plan.pen.actor(), "import revert", String.valueOf(run.run()), details));
  }
}
