package dev.kopilka.ledger.naive;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.naive.Person.Parcel;
import dev.kopilka.ledger.naive.Person.Point;
import dev.kopilka.ledger.naive.Person.Reserve;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What the naive model remembers of one request that was recorded. */
final class Memory {
  /** Points that a rule gave for the purchase, and how many of them returns took back. */
  static final class Given {
    final String rule;
    final long points;
    final List<Long> shares;
    final Parcel parcel;
    long takenBack;

    Given(String rule, long points, List<Long> shares, Parcel parcel) {
      this.rule = rule;
      this.points = points;
      this.shares = shares;
      this.parcel = parcel;
    }
  }

  final Request request;
  final Person person;
  final List<Given> given = new ArrayList<>();
  List<Point> spent = List.of();
  String spentBy = "points";
  Reserve reserve;
  boolean reversed;
  Union.Merged merged;
  long returnedMoney;
  boolean returnedAtAll;
  final TreeSet<Integer> returnedLines = new TreeSet<>();

  Memory(Request request, Person person) {
    this.request = request;
    this.person = person;
  }

  long paid() {
    return request.facts().amount();
  }
}
