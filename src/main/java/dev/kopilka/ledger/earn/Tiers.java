package dev.kopilka.ledger.earn;

import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.History;
import dev.kopilka.model.value.Days;
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

  /** The rise that the day's events have earned, if any. */
  public Optional<Next> rise(LocalDate day) {
    var reached = reached(day);
    if (ladder.rank(reached.code()) <= rankNow()) return Optional.empty();
    // A late event cannot begin a standing before the one that is there already.
    var from = latest().map(Standing::from).filter(day::isBefore).orElse(day);
    return Optional.of(new Next(reached.code(), from, until(from)));
  }

  /** What follows on a standing whose validity and grace are over by the day. */
  public Optional<Next> renewal(LocalDate day) {
    if (latest().isEmpty() || Days.isNever(latest().get().until())) return Optional.empty();
    var ended = latest().get().until().plus(ladder.grace());
    if (!ended.isBefore(day)) return Optional.empty();
    var from = ended.plusDays(1);
    var reached = ladder.rank(reached(from.minusDays(1)).code());
    var down =
        switch (ladder.down()) {
          case ONE_STEP -> Math.max(reached, rankNow() - 1);
          case RE_EVALUATE -> reached;
        };
    var rank = Math.clamp(down, 0, ladder.levels().size() - 1);
    var until = rank == 0 ? Days.NEVER : until(from);
    return Optional.of(new Next(ladder.levels().get(rank).code(), from, until));
  }

  private LocalDate until(LocalDate from) {
    var last = from.plus(ladder.validity());
    return ladder.window() instanceof Window.CalendarYear
        ? last.with(TemporalAdjusters.lastDayOfYear())
        : last;
  }

  private Optional<Standing> latest() {
    var standings = account.standings();
    return standings.isEmpty() ? Optional.empty() : Optional.of(standings.getLast());
  }

  private int rankNow() {
    return latest()
        .flatMap(standing -> ladder.level(standing.tier()))
        .map(level -> ladder.rank(level.code()))
        .orElse(0);
  }
}
