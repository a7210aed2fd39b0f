package dev.kopilka.bulk.group;

import dev.kopilka.bulk.text.Row;
import dev.kopilka.bulk.text.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.ToLongFunction;

/** Rows put together to items, in the order in which the items begin. */
public final class Items implements AutoCloseable {
  /** Where rows come from, one after the other; each row is the receiver's own. */
  interface Rows extends AutoCloseable {
    Optional<Row> next();

    @Override
    void close();
  }

  /** More lines than any receipt has: what is longer is not a receipt but a wrong column. */
  public static final int LONGEST = 10_000;

  /** What passes from one thread to the other at once. */
  private static final int SOME = 500;

  private static final IntSupplier NOT_GROUPED = () -> -1;

  private final Rows rows;
  private final IntSupplier idCell;
  private Optional<Row> ahead = Optional.empty();
  private Optional<Row> overlong = Optional.empty();

  Items(Rows rows, IntSupplier idCell) {
    this.rows = rows;
    this.idCell = idCell;
  }

  /** Every row is an item. */
  public static Items single(RowReader reader) {
    return new Items(new Reading(reader), NOT_GROUPED);
  }

  /**
   * Neighbouring rows with the same text in the id's cell are an item.
   *
   * @param idCell tells the number of that cell, -1 while it is not known
   */
  public static Items adjacent(RowReader reader, IntSupplier idCell) {
    return new Items(new Reading(reader), idCell);
  }

  /**
   * The same, as long as no id comes back: then they end, and {@link #standApart} says so.
   *
   * @param idCell as with {@link #adjacent}
   */
  public static Items watched(RowReader reader, IntSupplier idCell) {
    return new Items(new Watched(reader, idCell), idCell);
  }

  /** Rows with the same id are an item wherever they stand; reads the whole table at once. */
  public static Items scattered(RowReader reader, IntSupplier idCell) {
    return new Items(Gathered.of(reader, idCell), idCell);
  }

  /**
   * Reads all items and hands each over with its number, from 0; they come again in the order of
   * what the reader answers, and among equals in the order in which they came.
   *
   * @param byAnother whether the rows come through a thread of their own
   */
  public Sorted sorted(ToLongFunction<Item> reader, boolean byAnother) {
    return Sorted.of(this, reader, byAnother);
  }

  /** The next items, a good many of them; nothing at the end. */
  Optional<List<Item>> some() {
    var some = new ArrayList<Item>(SOME);
    for (var item = next(); item.isPresent(); item = next()) {
      some.add(item.get());
      if (some.size() == SOME) break;
    }
    return some.isEmpty() ? Optional.empty() : Optional.of(some);
  }

  IntSupplier idCell() {
    return idCell;
  }

  /** The next item, or nothing at the end. */
  public Optional<Item> next() {
    var first = ahead.isPresent() ? ahead : rows.next();
    ahead = Optional.empty();
    if (first.isEmpty()) return Optional.empty();
    var lines = new ArrayList<Row>(List.of(first.get()));
    while (true) {
      ahead = rows.next();
      if (ahead.isEmpty() || lines.size() == LONGEST || !sameId(first.get(), ahead.get())) break;
      lines.add(ahead.get());
    }
    return Optional.of(new Item(lines, isOverlong(lines)));
  }

  /** Also what follows of a receipt that was too long is no receipt. */
  private boolean isOverlong(List<Row> lines) {
    var first = lines.getFirst();
    if (overlong.isPresent() && sameId(overlong.get(), first)) return true;
    overlong = lines.size() == LONGEST ? Optional.of(first) : Optional.empty();
    return overlong.isPresent();
  }

  private boolean sameId(Row one, Row other) {
    var cell = idCell.getAsInt();
    return cell >= 0 && !one.isEmpty(cell) && one.sameText(cell, other, cell);
  }

  /** Whether they ended before the file did, because rows of one id stand apart in it. */
  boolean standApart() {
    return rows instanceof Watched watched && watched.isApart;
  }

  @Override
  public void close() {
    rows.close();
  }

  /** Rows as a reader gives them, up to one whose id was there before. */
  private static final class Watched implements Rows {
    private final Reading all;
    private final IntSupplier idCell;
    private final Scatter scatter = new Scatter();
    private boolean isApart;

    Watched(RowReader reader, IntSupplier idCell) {
      this.all = new Reading(reader);
      this.idCell = idCell;
    }

    @Override
    public Optional<Row> next() {
      if (isApart) return Optional.empty();
      var row = all.next();
      isApart = row.isPresent() && scatter.standsApart(row.get(), idCell.getAsInt());
      return isApart ? Optional.empty() : row;
    }

    @Override
    public void close() {
      all.close();
    }
  }

  /** Rows as a reader gives them. */
  private record Reading(RowReader reader) implements Rows {
    @Override
    public Optional<Row> next() {
      return reader.advance() ? Optional.of(reader.row().copy()) : Optional.empty();
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}
