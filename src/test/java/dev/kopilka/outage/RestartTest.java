package dev.kopilka.outage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.command.imports.Shop;
import dev.kopilka.home.Cluster;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.value.Exit;
import dev.kopilka.outage.Asked.Told;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is stopped at once and started again amid imports and redemptions. Whoever works on
 * it waits for it for half a minute, and is then told that it is away and what to do; who only begins
 * is told at once. {@code -Dkopilka.restarts=200} makes it the soak of the issue.
 */
class RestartTest {
  private static final int RESTARTS = Integer.getInteger("kopilka.restarts", 4);
  private static final long SEED = Long.getLong("kopilka.seed", 20261127);
  private static final long OPENING = 1_000_000;

  /** One time in so many it stays away for longer than anybody waits for it. */
  private static final int LONG = 50;

  /** Three have a member of their own, two share one, and one shares theirs with the imports. */
  private static final List<String> MEMBERS = List.of("K1", "K2", "K3", "K4", "K4", "10");

  @TempDir static Path folder;
  private static Cluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.in(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    cluster.close();
  }

  private static Shop shop(String name) throws Exception {
    var shop = Shop.at(folder.resolve(name), cluster.empty(name));
    var members = new StringBuilder("member,enrolled_at\n");
    for (var i = 10; i < 300; i++) members.append(i).append(",2026-01-01\n");
    for (var i = 1; i < 5; i++) members.append('K').append(i).append(",2026-01-01\n");
    var enrolled = shop.run("enroll", "import", shop.file("all.csv", members.toString()));
    assertEquals(Exit.DONE, enrolled.exit(), enrolled.err());
    var opening = new StringBuilder("id,member,points,earned_at\n");
    for (var member : List.of("K1", "K2", "K3", "K4", "10")) {
      opening.append("O-" + member + "," + member + "," + OPENING + ",2026-02-01\n");
    }
    var opened = shop.run("accrue", "import", shop.file("opening.csv", opening.toString()));
    assertEquals(Exit.DONE, opened.exit(), opened.err());
    return shop;
  }

  @Test
  void nothingIsLostNothingIsDoubleAndAllAnswersAreTrue() throws Exception {
    var shop = shop("stopped");
    var shift = new Shift(cluster, 1 + MEMBERS.size());
    List<Asked> asked;
    List<Deliveries.Delivery> deliveries;
    try (var threads = Executors.newCachedThreadPool()) {
      var importing = threads.submit(new Deliveries(shop, shift));
      var redeeming = customers(threads, shop, shift);
      strike(shift);
      deliveries = importing.get();
      asked = new ArrayList<>();
      for (var customer : redeeming) asked.addAll(customer.get());
    }
    deliveries.forEach(delivery -> check(shop, delivery));
    var recognised = asked.stream().filter(Asked::isRecognised).count();
    var unknown = asked.stream().filter(one -> !one.isAcknowledged()).toList();
    var before = recorded(shop);
    unknown.forEach(one -> askAgain(shop, shift, one, before.containsKey(one.id())));
    check(shop, asked);
    checkSums(shop, asked, deliveries);
    System.out.printf(
        "stopped %d times (seed %d): %d redemptions, %d known again after a lost commit, told %d times"
            + " that the server is away, %d left at that, of whom %d were recorded; %d files of %d rows,"
            + " told %d times%n",
        RESTARTS,
        SEED,
        asked.size(),
        recognised,
        asked.stream().mapToLong(Asked::failures).sum(),
        unknown.size(),
        unknown.stream().filter(one -> before.containsKey(one.id())).count(),
        deliveries.size(),
        deliveries.stream().mapToLong(Deliveries.Delivery::rows).sum(),
        deliveries.stream().mapToLong(Deliveries.Delivery::failures).sum());
  }

