package dev.kopilka.outage;

import dev.kopilka.app.Typed;
import dev.kopilka.command.imports.Shop;
import dev.kopilka.model.value.Exit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Files of purchases that come in one after the other. Each is imported by a command that is typed
 * again, the same, until it says that the file is done.
 */
final class Deliveries implements Callable<List<Deliveries.Delivery>> {
  /** Some transactions of their usual size. */
  private static final int USUAL = 6_000;

  /** So many that they are booked member by member, in one large transaction. */
  private static final int LARGE = 31_000;

  private final Shop shop;
  private final Shift shift;

  Deliveries(Shop shop, Shift shift) {
    this.shop = shop;
    this.shift = shift;
  }

  /**
   * A file that came in.
   *
   * @param name what its ids begin with
   * @param last what the command answered in the end
   */
  record Delivery(String name, int rows, long failures, Typed last) {
    long rejected() {
      return (rows + 97) / 100;
    }

    /** What its purchases earn. */
    long points() {
      var points = 0L;
      for (var i = 0; i < rows; i++) if (!isNobodys(i)) points += rubles(i) / 10;
      return points;
    }
  }

  private static boolean isNobodys(int row) {
    return row % 100 == 2;
  }

  private static int rubles(int row) {
    return 10 + row % 90;
  }

  /** Answers a file of purchases of members 10 to 299; each hundredth is nobody's. */
  static String file(Shop shop, String name, int rows) throws IOException {
    var text = new StringBuilder("id,member,occurred_at,amount\n");
    for (var i = 0; i < rows; i++) {
      var member = isNobodys(i) ? "nobody" : "" + (10 + i * 7919L % 290);
      text.append(name).append('-').append(i).append(',').append(member);
      text.append(",2026-11-01,").append(rubles(i)).append('\n');
    }
    return shop.file(name + ".csv", text.toString());
  }

  @Override
  public List<Delivery> call() throws Exception {
    var all = new ArrayList<Delivery>();
    try {
      for (var i = 0; !shift.isOver(); i++) {
        all.add(delivered("F" + i, i % 3 == 1 ? LARGE : USUAL));
      }
      return all;
    } finally {
      shift.end();
    }
  }

  private Delivery delivered(String name, int rows) throws Exception {
    var file = file(shop, name, rows);
    var failures = 0;
    var typed = shop.json("accrue", "import", file);
    while (typed.exit() == Exit.STORAGE) {
      Teller.away(typed);
      failures++;
      shift.awaitServer();
      typed = shop.json("accrue", "import", file);
    }
    return new Delivery(name, rows, failures, typed);
  }
}
