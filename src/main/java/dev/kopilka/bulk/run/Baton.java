package dev.kopilka.bulk.run;

import dev.kopilka.bulk.Tally;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.RunRows;
import dev.kopilka.store.imports.RunRows.Counted;
import dev.kopilka.store.imports.RunRows.Named;
import dev.kopilka.store.imports.RunRows.Run;
import java.time.Clock;
import java.util.Optional;

/**
 * The right to book the next rows of a run. It is where the run's record says: who finds the record
 * further on than they left it has been overtaken by another process, and books nothing more.
 */
public final class Baton {
  private final Run run;
  private final Earlier earlier;
  private final Clock clock;
  private Optional<Counted> passed = Optional.empty();

  private Baton(Run run, Earlier earlier, Clock clock) {
    this.run = run;
    this.earlier = earlier;
    this.clock = clock;
  }

  /** The baton of the unfinished run over this very file, or of a new one. */
  public static Baton take(Unit unit, Named named, Clock clock) {
    var rows = new RunRows(unit);
    var unfinished = rows.unfinished(named);
    for (var run : unfinished) {
      if (!run.named().digest().equals(named.digest())) continue;
      return new Baton(run, new Earlier(Earlier.What.CONTINUED, run.run()), clock);
    }
    // A run that can no longer be continued is told about once.
    for (var run : unfinished) rows.setState(run.run(), "abandoned", clock.millis());
    var earlier =
        unfinished.isEmpty()
            ? Earlier.NONE
            : new Earlier(difference(named, unfinished.getFirst()), unfinished.getFirst().run());
    return new Baton(rows.begin(named, clock.millis()), earlier, clock);
  }

  /** The baton of a new run, whatever was left unfinished: one that is all or nothing. */
  public static Baton fresh(Unit unit, Named named, Clock clock) {
    return new Baton(new RunRows(unit).begin(named, clock.millis()), Earlier.NONE, clock);
  }

  private static Earlier.What difference(Named named, Run run) {
    return content(named).equals(content(run.named()))
        ? Earlier.What.READ_OTHERWISE
        : Earlier.What.FILE_CHANGED;
  }

  private static String content(Named named) {
    var digest = named.digest();
    var colon = digest.indexOf(':');
    return colon < 0 ? digest : digest.substring(0, colon);
  }

  public long run() {
    return run.run();
  }

  /** The moment at which all that the run records is recorded, however often it is continued. */
  public long startedAt() {
    return run.startedAt();
  }

  /** The highest number that a member had when the run first began. */
  public long lastMember() {
    return run.lastMember();
  }

  public Earlier earlier() {
    return earlier;
  }

  /** What was committed when the baton was taken. */
  public Tally tally() {
    var counted = run.counted();
    return new Tally(
        counted.read(),
        counted.accepted(),
        counted.duplicates(),
        counted.rejected(),
        counted.points());
  }

  /** Length of the file of rejects when the baton was taken. */
  public long rejectsBytes() {
    return run.counted().rejectsBytes();
  }

  /** Whether the run's record is as this baton was taken: then it need not be taken once more. */
  public boolean isTaken(Unit unit) {
    return new RunRows(unit).find(run.run()).filter(run::equals).isPresent();
  }

  /**
   * Keeps the run for this transaction; throws when another process has moved it on. False when it
   * was passed on already by an earlier attempt at the same, which was committed although its link
   * was cut before anybody heard so: then there is nothing left to do.
   */
  public boolean hold(Unit unit, Tally committed) {
    var rows = new RunRows(unit);
    if (rows.hold(run.run(), committed.read(), clock.millis())) return true;
    if (passed.isPresent() && rows.find(run.run()).map(Run::counted).equals(passed)) return false;
    throw new Trouble.Storage(Problem.of("RUN_TAKEN").with("run", run.run()), null);
  }

  /** Records how far the run is, with what is booked in the same transaction. */
  public void pass(Unit unit, String state, Tally tally, long rejectsBytes) {
    var counted =
        new Counted(
            state,
            clock.millis(),
            tally.read(),
            tally.accepted(),
            tally.duplicates(),
            tally.rejected(),
            tally.points(),
            rejectsBytes);
    new RunRows(unit).count(run.run(), counted);
    passed = Optional.of(counted);
  }
}
