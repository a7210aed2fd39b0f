package dev.kopilka.bulk.control;

import dev.kopilka.bulk.form.Form;
import dev.kopilka.bulk.form.Form.Filled;
import dev.kopilka.bulk.group.Items;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.store.Unit;
import dev.kopilka.store.imports.EventSums;
import dev.kopilka.store.rows.KeyRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a file of opening balances once more after it was imported, and what the ledger holds under
 * its ids. Nothing that the import counted is believed: the ledger's side is its entries alone.
 */
public final class ReadBack {
  private static final int SLICE = 5_000;

  private final Chain chain = new Chain();
  private final KeyRows keys;
  private final EventSums sums;
  private long[] places = new long[SLICE];
  private int found;
  private long total;
  private long taken;

  private ReadBack(Unit unit) {
    this.keys = new KeyRows(unit);
    this.sums = new EventSums(unit);
  }

  /**
   * Both sides, in smallest units of points.
   *
   * @param file of all rows that can be read
   * @param taken of those of them that the ledger knows with this very content, each id once
   * @param ledger of the entries that stand for these in the ledger
   */
  public record Totals(long file, long taken, long ledger) {
    /** Whether the ledger holds what it took. */
    public boolean agree() {
      return taken == ledger;
    }

    /** Whether every row is in the ledger, and only once in the file. */
    public boolean isWhole() {
      return file == taken;
    }
  }

  /** The totals of the file's items and of the ledger as the unit sees it. */
  public static Totals of(Unit unit, Items items, Form<Request> form) {
    var back = new ReadBack(unit);
    var slice = new ArrayList<Request>(SLICE);
    for (var item = items.next(); item.isPresent(); item = items.next()) {
      if (form.fill(item.get()) instanceof Filled.Ready<Request>(var request)) slice.add(request);
      if (slice.size() == SLICE) back.look(slice);
    }
    back.look(slice);
    return back.totals();
  }

  private void look(List<Request> slice) {
    keys.load(slice.stream().map(Request::key).toList());
    for (var request : slice) {
      var points = request.facts().points();
      total = Math.addExact(total, points);
      var fingerprint = request.fingerprint(chain);
      var known = keys.find(request.key(), fingerprint);
      if (known.isEmpty() || known.get().fingerprint() != fingerprint) continue;
      taken = Math.addExact(taken, points);
      if (found == places.length) places = Arrays.copyOf(places, found * 2);
      places[found++] = EventSums.place(known.get().member(), known.get().number());
    }
    slice.clear();
  }

  private Totals totals() {
    Arrays.sort(places, 0, found);
    var held = 0L;
    var once = new long[SLICE];
    var size = 0;
    for (var i = 0; i < found; i++) {
      if (i > 0 && places[i] == places[i - 1]) {
        taken -= sums.points(new long[] {places[i]}, EntryKind.OPENING);
        continue;
      }
      once[size++] = places[i];
      if (size < SLICE) continue;
      held = Math.addExact(held, sums.points(once, EntryKind.OPENING));
      size = 0;
    }
    held = Math.addExact(held, sums.points(Arrays.copyOf(once, size), EntryKind.OPENING));
    return new Totals(total, taken, held);
  }
}
