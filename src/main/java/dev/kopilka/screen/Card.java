package dev.kopilka.screen;

import dev.kopilka.screen.picture.Picture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One object: named values in the order in which they are put, some of them cards of their own. In
 * JSON it is an object with objects in it; in flat formats the names are joined by a point ({@code
 * balance.available}).
 */
public final class Card {
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Picture> pictures = new HashMap<>();

  private Card() {}

  public static Card of() {
    return new Card();
  }

  /** A value as a sheet's column takes it, a card, or a list of cards. */
  public Card put(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Units of {@code 10^-scale}, shown as an exact decimal number. */
  public Card decimal(String name, long units, int scale) {
    return put(name, new Amount(units, scale));
  }

  /** What the rows of this list of cards are a picture of, where the format has pictures. */
  public Card picture(String name, Picture drawn) {
    pictures.put(name, drawn);
    return this;
  }

  Picture picture(String name) {
    return pictures.getOrDefault(name, Picture.NONE);
  }

  /**
   * A group that is not there: null in JSON, while flat formats keep its columns, empty, so that a
   * script finds the same columns every time.
   */
  public Card absent(String name, String... columns) {
    return put(name, new Missing(List.of(columns)));
  }

  /** The columns of a group that is not there. */
  public record Missing(List<String> columns) {}

  public Map<String, Object> values() {
    return values;
  }

  /** Every value that fits a cell, under its joined name. Lists of cards are left out. */
  Map<String, Object> flat() {
    var flat = new LinkedHashMap<String, Object>();
    flatten("", flat);
    return flat;
  }

  private void flatten(String prefix, Map<String, Object> flat) {
    for (var entry : values.entrySet()) {
      var name = prefix + entry.getKey();
      var value = Cell.plain(entry.getValue());
      if (value instanceof Card card) {
        card.flatten(name + ".", flat);
      } else if (value instanceof Missing missing) {
        for (var column : missing.columns()) flat.put(name + "." + column, Cell.ABSENT);
      } else if (!isTable(value)) {
        flat.put(name, value);
      }
    }
  }

  private static boolean isTable(Object value) {
    return value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Card;
  }

  /** The lists of cards directly in this card, by name: tables below the card. */
  Map<String, List<Card>> tables() {
    var tables = new LinkedHashMap<String, List<Card>>();
    for (var entry : values.entrySet()) {
      if (!(entry.getValue() instanceof List<?> list)) continue;
      var cards = new ArrayList<Card>();
      for (var one : list) if (one instanceof Card card) cards.add(card);
      if (!cards.isEmpty()) tables.put(entry.getKey(), cards);
    }
    return tables;
  }

  /** This card with only the chosen joined names, in their order; a group's name is all of it. */
  Card only(List<String> names) {
    var chosen = Card.of();
    chosen.pictures.putAll(pictures);
    for (var name : names) {
      var point = name.indexOf('.');
      var first = point < 0 ? name : name.substring(0, point);
      var value = values.get(first);
      if (point < 0 || value instanceof Missing) {
        chosen.put(first, value);
      } else if (value instanceof Card group) {
        var part = group.only(List.of(name.substring(point + 1)));
        if (chosen.values.get(first) instanceof Card before) before.values.putAll(part.values);
        else chosen.put(first, part);
      } else {
        chosen.put(name, values.get(name));
      }
    }
    return chosen;
  }

  /** Every name that {@link #only} understands. */
  List<String> names() {
    var names = new ArrayList<>(values.keySet());
    for (var name : flat().keySet()) {
      for (var point = name.indexOf('.'); point > 0; point = name.indexOf('.', point + 1)) {
        var group = name.substring(0, point);
        if (!names.contains(group)) names.add(group);
      }
      if (!names.contains(name)) names.add(name);
    }
    return names;
  }
}
