package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.opening;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Disguise;
import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import dev.kopilka.store.Unit;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Links that are cut around a commit, servers that fall over, races that are lost: nothing is lost,
 * nothing is double, and the answer is true. {@code -Dkopilka.links=200} makes it the soak of the
 * issue.
 */
class ServerTroubleTest {
  private static final int CUTS = Integer.getInteger("kopilka.links", 5);
  private static final String DAY = "2026-05-05";

  private static World world(String url) {
    var world = World.reopened(url, Rules.history(Rules.of(Rules.BASE)));
    world.enrol("M", "2025-01-01");
    return world;
  }

  /** Whoever asks a server of another make what became of a commit gets no answer. */
  private static final String MUTE = "PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu";

  @ParameterizedTest
  @CsvSource({"BEFORE_COMMIT,false", "AFTER_COMMIT,false", "BEFORE_COMMIT,true", "AFTER_COMMIT,true"})
  void aLinkThatIsCutAroundACommitLosesAndDoublesNothing(Cut when, boolean isMute) throws IOException {
    var url = Server.running().ledger();
    if (isMute) Disguise.says(url, MUTE);
    try (var proxy = new Proxy(Server.running().port(), 1);
        var world = world(proxy.to(url))) {
      world.all(opening("O", DAY, 1_000, "9999-12-31"));
      for (var i = 1; i <= CUTS; i++) {
        proxy.cut(when);
        var answer = world.answer(Ask.redeem("S-" + i, DAY, 2));
        assertEquals(i, proxy.stopCutting());
        // Cut off before, it is recorded by the next attempt; cut off after, the server says that it
        // is recorded already, or the next attempt finds its key.
        var isFound = isMute && when == Cut.AFTER_COMMIT;
        var expected = isFound ? Answer.Repeated.class : Answer.Recorded.class;
        assertEquals(expected, answer.getClass());
        assertEquals(1_000 - 2 * i, world.account().balance());
      }
      assertEquals(1 + CUTS, world.account().events());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
    System.out.println(CUTS + " links of redemptions cut " + when + (isMute ? ", mute" : ""));
  }

  @Test
  void aServerThatFallsOverIsWaitedFor() {
    var url = Server.running().ledger();
    try (var world = world(url)) {
      world.all(opening("O", DAY, 1_000, "9999-12-31"));
      for (var i = 1; i <= CUTS; i++) {
        Server.running().run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + Server.name(url) + "'");
        var answer = world.answer(Ask.redeem("S-" + i, DAY, 2));
        assertEquals(Answer.Recorded.class, answer.getClass());
      }
      assertEquals(1_000 - 2 * CUTS, world.account().balance());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
  }

  /** Between two transactions, or amid one. */
  @ParameterizedTest
  @ValueSource(strings = {"idle_session_timeout", "idle_in_transaction_session_timeout"})
  void aSessionThatIsEndedForItsIdlenessIsMadeAgain(String limit) {
    try (var world = world(Server.running().ledger())) {
      var attempts = new AtomicInteger();
      var isAmid = limit.contains("transaction");
      var last =
          world.write(
              unit -> {
                var session = session(unit);
                if (attempts.incrementAndGet() > 1) return session;
                unit.run("set " + limit + " = '50ms'");
                if (isAmid) awaitEnd(session);
                return session(unit);
              });
      assertEquals(isAmid ? 2 : 1, attempts.get());
      if (!isAmid) awaitEnd(last);
      var answer = world.answer(opening("O", DAY, 1_000, "9999-12-31"));
      assertEquals(Answer.Recorded.class, answer.getClass());
    }
  }

  private static long session(Unit unit) {
    try (var row = unit.query("select pg_backend_pid()")) {
      row.next();
      return row.number(1);
    }
  }

  private static void awaitEnd(long session) {
    var ask = "select count(*) from pg_stat_activity where pid = " + session;
    while (!Server.running().text(ask).equals("0")) Thread.onSpinWait();
  }

  /** One in so many statements of that sort loses a race that nobody else is in. */
  private static void unlucky(World world, String statements, int share) {
    world.write(
        unit -> {
          unit.run("create sequence luck start " + share / 2);
          unit.run(
              """
              create function unlucky() returns trigger language plpgsql as $$
              begin
                if nextval('luck') %% %d = 0 then raise exception 'injected' using errcode = '40001'; end if;
                return null;
              end $$
              """
                  .formatted(share));
          unit.run("create trigger unlucky " + statements + " for each statement execute function unlucky()");
          return true;
        });
  }

  @Test
  void underSerialisableTransactionsARaceThatIsLostIsRunAgain() {
    var url = Server.running().ledger();
    var name = Server.name(url);
    Server.running().run("alter database " + name + " set default_transaction_isolation = 'serializable'");
    try (var world = world(url)) {
      unlucky(world, "after insert on event", 3);
      world.all(opening("O", DAY, 1_000, "9999-12-31"));
      for (var i = 1; i <= 30; i++) {
        assertEquals(Answer.Recorded.class, world.answer(Ask.redeem("S-" + i, DAY, 2)).getClass());
      }
      assertEquals(940, world.account().balance());
      assertEquals(31, world.account().events());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
  }

  /** Of a batch the driver tells by an exception of another class than of a statement. */
  @Test
  void aRaceThatIsLostAmidManyChangesIsRunAgainToo() {
    try (var world = world(Server.running().ledger())) {
      unlucky(world, "after delete on lot", 101);
      var attempts = new AtomicInteger();
      world.write(
          unit -> {
            attempts.incrementAndGet();
            var gone = unit.query("delete from lot where member = ? and entry = ?");
            for (var entry = 1; entry <= 100; entry++) gone.set(1, 1).set(2, entry).add();
            gone.flush();
            return true;
          });
      assertEquals(2, attempts.get());
    }
  }
}
