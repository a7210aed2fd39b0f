package dev.kopilka.report.cohort;

import dev.kopilka.model.EventKind;
import dev.kopilka.report.Periods;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts cohorts in one walk over the members and one over what they bought. Both come by member, so
 * one person is held at a time; only those with several cards wait until all is read.
 */
public final class Cohorts {
  /** What puts a member into the cohort of a month. */
  public enum By {
    ENROLMENT,
    FIRST_PURCHASE
  }

  /**
   * What is asked.
   *
   * @param months from the first enrolment through the last day that counts
   * @param withActivities whether an activity makes a member active, as a purchase does
   */
  public record Terms(Periods months, By by, boolean withActivities) {}

  private final Terms terms;
  private final int count;
  private final Map<Integer, Tally> tallies = new TreeMap<>();
  private final Members members = new Members();
  private final Map<Long, Long> merged = new HashMap<>();
  private final Set<Long> several = new HashSet<>();
  private final Map<Long, Person> waiting = new TreeMap<>();
  private final Person person;
  private int at;
  private long current = Long.MIN_VALUE;
  private Person holder;

  private Cohorts(Terms terms) {
    this.terms = terms;
    this.count = terms.months.count();
    this.person = new Person(count);
    this.holder = person;
  }

  /** The cohorts that have members, in order. */
  public static List<Cohort> read(Unit unit, Terms terms) {
    var cohorts = new Cohorts(terms);
    var reports = new Reports(unit);
    reports.ask("enrolled").eachAtOnce(cohorts::enrol);
    cohorts.several.addAll(cohorts.merged.values());
    cohorts.several.addAll(cohorts.merged.keySet());
    // Where activities are not wanted, the third kind that is asked for is one of the other two.
    var also = terms.withActivities ? EventKind.ACTIVITY : EventKind.PURCHASE;
    reports
        .ask("buying")
        .with("also", also.number())
        .with("until", terms.months.end())
        .eachAtOnce(cohorts::add);
    while (cohorts.at < cohorts.members.size()) cohorts.next();
    cohorts.waiting.values().forEach(cohorts::tally);
    return cohorts.list();
  }

  private void enrol(Row row) {
    members.add(row.number(1), month(row.number(2)));
    if (row.number(3) != 0) merged.put(row.number(1), row.number(3));
  }

  private void add(Row row) {
    var member = row.number(1);
    if (member != current) {
      current = member;
      while (members.number(at) != member) next();
      holder = holder(member);
    }
    var kind = EventKind.of((int) row.number(2));
    holder.add(kind, month(row.number(3)), row.number(4));
  }

  /** Nothing was before the first month, if only by a zone that was another one then. */
  private int month(long millis) {
    return Math.max(0, terms.months.of(millis));
  }

  /** All is known of the member at hand. */
  private void next() {
    var done = holder(members.number(at));
    done.enrol(members.month(at++));
    if (done != person) return;
    tally(person);
    person.clear();
  }

  /** Somebody who has not begun by the last day is in no cohort. */
  private void tally(Person known) {
    var start = known.start(terms.by);
    if (start >= count) return;
    known.into(tallies.computeIfAbsent(start, month -> new Tally(count - month)), start);
  }

  private Person holder(long member) {
    if (!several.contains(member)) return person;
    var now = member;
    while (merged.containsKey(now)) now = merged.get(now);
    return waiting.computeIfAbsent(now, _ -> new Person(count));
  }

  private List<Cohort> list() {
    var list = new ArrayList<Cohort>();
    tallies.forEach(
        (start, tally) -> {
          var month = YearMonth.from(terms.months.get(start).from());
          list.add(new Cohort(month, tally.members, tally.active, tally.revenue));
        });
    return list;
  }
}
