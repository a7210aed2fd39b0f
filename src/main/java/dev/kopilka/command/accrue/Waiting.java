package dev.kopilka.command.accrue;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Terms;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Sheet;
import dev.kopilka.store.Unit;
import dev.kopilka.store.due.WaitingRows;
import dev.kopilka.store.rows.LogRows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The adjustments that wait for a second person: proposing, showing, approving, rejecting them. */
final class Waiting {
  private final Desk desk;
  private final Given given;

  Waiting(Desk desk, Given given) {
    this.desk = desk;
    this.given = given;
  }

  /** Keeps the request until somebody else approves it; the same one twice waits once. */
  Exit propose(Function<Basics, Request> making, Trouble.Refused refused) {
    Card card =
        desk.database()
            .write(
                desk.dryRun(),
                unit -> {
                  var request = making.apply(Basics.load(unit));
                  var waiting = waiting(request);
                  var rows = new WaitingRows(unit);
                  var known = rows.find(request.key());
                  if (known.isEmpty()) rows.add(waiting);
                  else if (!same(known.get(), waiting)) throw reused(request.key());
                  log(unit, "adjust propose", request.member());
                  return desk.screen().checked(card(waiting, "waiting", Basics.load(unit)));
                });
    desk.screen().say("adjust-waits", refused.problem().details());
    return desk.screen().show(card);
  }

  private static boolean same(WaitingRows.Waiting one, WaitingRows.Waiting other) {
    return one.member().equals(other.member())
        && one.points() == other.points()
        && one.reason().equals(other.reason());
  }

  private static Trouble reused(Key key) {
    return new Trouble.Refused(
        Refusal.ID_REUSED,
        Problem.of(Refusal.ID_REUSED.name())
            .with("source", key.source())
            .with("id", key.id())
            .with("field", "points"));
  }

  private WaitingRows.Waiting waiting(Request request) {
    return new WaitingRows.Waiting(
        request.key(),
        request.member(),
        request.facts().points(),
        request.facts().subject(),
        request.note(),
        request.occurredAt(),
        request.facts().terms().expiresOn().toEpochDay(),
        desk.now().toEpochMilli(),
        desk.actor());
  }

  Exit show() {
    record Row(WaitingRows.Waiting waiting, Basics basics) {}
    List<Row> rows =
        desk.database()
            .read(
                unit -> {
                  var basics = Basics.load(unit);
                  return new WaitingRows(unit)
                      .all().stream().map(waiting -> new Row(waiting, basics)).toList();
                });
    if (!rows.isEmpty()) desk.screen().showTimesIn(rows.getFirst().basics().zone());
    return desk.screen()
        .show(
            Sheet.of(rows)
                .column("id", row -> row.waiting().key().id())
                .column("member", row -> row.waiting().member())
                .column("points", row -> points(row.waiting().points(), row.basics()))
                .column("reason", row -> row.waiting().reason())
                .column("proposed_at", row -> Instant.ofEpochMilli(row.waiting().proposedAt()))
                .column("proposed_by", row -> row.waiting().proposedBy()));
  }

  /** Posts what waits, as the second person; nobody approves what they proposed themselves. */
  Exit approve(String id) {
    var key = key(id);
    return new Till(desk)
        .post(
            (unit, basics) -> {
              var waiting = find(unit, key);
              new WaitingRows(unit).drop(key);
              log(unit, "adjust approve", waiting.member());
              return request(waiting, basics);
            });
  }

  private static Request request(WaitingRows.Waiting waiting, Basics basics) {
    var day =
        Instant.ofEpochMilli(waiting.occurredAt()).atZone(basics.zone()).toLocalDate();
    var facts =
        Facts.NONE
            .withPoints(waiting.points())
            .withSubject(waiting.reason())
            .withTerms(new Terms(day, day, LocalDate.ofEpochDay(waiting.expiresOn())));
    return new Request(
            EventKind.ADJUSTMENT, waiting.key(), waiting.member(), waiting.occurredAt(), facts)
        .noted(waiting.note())
        .proposedBy(waiting.proposedBy());
  }

  Exit reject(String id) {
    var key = key(id);
    Card card =
        desk.database()
            .write(
                desk.dryRun(),
                unit -> {
                  var waiting = find(unit, key);
                  new WaitingRows(unit).drop(key);
                  log(unit, "adjust reject", waiting.member());
                  return desk.screen().checked(card(waiting, "rejected", Basics.load(unit)));
                });
    return desk.screen().show(card);
  }

  private Key key(String id) {
    return new Key(given.sourceOr(EventKind.ADJUSTMENT.defaultSource()), id);
  }

  private static WaitingRows.Waiting find(Unit unit, Key key) {
    return new WaitingRows(unit)
        .find(key)
        .orElseThrow(
            () ->
                new Trouble.Refused(
                    Refusal.ADJUSTMENT_NOT_FOUND,
                    Problem.of(Refusal.ADJUSTMENT_NOT_FOUND.name()).with("id", key.id())));
  }

  private void log(Unit unit, String action, String member) {
    var at = desk.now().toEpochMilli();
    new LogRows(unit).add(new LogRows.Line(0, at, desk.actor(), action, member, ""));
  }

  private static Card card(WaitingRows.Waiting waiting, String status, Basics basics) {
    return Card.of()
        .put("status", status)
        .put("id", waiting.key().id())
        .put("source", waiting.key().source())
        .put("kind", EventKind.ADJUSTMENT.word())
        .put("member", waiting.member())
        .put("points", points(waiting.points(), basics))
        .put("proposed_by", waiting.proposedBy());
  }

  private static Object points(long points, Basics basics) {
    return basics.pointScale() == 0 ? points : BigDecimal.valueOf(points, basics.pointScale());
  }
}
