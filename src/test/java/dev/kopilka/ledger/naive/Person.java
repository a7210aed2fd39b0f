package dev.kopilka.ledger.naive;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A member as the naive model sees one: a heap of single points, each with a parcel's dates. */
final class Person {
  enum Place {
    FREE,
    HELD,
    GONE
  }

  /** What points earned together share. Only the last good day can move. */
  static final class Parcel {
    final String rule;
    final LocalDate earned;
    final LocalDate active;
    final int order;
    LocalDate expires;
    long lapsed;
    /** What it became with another member after a merge. */
    Parcel movedTo;

    Parcel(String rule, LocalDate earned, LocalDate active, LocalDate expires, int order) {
      this.rule = rule;
      this.earned = earned;
      this.active = active;
      this.expires = expires;
      this.order = order;
    }
  }

  /** How many of its points have lapsed, wherever they were then. */
  static long lapsed(Parcel parcel) {
    return parcel.lapsed + (parcel.movedTo == null ? 0 : lapsed(parcel.movedTo));
  }

  /** What the parcel is today. */
  static Parcel now(Parcel parcel) {
    return parcel.movedTo == null ? parcel : now(parcel.movedTo);
  }

  /** One single point. */
  static final class Point {
    final Parcel parcel;
    Place place = Place.FREE;

    Point(Parcel parcel) {
      this.parcel = parcel;
    }

    boolean isSpendable(LocalDate day) {
      return place == Place.FREE
          && !day.isBefore(parcel.active)
          && !day.isAfter(parcel.expires);
    }
  }

  /** Points reserved, in the order in which they would be spent. */
  static final class Reserve {
    final LocalDate until;
    final List<Point> points;
    boolean ended;

    Reserve(LocalDate until, List<Point> points) {
      this.until = until;
      this.points = points;
    }
  }

  /** A place on the ladder; one given by hand, or begun by its release, is not by rule. */
  record Tenure(String tier, LocalDate from, LocalDate until, boolean byRule) {}

  /** What happened on a day, for tiers and caps. */
  record Deed(LocalDate day, long spend, int visits) {}

  record Gain(LocalDate day, String rule, long points) {}

  final String code;
  final LocalDate enrolled;
  boolean left;
  boolean blocked;
  long debt;
  long earned;
  long redeemed;
  long expired;
  long purchases;
  long spend;
  final List<Parcel> parcels = new ArrayList<>();
  final List<Point> points = new ArrayList<>();
  final List<Reserve> reserves = new ArrayList<>();
  final List<Tenure> tenures = new ArrayList<>();
  final List<Deed> deeds = new ArrayList<>();
  final List<Gain> gains = new ArrayList<>();

  /** The tier given by hand that holds; compared by identity. */
  Tenure floor;
  Person mergedInto;
  final List<Person> joined = new ArrayList<>();
  /** How often points were spent, reserved or given away. */
  int uses;
  /** Whose purchases and redemptions, of those merged into this one, were undone here. */
  final List<Person> undoneFor = new ArrayList<>();
  /** Points given away, by month. */
  final Map<YearMonth, Long> transferred = new HashMap<>();

  Person(String code, LocalDate enrolled) {
    this.code = code;
    this.enrolled = enrolled;
  }

  Person living() {
    return mergedInto == null ? this : mergedInto.living();
  }

  /** Everything that this person did, under whatever card. */
  List<Deed> allDeeds() {
    var all = new ArrayList<>(deeds);
    for (var one : joined) all.addAll(one.allDeeds());
    return all;
  }

  List<Gain> allGains() {
    var all = new ArrayList<>(gains);
    for (var one : joined) all.addAll(one.allGains());
    return all;
  }

  long count(Place place) {
    return points.stream().filter(point -> point.place == place).count();
  }

  long available(LocalDate day) {
    return points.stream().filter(point -> point.isSpendable(day)).count();
  }

  long pending(LocalDate day) {
    return points.stream()
        .filter(point -> point.place == Place.FREE && day.isBefore(point.parcel.active))
        .count();
  }

  long balance() {
    return count(Place.FREE) + count(Place.HELD) - debt;
  }

  /** Gives points: the debt has its part first. */
  Parcel credit(String rule, long given, LocalDate[] dates) {
    var parcel = new Parcel(rule, dates[0], dates[1], dates[2], parcels.size());
    parcels.add(parcel);
    for (var i = 0L; i < given; i++) {
      if (debt > 0) debt--;
      else points.add(new Point(parcel));
    }
    return parcel;
  }

  /** The points that would be spent first on the day. */
  List<Point> first(LocalDate day, long wanted) {
    return points.stream()
        .filter(point -> point.isSpendable(day))
        .sorted(
            Comparator.comparing((Point point) -> point.parcel.expires)
                .thenComparing(point -> point.parcel.earned)
                .thenComparing(point -> point.parcel.order))
        .limit(wanted)
        .toList();
  }

  List<Point> spend(LocalDate day, long wanted) {
    uses++;
    var spent = first(day, wanted);
    for (var point : spent) point.place = Place.GONE;
    redeemed += spent.size();
    return spent;
  }

  /** What has lapsed by the beginning of the day is gone. */
  void lapse(LocalDate day) {
    for (var point : points) {
      if (point.place != Place.FREE || !point.parcel.expires.isBefore(day)) continue;
      point.place = Place.GONE;
      point.parcel.lapsed++;
      expired++;
    }
  }

  /** Points that are gone are kept by who may give them back, not here. */
  void sweep() {
    points.removeIf(point -> point.place == Place.GONE);
  }

  void release(Reserve reserve) {
    for (var point : reserve.points) {
      if (point.place == Place.HELD) point.place = Place.FREE;
    }
    reserve.ended = true;
  }
}
