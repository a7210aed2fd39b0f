package dev.kopilka.segment.lifecycle;

import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.program.lifecycle.Stage;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.flow.Flow;
import dev.kopilka.store.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The stages of a day: member by member, summed up, and as they changed from another day on. */
public final class Stages {
  private final Unit unit;
  private final LifecycleTerms terms;
  private final AsOf asOf;

  /** As of that moment; earlier days can be asked about, too. */
  public Stages(Unit unit, LifecycleTerms terms, AsOf asOf) {
    this.unit = unit;
    this.terms = terms;
    this.asOf = asOf;
  }

  /** How many members are in a stage, and in all of them. */
  public record Size(Stage stage, long members, long of) {}

  /** Who is handed over with the stage of a day. */
  public interface Reader {
    /**
     * Takes a member.
     *
     * @param member number in this ledger
     */
    void take(long member, Stage stage);
  }

  /**
   * The members one at a time, in the order of enrolment; whoever walks closes.
   *
   * @param only members of this stage, or of all
   */
  public Iterator<LifeRow> walk(Optional<Stage> only) {
    return new Walk(new Lives(unit, terms, asOf), Staging.on(asOf.day(), terms), only);
  }

  /** Hands over everybody who was enrolled by the moment. */
  public void each(Reader reader) {
    var staging = Staging.on(asOf.day(), terms);
    try (var lives = new Lives(unit, terms, asOf)) {
      lives.each(life -> reader.take(life.member(), staging.of(life)));
    }
  }

  /** A size for each stage of the programme, in their order. */
  public List<Size> sizes() {
    var counts = new EnumMap<Stage, Long>(Stage.class);
    each((_, stage) -> counts.merge(stage, 1L, Long::sum));
    var all = counts.values().stream().mapToLong(Long::longValue).sum();
    var sizes = new ArrayList<Size>();
    for (var stage : terms.stages()) sizes.add(new Size(stage, counts.getOrDefault(stage, 0L), all));
    return sizes;
  }

  /** Who was in which stage on that day, and is in which now. */
  public Flow since(LocalDate day) {
    var flow = new Flow(terms.stages(), terms.stages());
    var first = Staging.on(day, terms);
    var last = Staging.on(asOf.day(), terms);
    try (var lives = new Lives(unit, terms, asOf)) {
      lives.each(life -> flow.add(place(first.stage(life)), place(last.stage(life))));
    }
    return flow;
  }

  /** Where a flow counts the stage. */
  public int place(Optional<Stage> stage) {
    return stage.map(one -> terms.stages().indexOf(one)).orElse(Flow.NOWHERE);
  }

  private static final class Walk implements Iterator<LifeRow>, AutoCloseable {
    private final Lives lives;
    private final Staging staging;
    private final Optional<Stage> only;
    private Optional<LifeRow> next;

    Walk(Lives lives, Staging staging, Optional<Stage> only) {
      this.lives = lives;
      this.staging = staging;
      this.only = only;
      next = step();
    }

    private Optional<LifeRow> step() {
      while (lives.step()) {
        var stage = staging.of(lives.life());
        if (only.isPresent() && only.get() != stage) continue;
        return Optional.of(LifeRow.of(lives.life(), stage, staging.day()));
      }
      return Optional.empty();
    }

    @Override
    public boolean hasNext() {
      return next.isPresent();
    }

    @Override
    public LifeRow next() {
      var row = next.orElseThrow(NoSuchElementException::new);
      next = step();
      return row;
    }

    @Override
    public void close() {
      lives.close();
    }
  }
}