  private static List<Future<List<Asked>>> customers(ExecutorService threads, Shop shop, Shift shift) {
    var customers = new ArrayList<Future<List<Asked>>>();
    for (var i = 0; i < MEMBERS.size(); i++) {
      var url = cluster.url("stopped");
      var teller = i % 2 == 0 ? Teller.typing(shop.place()) : Teller.open(url);
      var name = "S" + i;
      customers.add(threads.submit(new Customer(MEMBERS.get(i), name, teller, shift)));
    }
    return customers;
  }

  /** Stops the server at moments that now are close to one another, now leave time for much work. */
  private static void strike(Shift shift) throws Exception {
    var random = new Random(SEED);
    try {
      shift.more(1);
      for (var i = 0; i < RESTARTS; i++) {
        shift.more(1 + random.nextInt(1 << random.nextInt(11)));
        shift.strike(i % LONG == 2);
      }
      shift.more(MEMBERS.size());
    } finally {
      shift.end();
    }
  }

  /** All rows of the file are told about and recorded once, whatever the import went through. */
  private static void check(Shop shop, Deliveries.Delivery delivery) {
    var told = delivery.last();
    assertEquals(Exit.PARTIAL, told.exit(), told.err());
    var counts = Shop.counts(told).split(",");
    var accepted = delivery.rows() - delivery.rejected();
    assertEquals(delivery.rows(), Long.parseLong(counts[0]), told.out());
    assertEquals(accepted, Long.parseLong(counts[1]) + Long.parseLong(counts[2]), told.out());
    assertEquals(delivery.rejected(), Long.parseLong(counts[3]), told.out());
    var rows = "select count(*) || ' ' || count(distinct id) from event where id like '%s-%%'";
    var each = accepted + " " + accepted;
    assertEquals(List.of(each), shop.ask(rows.formatted(delivery.name())), delivery.name());
    var runs =
        "select sum(accepted) || ' ' || sum(points) from import_run where file like '%%/%s.csv' and state ="
            + " 'partial'";
    assertEquals(
        List.of(accepted + " " + delivery.points()), shop.ask(runs.formatted(delivery.name())));
  }

  /** The moments at which redemptions were recorded, by their ids. */
  private static Map<String, List<Long>> recorded(Shop shop) {
    var all = new HashMap<String, List<Long>>();
    var kind = EventKind.REDEMPTION.number();
    for (var row : shop.ask("select id || ' ' || recorded_at from event where kind = " + kind)) {
      var words = row.split(" ");
      all.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(Long.parseLong(words[1]));
    }
    return all;
  }

  private static void askAgain(Shop shop, Shift shift, Asked asked, boolean isThere) {
    var at = shift.moment();
    var told = Teller.typing(shop.place()).redeem(asked, at);
    assertEquals(isThere ? Told.DUPLICATE : Told.RECORDED, told, asked.toString());
    asked.told(at, told);
  }

  private static void check(Shop shop, List<Asked> asked) {
    var recorded = recorded(shop);
    for (var one : asked) {
      var moments = recorded.getOrDefault(one.id(), List.of());
      assertEquals(1, moments.size(), one.toString());
      assertTrue(one.isTrueIf(moments.getFirst()), () -> one + " recorded at " + moments);
    }
    assertEquals(asked.size(), recorded.size(), "nothing is there that nobody asked for");
  }

  private static void checkSums(Shop shop, List<Asked> asked, List<Deliveries.Delivery> deliveries) {
    for (var member : List.of("K1", "K2", "K3", "K4")) {
      var spent = asked.stream().filter(one -> one.member().equals(member)).count();
      var balance =
          "select sum(e.points) from entry e join member m on m.member = e.member where m.code = '%s'";
      assertEquals(List.of("" + (OPENING - spent)), shop.ask(balance.formatted(member)), member);
    }
    var earned = deliveries.stream().mapToLong(Deliveries.Delivery::points).sum();
    var all = 5 * OPENING + earned - asked.size();
    assertEquals(List.of("" + all), shop.ask("select sum(points) from entry"));
    assertEquals(List.of("" + all), shop.ask("select sum(remaining) from lot"));
    var verified = shop.run("audit", "verify");
    assertEquals(Exit.DONE, verified.exit(), verified.out() + verified.err());
  }
}
