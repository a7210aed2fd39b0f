package dev.kopilka.ledger.earn;

import dev.kopilka.model.Standing;
import dev.kopilka.model.Standing.Basis;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import dev.kopilka.model.value.Days;
import dev.kopilka.program.Due;
import dev.kopilka.program.earn.Validity;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.program.privilege.TierLevel;
import dev.kopilka.program.privilege.Window;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Which level of the ladder a member has reached. Up at once; down only at the day's close after
 * validity and grace.
 */
public final class Tiers {
  private final TierLadder ladder;
  private final Account account;
  private final History history;

  /** The history must reach back to {@link #windowStart} of every day that is asked for. */
  public Tiers(TierLadder ladder, Account account, History history) {
    this.ladder = ladder;
    this.account = account;
    this.history = history;
  }

  /** A standing that should begin. */
  public record Next(String tier, LocalDate from, LocalDate until) {}

  /** The level that what counts in the window of the day reaches. */
  public TierLevel reached(LocalDate day) {
    var from = windowStart(ladder, latest(), day);
    var amount =
        switch (ladder.by()) {
          case POINTS -> history.points(from, day);
          case SPEND -> history.spend(from, day);
          case VISITS -> history.visits(from, day);
        };
    return ladder.reachedBy(Math.max(0, amount));
  }

  /**
   * The first day that counts on the day. A late event is judged by the window of its own day.
   *
   * @param latest the member's last standing, for the window that begins with it
   */
  public static LocalDate windowStart(
      TierLadder ladder, Optional<Standing> latest, LocalDate day) {
    return switch (ladder.window()) {
      case Window.CalendarYear _ -> day.with(TemporalAdjusters.firstDayOfYear());
      case Window.Rolling rolling -> day.minus(rolling.period()).plusDays(1);
      case Window.Lifetime _ -> Validity.ANCIENT;
      case Window.SinceChange _ -> latest.map(Standing::from).orElse(Validity.ANCIENT);
    };
  }

  /**
   * The first rise that the events of the day, or of a later one, have earned. A late event counts
   * in the windows of the days after it too.
   */
  public Optional<Next> rise(LocalDate since) {
    return rise(since, Days.NEVER);
  }

  /** The first rise since the day that the last standing has earned while it lasts. */
  public Optional<Next> riseWithin(LocalDate since) {
    var due = Due.standing(account, ladder);
    return rise(since, Days.isNever(due) ? due : due.minusDays(1));
  }

  private Optional<Next> rise(LocalDate since, LocalDate last) {
    for (var day : history.days(since, last)) {
      var next = riseOn(day.date());
      if (next.isPresent()) return next;
    }
    return Optional.empty();
  }

  private Optional<Next> riseOn(LocalDate day) {
    var reached = reached(day);
    if (ladder.rank(reached.code()) <= rankNow()) return Optional.empty();
    // A late event cannot begin a standing before the one that is there already.
    var from = latest().map(Standing::from).filter(day::isBefore).orElse(day);
    return Optional.of(new Next(reached.code(), from, until(from.plus(ladder.validity()))));
  }

  /** What follows on a standing whose validity and grace are over by the day. */
  public Optional<Next> renewal(LocalDate day) {
    if (latest().isEmpty() || Days.isNever(latest().get().until())) return Optional.empty();
    var ended = latest().get().until().plus(ladder.grace());
    if (!ended.isBefore(day)) return Optional.empty();
    var from = ended.plusDays(1);
    var last = latest().get().until();
    // The grace is a second chance: it takes nothing away from who had reached the level in time.
    var reached =
        Math.max(ladder.rank(reached(last).code()), ladder.rank(reached(ended).code()));
    var down =
        switch (ladder.down()) {
          case ONE_STEP -> Math.max(reached, rankNow() - 1);
          case RE_EVALUATE -> reached;
        };
    // What was given by hand is a floor until it is released.
    var rank = Math.clamp(Math.max(down, floor()), 0, ladder.levels().size() - 1);
    // A year's standing follows on the year before it, however long the grace was.
    var begin = ladder.window() instanceof Window.CalendarYear ? last : from;
    var until = rank <= floor() ? Days.NEVER : until(begin.plus(ladder.validity()));
    return Optional.of(new Next(ladder.levels().get(rank).code(), from, until));
  }

  /** What stands on once the tier given by hand is released: what was earned meanwhile, or is now. */
  public Next released(LocalDate day) {
    var standing = latest().orElseThrow();
    var from = standing.from().isAfter(day) ? standing.from() : day;
    if (standing.basis() == Basis.RULE && rankNow() > floor()) {
      return new Next(standing.tier(), from, standing.until());
    }
    var rank = ladder.rank(reached(day).code());
    var until = rank == 0 ? Days.NEVER : until(from.plus(ladder.validity()));
    return new Next(ladder.levels().get(rank).code(), from, until);
  }

  /** Place of the tier that was given by hand and not released, 0 when there is none. */
  public int floor() {
    return rank(account.granted());
  }

  private LocalDate until(LocalDate last) {
    return ladder.window() instanceof Window.CalendarYear
        ? last.with(TemporalAdjusters.lastDayOfYear())
        : last;
  }

  private Optional<Standing> latest() {
    var standings = account.standings();
    return standings.isEmpty() ? Optional.empty() : Optional.of(standings.getLast());
  }

  /** Place of the tier that the member has by the last standing. */
  public int rankNow() {
    return rank(latest());
  }

  private int rank(Optional<Standing> standing) {
    return standing
        .flatMap(one -> ladder.level(one.tier()))
        .map(level -> ladder.rank(level.code()))
        .orElse(0);
  }
}
