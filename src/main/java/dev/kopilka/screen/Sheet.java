package dev.kopilka.screen;

import dev.kopilka.screen.picture.Picture;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Rows and their columns, declared once for every format. Rows are asked for one at a time, so a
 * sheet may be longer than memory; if they can be closed, the screen closes them.
 *
 * <p>A column's value may be text, a whole number, an exact decimal, a day, an instant, a boolean, an
 * enum, a list of these, an Optional of these, a {@link dev.kopilka.screen.format.Shade} about one
 * of these, or a {@link Card} (in JSON only).
 */
public final class Sheet<T> {
  record Column<T>(String name, Function<? super T, ?> value, boolean nested) {}

  private final Iterator<? extends T> rows;
  private final List<Column<T>> columns = new ArrayList<>();
  private Picture picture = Picture.NONE;

  private Sheet(Iterator<? extends T> rows) {
    this.rows = rows;
  }

  public static <T> Sheet<T> of(Iterable<? extends T> rows) {
    return new Sheet<>(rows.iterator());
  }

  public static <T> Sheet<T> of(Iterator<? extends T> rows) {
    return new Sheet<>(rows);
  }

  public Sheet<T> column(String name, Function<? super T, ?> value) {
    columns.add(new Column<>(name, value, false));
    return this;
  }

  /** Units of {@code 10^-scale}, shown as an exact decimal number. */
  public Sheet<T> decimal(String name, ToLongFunction<? super T> units, int scale) {
    return column(name, row -> new Amount(units.applyAsLong(row), scale));
  }

  /** A card or a list of cards of its own; a flat format leaves it out. */
  public Sheet<T> nested(String name, Function<? super T, ?> value) {
    columns.add(new Column<>(name, value, true));
    return this;
  }

  /** What the rows are a picture of, where the format has pictures. */
  public Sheet<T> picture(Picture drawn) {
    picture = drawn;
    return this;
  }

  /** The rows as cards with these columns: one of several tables of an answer. */
  public List<Card> cards() {
    var cards = new ArrayList<Card>();
    while (rows.hasNext()) {
      var row = rows.next();
      var card = Card.of();
      for (var column : columns) card.put(column.name, column.value.apply(row));
      cards.add(card);
    }
    return cards;
  }

  Picture picture() {
    return picture;
  }

  Iterator<? extends T> rows() {
    return rows;
  }

  List<Column<T>> columns() {
    return columns;
  }
}
