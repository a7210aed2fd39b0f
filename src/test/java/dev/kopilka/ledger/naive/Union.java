package dev.kopilka.ledger.naive;

import static dev.kopilka.ledger.naive.Person.Place.FREE;
import static dev.kopilka.ledger.naive.Person.Place.GONE;

import dev.kopilka.ledger.naive.Person.Parcel;
import dev.kopilka.ledger.naive.Person.Point;
import dev.kopilka.ledger.naive.Person.Tenure;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.Programme;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What concerns two: points given away, two cards of one person, and their parting. */
final class Union {
  private final Programme programme;
  private final LocalDate day;
  private final Set<Refusal> reasons;
  private final Person source;
  private final Person target;

  Union(Programme programme, LocalDate day, Set<Refusal> reasons, Person source, Person target) {
    this.programme = programme;
    this.day = day;
    this.reasons = reasons;
    this.source = source;
    this.target = target;
  }

  /** What a merge did, to be undone. */
  static final class Merged {
    Person target;
    final List<Moved> moved = new ArrayList<>();
    long debt;
    long owed;
    List<Point> paid = List.of();
    int uses;
    int undone;
    int tenuresBefore;
    int tenuresAfter;
    Tenure floor;
    Tenure floorBefore;
    long[] sums;
  }

  /** A parcel's points as they went, and the parcel that they became, less what a debt took. */
  private record Moved(List<Point> points, Parcel from, Parcel to, long opened) {}

  Runnable transfer(long points) {
    var most = programme.transfer().perMonth();
    if (most.isEmpty()) {
      reasons.add(Refusal.TRANSFER_NOT_OFFERED);
      return null;
    }
    if (points <= 0) reasons.add(Refusal.NOTHING_TO_SPEND);
    if (points > source.available(day)) reasons.add(Refusal.POINTS_INSUFFICIENT);
    var month = YearMonth.from(day);
    var given = source.transferred.getOrDefault(month, 0L);
    if (given + points > most.getAsLong()) reasons.add(Refusal.TRANSFER_LIMIT);
    return () -> {
      source.uses++;
      source.transferred.merge(month, points, Long::sum);
      for (var group : parcels(source.first(day, points))) {
        for (var point : group) point.place = GONE;
        credit(group.getFirst().parcel, group.size());
      }
    };
  }

  private Parcel credit(Parcel as, long points) {
    var dates = new LocalDate[] {as.earned, as.active, as.expires};
    return target.credit(as.rule, points, dates);
  }

  /** The points by parcel, in their order. */
  private static List<List<Point>> parcels(List<Point> points) {
    var groups = new ArrayList<List<Point>>();
    for (var point : points) {
      if (groups.isEmpty() || groups.getLast().getFirst().parcel != point.parcel) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(point);
    }
    return groups;
  }

  Runnable merge(Memory memory) {
    if (source.reserves.stream().anyMatch(reserve -> !reserve.ended)) {
      reasons.add(Refusal.HOLDS_OPEN);
    }
    return () -> {
      var merged = new Merged();
      merged.target = target;
      merged.uses = target.uses;
      merged.undone = target.undoneFor.size();
      memory.merged = merged;
      moveParcels(merged);
      moveDebt(merged);
      moveTiers(merged);
      moveSums(merged);
      source.mergedInto = target;
      target.joined.add(source);
    };
  }

  private void moveParcels(Merged merged) {
    var going =
        source.points.stream()
            .filter(point -> point.place == FREE && !day.isAfter(point.parcel.expires))
            .sorted(
                Comparator.comparing((Point point) -> point.parcel.expires)
                    .thenComparing(point -> point.parcel.earned)
                    .thenComparing(point -> point.parcel.order))
            .toList();
    for (var group : parcels(going)) {
      for (var point : group) point.place = GONE;
      var from = group.getFirst().parcel;
      var debt = target.debt;
      from.movedTo = credit(from, group.size());
      merged.moved.add(
          new Moved(group, from, from.movedTo, group.size() - (debt - target.debt)));
    }
  }

  private void moveDebt(Merged merged) {
    merged.debt = source.debt;
    merged.paid = target.first(day, source.debt);
    for (var point : merged.paid) point.place = GONE;
    merged.owed = source.debt - merged.paid.size();
    target.debt += merged.owed;
    source.debt = 0;
  }

