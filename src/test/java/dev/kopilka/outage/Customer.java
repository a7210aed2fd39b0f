package dev.kopilka.outage;

import dev.kopilka.outage.Asked.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * Redeems a point under one new id after the other. Told that the server is away they ask again under
 * the same id when it is back, and now and then leave it at that.
 */
final class Customer implements Callable<List<Asked>> {
  private static final int LEAVES_IT = 4;

  private final String member;
  private final String name;
  private final Teller teller;
  private final Shift shift;
  private final Random random;

  Customer(String member, String name, Teller teller, Shift shift) {
    this.member = member;
    this.name = name;
    this.teller = teller;
    this.shift = shift;
    this.random = new Random(name.hashCode());
  }

  @Override
  public List<Asked> call() throws InterruptedException {
    var all = new ArrayList<Asked>();
    try (teller) {
      while (!shift.isOver()) {
        var asked = new Asked(member, name + "-" + all.size());
        all.add(asked);
        redeem(asked);
      }
      return all;
    } finally {
      shift.end();
    }
  }

  private void redeem(Asked asked) throws InterruptedException {
    var leavesIt = false;
    while (!asked.isAcknowledged() && !leavesIt && !shift.isOver()) {
      var at = shift.moment();
      var told = teller.redeem(asked, at);
      asked.told(at, told);
      if (told == Told.AWAY) {
        shift.awaitServer();
        leavesIt = random.nextInt(LEAVES_IT) == 0;
      } else {
        shift.answered();
      }
    }
  }
}
