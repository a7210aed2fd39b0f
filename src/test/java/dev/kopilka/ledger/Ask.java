package dev.kopilka.ledger;

import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Line;
import dev.kopilka.model.Terms;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Short words for requests: days at noon in Moscow, money in roubles. */
public final class Ask {
  public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");

  private Ask() {}

  public static long noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant().toEpochMilli();
  }

  static Request ask(EventKind kind, String id, String member, String day) {
    var key = new Key(kind.defaultSource(), id);
    return new Request(kind, key, member, noon(LocalDate.parse(day)), Facts.NONE);
  }

  static Request facts(Request request, UnaryOperator<Facts> change) {
    return request.with(change.apply(request.facts()));
  }

  static Request purchase(String id, String day, long roubles) {
    return facts(
        ask(EventKind.PURCHASE, id, "M", day), facts -> facts.withAmount(roubles * 100));
  }

  /** A receipt of several lines: {@code coffee 100} is a line of 100 roubles. */
  static Request receipt(String id, String day, String... lines) {
    var all = new ArrayList<Line>();
    for (var line : lines) {
      var words = line.split(" ");
      all.add(new Line(words[0], "", "", Long.parseLong(words[1]) * 100));
    }
    var amount = all.stream().mapToLong(Line::amount).sum();
    return facts(
        ask(EventKind.PURCHASE, id, "M", day),
        facts -> facts.withAmount(amount).withLines(List.copyOf(all)));
  }

  static Request paying(Request request, long points) {
    return facts(request, facts -> facts.withPoints(points));
  }

  static Request activity(String id, String day, String code) {
    return facts(ask(EventKind.ACTIVITY, id, "M", day), facts -> facts.withSubject(code));
  }

  static Request survey(String id, String day, String code) {
    return facts(ask(EventKind.SURVEY, id, "M", day), facts -> facts.withSubject(code));
  }

  static Request redeem(String id, String day, long points) {
    return facts(ask(EventKind.REDEMPTION, id, "M", day), facts -> facts.withPoints(points));
  }

  static Request reward(String id, String day, String code) {
    return facts(ask(EventKind.REDEMPTION, id, "M", day), facts -> facts.withSubject(code));
  }

  static Request hold(String id, String day, long points, String until) {
    var last = LocalDate.parse(until);
    var terms = new Terms(LocalDate.parse(day), LocalDate.parse(day), last);
    return facts(
        ask(EventKind.HOLD, id, "M", day), facts -> facts.withPoints(points).withTerms(terms));
  }

  static Request about(EventKind kind, String id, String day, String reference) {
    return facts(ask(kind, id, "M", day), facts -> facts.withReference(reference));
  }

  static Request capture(String id, String day, String hold) {
    return about(EventKind.CAPTURE, id, day, hold);
  }

  static Request release(String id, String day, String hold) {
    return about(EventKind.RELEASE, id, day, hold);
  }

  static Request reverse(String id, String day, String redemption) {
    return about(EventKind.REVERSAL, id, day, redemption);
  }

  /** What is left of the purchase comes back. */
  static Request giveBack(String id, String day, String purchase) {
    return about(EventKind.RETURN, id, day, purchase);
  }

  static Request giveBack(String id, String day, String purchase, long roubles) {
    return facts(giveBack(id, day, purchase), facts -> facts.withAmount(roubles * 100));
  }

  static Request giveBackLines(String id, String day, String purchase, String lines) {
    return facts(giveBack(id, day, purchase), facts -> facts.withSubject(lines));
  }

  /** A balance from another system: spendable from the day on, good until the last day. */
  static Request opening(String id, String day, long points, String until) {
    return credit(ask(EventKind.OPENING, id, "M", day), points, until);
  }

  static Request adjust(String id, String day, long points) {
    return credit(ask(EventKind.ADJUSTMENT, id, "M", day), points, "9999-12-31");
  }

  private static Request credit(Request request, long points, String until) {
    var day = java.time.Instant.ofEpochMilli(request.occurredAt()).atZone(ZONE).toLocalDate();
    var terms = new Terms(day, day, LocalDate.parse(until));
    return facts(
        request, facts -> facts.withPoints(points).withSubject("reason").withTerms(terms));
  }

  static Request leave(String id, String day) {
    return ask(EventKind.LEAVING, id, "M", day);
  }

  /** M gives points to somebody. */
  static Request transfer(String id, String day, String to, long points) {
    return facts(
        ask(EventKind.TRANSFER, id, "M", day),
        facts -> facts.withPoints(points).withSubject(to));
  }

  static Request merge(String id, String day, String source, String target) {
    return facts(ask(EventKind.MERGE, id, source, day), facts -> facts.withSubject(target));
  }

  static Request unmerge(String id, String day, String merge) {
    return by("", about(EventKind.UNMERGE, id, day, merge));
  }

  /** A tier by hand; none releases the one that was given. */
  static Request tier(String id, String day, String tier) {
    return facts(ask(EventKind.TIER, id, "M", day), facts -> facts.withSubject(tier));
  }

  static Request by(String member, Request request) {
    return new Request(
        request.kind(), request.key(), member, request.occurredAt(), request.facts());
  }
}