  private void moveTiers(Merged merged) {
    var ladder = new Ladder(programme, target);
    merged.tenuresBefore = target.tenures.size();
    merged.floorBefore = target.floor;
    var higher = new Ladder(programme, source).now() > ladder.now() ? source : target;
    var best = higher.tenures.isEmpty() ? null : higher.tenures.getLast();
    if (rank(ladder, source.floor) > rank(ladder, target.floor)) {
      ladder.give(source.floor.tier(), day);
      merged.floor = target.floor;
    }
    if (rank(ladder, best) > ladder.now()) ladder.keep(best.tier(), best.until(), day);
    merged.tenuresAfter = target.tenures.size();
  }

  private static int rank(Ladder ladder, Tenure tenure) {
    return tenure == null ? 0 : Math.max(0, ladder.index(tenure.tier()));
  }

  private void moveSums(Merged merged) {
    merged.sums =
        new long[] {
          source.earned, source.redeemed, source.expired, source.purchases, source.spend
        };
    add(source, merged.sums, -1);
    add(target, merged.sums, 1);
  }

  private static void add(Person person, long[] sums, int sign) {
    person.earned += sign * sums[0];
    person.redeemed += sign * sums[1];
    person.expired += sign * sums[2];
    person.purchases += sign * sums[3];
    person.spend += sign * sums[4];
  }

  Runnable unmerge(Memory memory) {
    var merged = memory.merged;
    if (source.mergedInto == null || memory.reversed) {
      reasons.add(Refusal.ALREADY_UNMERGED);
      return null;
    }
    if (isSpent(merged)) reasons.add(Refusal.SPENT_SINCE);
    return () -> {
      memory.reversed = true;
      target.debt -= merged.owed;
      for (var point : merged.paid) {
        point.place = FREE;
        target.points.add(point);
      }
      source.debt += merged.debt;
      for (var moved : merged.moved) goBack(moved);
      tiersBack(merged);
      add(target, merged.sums, -1);
      add(source, merged.sums, 1);
      source.mergedInto = null;
      target.joined.remove(source);
    };
  }

  private boolean isSpent(Merged merged) {
    if (target.uses != merged.uses) return true;
    for (var whose : target.undoneFor.subList(merged.undone, target.undoneFor.size())) {
      for (var one = whose; one != null; one = one.mergedInto) if (one == source) return true;
    }
    if (merged.debt > 0 && target.debt != merged.owed) return true;
    return merged.moved.stream()
        .anyMatch(moved -> free(moved.to()).size() + moved.to().lapsed != moved.opened());
  }

  private List<Point> free(Parcel parcel) {
    return target.points.stream()
        .filter(point -> point.parcel == parcel && point.place == FREE)
        .toList();
  }

  private void goBack(Moved moved) {
    var there = free(moved.to());
    for (var point : there) point.place = GONE;
    var settled = moved.points().size() - moved.opened();
    target.debt += settled;
    for (var point : moved.points().subList(0, there.size() + (int) settled)) {
      point.place = FREE;
      source.points.add(point);
    }
    var isThere = !there.isEmpty();
    if (isThere && moved.to().expires.isAfter(moved.from().expires)) {
      moved.from().expires = moved.to().expires;
    }
    moved.from().movedTo = null;
    target.sweep();
  }

  private void tiersBack(Merged merged) {
    var ladder = new Ladder(programme, target);
    var isUntouched =
        merged.tenuresAfter > merged.tenuresBefore
            && target.tenures.size() == merged.tenuresAfter;
    var isFloor = merged.floor != null && target.floor == merged.floor;
    if (!isUntouched && !isFloor) return;
    var before = target.tenures.subList(0, merged.tenuresBefore);
    var lowest = new Tenure(ladder.lowest(), day, LocalDate.of(9999, 12, 31), true);
    var next =
        !isUntouched ? ladder.released(day) : before.isEmpty() ? lowest : before.getLast();
    if (isFloor) {
      ladder.end(next, day);
      if (merged.floorBefore != null) ladder.give(merged.floorBefore.tier(), day);
    }
    if (target.tenures.getLast().tier().equals(next.tier())) return;
    if (!isFloor || rank(ladder, next) > ladder.now()) {
      ladder.keep(next.tier(), next.until(), day);
    }
  }
}
