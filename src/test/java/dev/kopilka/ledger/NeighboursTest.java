package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.opening;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.home.Server;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who book at once on a server: of one member one after the other, of several side by side. */
class NeighboursTest {
  private static final int CLIENTS = 8;
  private static final int EACH = 10;
  private static final String DAY = "2026-05-05";

  private static World world(String url) {
    return World.reopened(url, Rules.history(Rules.of(Rules.BASE)));
  }

  /** A ledger whose connections are set so, with members M-1 … M-8, each of whom has so many points. */
  private static String ledger(String setting, int points) {
    var url = Server.running().ledger();
    try (var world = world(url)) {
      var codes = IntStream.rangeClosed(1, CLIENTS).mapToObj(i -> "M-" + i).toList();
      world.enrol(codes, "2025-01-01");
      for (var code : codes) world.all(Ask.by(code, opening("O-" + code, DAY, points, "9999-12-31")));
    }
    Server.running().run("alter database " + Server.name(url) + " set " + setting);
    return url;
  }

  @Test
  void whoeverBooksForOneMemberIsNotWaitedForByThoseOfAnother() {
    var url = ledger("lock_timeout = '20ms'", 100);
    try (var one = world(url);
        var another = world(url)) {
      one.write(
          unit -> {
            new MemberRows(unit).hold(List.of(1L));
            another.all(Ask.by("M-2", Ask.redeem("S-1", DAY, 2)), Ask.by("M-3", Ask.purchase("P-1", DAY, 500)));
            var late =
                assertThrows(
                    Trouble.Storage.class, () -> another.all(Ask.by("M-1", Ask.redeem("S-2", DAY, 2))));
            assertEquals("DATABASE_CONFLICT", late.problem().code());
            return true;
          });
      another.all(Ask.by("M-1", Ask.redeem("S-2", DAY, 2)));
      assertEquals(98, another.account(1).balance());
      assertEquals(98, another.account(2).balance());
    }
  }

  /** So it is on engines that know no other transactions: a race that is lost is run again. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void underSerialisableABalanceThatCoversHalfPaysExactlyHalf(boolean isOneMember) throws Exception {
    var balance = isOneMember ? CLIENTS * EACH / 2 : EACH / 2;
    var url = ledger("default_transaction_isolation = 'serializable'", balance);
    var work = new ArrayList<Callable<Integer>>();
    for (var i = 1; i <= CLIENTS; i++) {
      var client = i;
      work.add(() -> spent(url, client, isOneMember ? "M-1" : "M-" + client));
    }
    var spent = 0;
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      for (var done : threads.invokeAll(work)) spent += done.get();
    }
    assertEquals(CLIENTS * EACH / 2, spent);
    try (var world = world(url)) {
      var last = isOneMember ? 1 : CLIENTS;
      for (var member = 1; member <= last; member++) {
        assertEquals(0, world.account(member).balance());
        assertEquals(1 + balance, world.account(member).events());
      }
      Proof.of(world, Rules.history(Rules.of(Rules.BASE)), CLIENTS);
    }
  }

  private static int spent(String url, int client, String member) {
    var spent = 0;
    try (var world = world(url)) {
      for (var i = 0; i < EACH; i++) {
        switch (world.answer(Ask.by(member, Ask.redeem(client + "-" + i, DAY, 1)))) {
          case Answer.Recorded _ -> spent++;
          case Answer.Refused no when no.refusal() == Refusal.POINTS_INSUFFICIENT -> {}
          case Answer other -> throw new AssertionError(other);
        }
      }
    }
    return spent;
  }
}
