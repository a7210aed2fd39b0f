package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.opening;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.home.Proxy;
import dev.kopilka.home.Proxy.Cut;
import dev.kopilka.home.Server;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

  @ParameterizedTest
  @EnumSource(value = Cut.class, names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void aLinkThatIsCutAroundACommitLosesAndDoublesNothing(Cut when) throws IOException {
    var url = Server.running().ledger();
    try (var proxy = new Proxy(Server.running().port(), 1);
        var world = world(proxy.to(url))) {
      world.all(opening("O", DAY, 1_000, "9999-12-31"));
      for (var i = 1; i <= CUTS; i++) {
        proxy.cut(when);
        var answer = world.answer(Ask.redeem("S-" + i, DAY, 2));
        assertEquals(i, proxy.stopCutting());
        // Cut off before, it is recorded by the next attempt; cut off after, it is known by then.
        var expected = when == Cut.BEFORE_COMMIT ? Answer.Recorded.class : Answer.Repeated.class;
        assertEquals(expected, answer.getClass());
        assertEquals(1_000 - 2 * i, world.account().balance());
      }
      assertEquals(1 + CUTS, world.account().events());
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), 1);
    }
    System.out.println(CUTS + " links of redemptions cut " + when);
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
