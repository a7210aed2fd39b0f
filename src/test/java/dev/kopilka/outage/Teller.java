package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.app.Typed;
import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.Posting;
import dev.kopilka.ledger.draft.Draft.Pen;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.outage.Asked.Told;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes one point from a member under an id. */
interface Teller extends AutoCloseable {
  Told redeem(Asked asked, long at);

  @Override
  default void close() {}

  /** By a command for each, which opens the ledger for itself. */
  static Teller typing(Typed.Place place) {
    return (asked, at) -> {
      var typed =
          place
              .with("KOPILKA_CLOCK", Instant.ofEpochMilli(at).toString())
              .run("redeem", "points", asked.member(), "1", "--id", asked.id(), "-o", "json");
      if (typed.exit() == Exit.STORAGE) return away(typed);
      assertEquals(Exit.DONE, typed.exit(), typed.err());
      var isRecorded = typed.out().contains("\"status\":\"recorded\"");
      assertTrue(isRecorded || typed.out().contains("\"status\":\"duplicate\""), typed.out());
      return isRecorded ? Told.RECORDED : Told.DUPLICATE;
    };
  }

  /** Whoever is told so is told what to do, and not in which line of which class it happened. */
  static Told away(Typed typed) {
    assertEquals(Exit.STORAGE, typed.exit(), typed.err());
    assertTrue(typed.err().contains("server of the ledger does not answer"), typed.err());
    assertTrue(typed.err().contains("run the same command again"), typed.err());
    assertFalse(typed.err().matches("(?s).*(\\bat dev\\.|Exception|BUG).*"), typed.err());
    return Told.AWAY;
  }

  /** By a ledger that is kept open, as a till does that serves one customer after the other. */
  static Teller open(String url) {
    return new OpenLedger(url);
  }

  /** A ledger that is opened with the first redemption. */
  final class OpenLedger implements Teller {
    private final String url;
    private Optional<Database> database = Optional.empty();

    private OpenLedger(String url) {
      this.url = url;
    }

    @Override
    public Told redeem(Asked asked, long at) {
      var key = new Key(EventKind.REDEMPTION.defaultSource(), asked.id());
      var points = Facts.NONE.withPoints(1);
      var request =
          new Request(EventKind.REDEMPTION, key, asked.member(), at, points).untimed();
      try {
        if (database.isEmpty()) database = Optional.of(Database.open(url));
        return told(database.get().writeKeyed(false, unit -> post(unit, request, at)));
      } catch (Trouble.Storage away) {
        if (!away.problem().code().equals("DATABASE_AWAY")) throw away;
        return Told.AWAY;
      }
    }

    private static Answer post(dev.kopilka.store.Unit unit, Request request, long at) {
      var pen = new Pen("tester", at, new Chain());
      return new Posting(unit, Versions.load(unit), pen).post(List.of(request)).getFirst();
    }

    private static Told told(Answer answer) {
      return switch (answer) {
        case Answer.Recorded _ -> Told.RECORDED;
        case Answer.Repeated _ -> Told.REPEATED;
        case Answer.Refused refused -> throw new AssertionError(refused);
      };
    }

    @Override
    public void close() {
      database.ifPresent(Database::close);
    }
  }
}
