package dev.kopilka.command.till;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Where;
import dev.kopilka.model.value.Attributes;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import java.time.Instant;
import java.time.LocalDate;

/** The options that all posting commands have, and the request that they make. */
public final class Asking {
  private final Desk desk;
  private final Given given;
  private final Basics basics;

  public Asking(Desk desk, Given given, Basics basics) {
    this.desk = desk;
    this.given = given;
    this.basics = basics;
  }

  /** Declares id, source, time and note. */
  public static void declare(Syntax syntax) {
    syntax.option("--id", "ID");
    syntax.option("--source", "NAME");
    syntax.option("--at", "DATE|INSTANT");
    syntax.option("--note", "TEXT");
    syntax.writes();
  }

  /** Declares channel, store, partner, staff, promo code and free attributes. */
  public static void declareWhere(Syntax syntax) {
    syntax.option("--channel", "NAME");
    syntax.option("--store", "NAME");
    syntax.option("--partner", "CODE");
    syntax.option("--staff", "CODE");
    syntax.option("--promo-code", "CODE");
    syntax.option("--attr", "NAME=VALUE").repeatable();
  }

  /** The request for what was typed; without an id of its own it gets one that nobody has. */
  public Request request(EventKind kind, Facts facts) {
    var id = given.has("--id") ? given.text("--id") : desk.ids().next();
    return request(new Named(kind, id, given.text("MEMBER")), facts);
  }

  /** Kind, id and member of a request. */
  public record Named(EventKind kind, String id, String member) {}

  /** The request for what was typed, under the id that the caller chose. */
  public Request request(Named named, Facts facts) {
    if (named.id().isBlank()) {
      throw new Trouble.BadInput(Problem.of("ID_EMPTY").with("option", "--id"));
    }
    var key = new Key(given.sourceOr(named.kind().defaultSource()), named.id());
    var request =
        new Request(named.kind(), key, named.member(), at().toEpochMilli(), facts)
            .noted(given.text("--note"));
    return given.has("--at") ? request : request.untimed();
  }

  /** When it happened: as typed, or now. */
  public Instant at() {
    return given.momentOr("--at", basics.zone(), desk.now());
  }

  /** The programme's local day on which it happened. */
  public LocalDate day() {
    return at().atZone(basics.zone()).toLocalDate();
  }

  /** Where it happened, as typed. */
  public static Where where(Given given) {
    return new Where(
        given.text("--channel"),
        given.text("--store"),
        given.text("--partner"),
        given.text("--staff"),
        given.text("--promo-code"));
  }

  /** Attributes as the ledger keeps them: {@code name=value} lines sorted by name. */
  public static String attributes(Given given) {
    var attributes = Attributes.NONE;
    for (var text : given.list("--attr")) {
      var equals = text.indexOf('=');
      if (equals < 1 || text.indexOf('\n') >= 0) {
        throw new Trouble.BadInput(
            Problem.of("ATTRIBUTE_NOT_PAIR").with("option", "--attr").with("found", text));
      }
      attributes = attributes.with(text.substring(0, equals), text.substring(equals + 1));
    }
    return attributes.text();
  }
}
