package dev.kopilka.segment.lifecycle;

import dev.kopilka.model.EventKind;
import dev.kopilka.program.lifecycle.ClubTerms;
import dev.kopilka.program.lifecycle.LifecycleTerms;
import dev.kopilka.segment.AsOf;
import dev.kopilka.segment.lifecycle.Happenings.Happening;
import dev.kopilka.segment.lifecycle.Life.Contract;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Rows;
import dev.kopilka.store.rows.MemberRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Everybody who has ever taken part, one at a time, in the order of enrolment. What was done with a
 * card that was merged into another one belongs to the member who has it now, and so do its days.
 */
public final class Lives implements AutoCloseable {
  private final LifecycleTerms terms;
  private final AsOf asOf;
  private final Rows members;
  private final Happenings happenings;
  private final Map<Long, List<Happening>> inherited = new HashMap<>();
  private final Map<Long, Long> earliest = new HashMap<>();
  private final Life life = new Life();

  /** Only what occurred by the moment is read; stages may be asked for on any day up to its own. */
  public Lives(Unit unit, LifecycleTerms terms, AsOf asOf) {
    this.terms = terms;
    this.asOf = asOf;
    inherit(unit);
    members = new Reports(unit).ask("lives").rows();
    happenings = Happenings.ofAll(unit, terms, asOf);
  }

  /** Merged cards are few, so what was done with them is read beforehand. */
  private void inherit(Unit unit) {
    var merged = new MemberRows(unit).merged();
    if (merged.isEmpty()) return;
    var enrolments = new TreeMap<Long, Long>();
    new Reports(unit)
        .ask("lives_merged")
        .each(row -> enrolments.put(row.number(1), row.number(2)));
    try (var done = Happenings.ofMerged(unit, terms, asOf)) {
      for (var card : enrolments.entrySet()) {
        var now = card.getKey();
        while (merged.containsKey(now)) now = merged.get(now);
        earliest.merge(now, card.getValue(), Math::min);
        inherited.computeIfAbsent(now, _ -> new ArrayList<>()).addAll(done.of(card.getKey()));
      }
    }
  }

  /** Hands over everybody; the same object each time, so nobody may keep it. */
  void each(Consumer<Life> reader) {
    while (step()) reader.accept(life);
  }

  /** The member stepped to. */
  Life life() {
    return life;
  }

  /** Steps to the next member who was enrolled by the moment, the first one at first. */
  boolean step() {
    while (members.next()) {
      var row = members.row();
      var member = row.number(1);
      var at = Math.min(row.number(3), earliest.getOrDefault(member, Long.MAX_VALUE));
      if (at > asOf.moment().toEpochMilli()) continue;
      life.begin(member, row.text(2), day(at));
      for (var happening : happenings.of(member)) take(happening);
      for (var happening : inherited.getOrDefault(member, List.of())) take(happening);
      return true;
    }
    return false;
  }

  private void take(Happening happening) {
    var day = day(happening.at());
    if (happening.kind() == EventKind.PURCHASE) life.purchases.add(day);
    else if (happening.kind() == EventKind.LEAVING) life.leave(day);
    else if (happening.kind() == EventKind.ACTIVITY) activity((ClubTerms) terms, happening, day);
    else contract((ClubTerms) terms, happening, day);
  }

  private void activity(ClubTerms club, Happening happening, int day) {
    var code = happening.subject();
    if (club.training().activities().contains(code)) life.trainings.add(day);
    if (club.isVisit(code)) life.visits.add(day);
    if (club.starter().activities().contains(code)) life.starters.add(day);
  }

  private void contract(ClubTerms club, Happening happening, int day) {
    var contract = new Contract(day, happening.starts(), happening.ends());
    if (club.training().contracts().contains(happening.subject())) life.lessons.add(contract);
    if (club.isMembership(happening.subject())) life.memberships.add(contract);
  }

  private int day(long millis) {
    return (int) Instant.ofEpochMilli(millis).atZone(asOf.zone()).toLocalDate().toEpochDay();
  }

  @Override
  public void close() {
    members.close();
    happenings.close();
  }
}
