package dev.kopilka.ledger.naive;

import dev.kopilka.ledger.naive.Person.Tenure;
import dev.kopilka.program.Programme;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.program.privilege.TierLadder.Down;
import dev.kopilka.program.privilege.Window;
import java.time.LocalDate;
import java.util.TreeSet;

/** The tiers by plain loops: up on the day that earned it, down after validity and grace. */
final class Ladder {
  private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

  private final Programme programme;
  private final TierLadder ladder;
  private final Person person;

  Ladder(Programme programme, Person person) {
    this.programme = programme;
    this.ladder = programme.tiers().orElse(null);
    this.person = person;
  }

  String on(LocalDate day) {
    if (ladder == null) return "";
    var tier = ladder.levels().getFirst().code();
    for (var tenure : person.tenures) {
      if (!tenure.from().isAfter(day) && index(tenure.tier()) >= 0) tier = tenure.tier();
      else if (!tenure.from().isAfter(day)) tier = ladder.levels().getFirst().code();
    }
    return tier;
  }

  int index(String tier) {
    for (var i = 0; i < ladder.levels().size(); i++) {
      if (ladder.levels().get(i).code().equals(tier)) return i;
    }
    return -1;
  }

  int now() {
    return person.tenures.isEmpty() ? 0 : Math.max(0, index(person.tenures.getLast().tier()));
  }

  private int reached(LocalDate day) {
    var sum = 0L;
    for (var deed : person.allDeeds()) {
      if (!counts(deed.day(), day)) continue;
      switch (ladder.by()) {
        case SPEND -> sum += deed.spend();
        case VISITS -> sum += deed.visits();
        case POINTS -> {}
      }
    }
    for (var gain : person.allGains()) {
      if (ladder.by() == TierLadder.Measure.POINTS && counts(gain.day(), day)) sum += gain.points();
    }
    var reached = 0;
    for (var i = 0; i < ladder.levels().size(); i++) {
      if (sum >= ladder.levels().get(i).from()) reached = i;
    }
    return reached;
  }

  private boolean counts(LocalDate deed, LocalDate day) {
    if (deed.isAfter(day)) return false;
    return switch (ladder.window()) {
      case Window.CalendarYear _ -> deed.getYear() == day.getYear();
      case Window.Rolling rolling -> deed.isAfter(day.minus(rolling.period()));
      case Window.Lifetime _ -> true;
      case Window.SinceChange _ ->
          person.tenures.isEmpty() || !deed.isBefore(person.tenures.getLast().from());
    };
  }

  /**
   * Up on each day from the first on, on which something happened that earned it.
   *
   * @param within only as long as the standing holds; what comes later waits for its renewal
   */
  void rise(LocalDate first, boolean within) {
    if (ladder == null) return;
    var days = new TreeSet<LocalDate>();
    for (var deed : person.allDeeds()) days.add(deed.day());
    for (var gain : person.allGains()) days.add(gain.day());
    for (var day : days) {
      if (day.isBefore(first)) continue;
      if (within && !isNever() && day.isAfter(end())) return;
      var reached = reached(day);
      if (reached <= now()) continue;
      var from = day;
      if (!person.tenures.isEmpty() && person.tenures.getLast().from().isAfter(day)) {
        from = person.tenures.getLast().from();
      }
      begin(reached, from, endOfYear(from.plus(ladder.validity())));
    }
  }

  private boolean isNever() {
    return person.tenures.getLast().until().equals(NEVER);
  }

  private LocalDate end() {
    return person.tenures.getLast().until().plus(ladder.grace());
  }

  private void begin(int level, LocalDate from, LocalDate until) {
    person.tenures.add(new Tenure(ladder.levels().get(level).code(), from, until, true));
  }

  private LocalDate endOfYear(LocalDate day) {
    if (!(ladder.window() instanceof Window.CalendarYear)) return day;
    return LocalDate.of(day.getYear(), 12, 31);
  }

  /** Everything that the beginning of the day has ended, oldest first. */
  void fall(LocalDate day) {
    while (ladder != null && !person.tenures.isEmpty()) {
      var latest = person.tenures.getLast();
      if (isNever()) return;
      var end = end();
      if (!end.isBefore(day)) return;
      var level = Math.max(reached(latest.until()), reached(end));
      if (ladder.down() == Down.ONE_STEP) level = Math.max(level, now() - 1);
      level = Math.max(level, floor());
      var from = end.plusDays(1);
      var until = from.plus(ladder.validity());
      if (ladder.window() instanceof Window.CalendarYear) {
        until = endOfYear(latest.until().plus(ladder.validity()));
      }
      begin(level, from, level <= floor() ? NEVER : until);
      rise(from, true);
    }
  }

  private int floor() {
    return person.floor == null ? 0 : Math.max(0, index(person.floor.tier()));
  }

  /** A standing cannot begin before the one that is there. */
  private LocalDate begin(LocalDate day) {
    if (person.tenures.isEmpty()) return day;
    var last = person.tenures.getLast().from();
    return last.isAfter(day) ? last : day;
  }

  void give(String tier, LocalDate day) {
    person.floor = new Tenure(tier, begin(day), NEVER, false);
    person.tenures.add(person.floor);
  }

  void keep(String tier, LocalDate until, LocalDate day) {
    person.tenures.add(new Tenure(tier, begin(day), until, true));
  }

  /** The tier given by hand ends with what was earned meanwhile, or with what is reached now. */
  void release(LocalDate day) {
    end(released(day), day);
  }

  void end(Tenure next, LocalDate day) {
    person.tenures.add(new Tenure(next.tier(), begin(day), next.until(), false));
    person.floor = null;
  }

  Tenure released(LocalDate day) {
    var last = person.tenures.getLast();
    if (last.byRule() && now() > floor()) return last;
    var level = reached(day);
    var until = level == 0 ? NEVER : endOfYear(begin(day).plus(ladder.validity()));
    return new Tenure(ladder.levels().get(level).code(), begin(day), until, false);
  }

  String lowest() {
    return ladder.levels().getFirst().code();
  }
}
