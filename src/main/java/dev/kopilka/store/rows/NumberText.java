package dev.kopilka.store.rows;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Hold;
import java.util.ArrayList;
import java.util.List;

/** Short lists of numbers as one column: shares {@code 12,0,5}, parts of lots {@code 3:50,7:20}. */
public final class NumberText {
  private NumberText() {}

  static String shares(List<Long> shares) {
    if (shares.isEmpty()) return "";
    var text = new StringBuilder();
    for (var share : shares) {
      if (!text.isEmpty()) text.append(',');
      text.append(share.longValue());
    }
    return text.toString();
  }

  static List<Long> shares(String text) {
    if (text.isEmpty()) return List.of();
    var shares = new ArrayList<Long>();
    for (var part : text.split(",")) shares.add(Long.parseLong(part));
    return shares;
  }

  static String draws(List<Draw> draws) {
    var parts = new ArrayList<Hold.Part>(draws.size());
    for (var draw : draws) parts.add(new Hold.Part(draw.lot().entry(), draw.points()));
    return parts(parts);
  }

  /** How a hold's parts are stored. */
  public static String parts(List<Hold.Part> parts) {
    if (parts.isEmpty()) return "";
    var text = new StringBuilder();
    for (var part : parts) {
      if (!text.isEmpty()) text.append(',');
      text.append(part.lot()).append(':').append(part.points());
    }
    return text.toString();
  }

  static List<Hold.Part> parts(String text) {
    if (text.isEmpty()) return List.of();
    var parts = new ArrayList<Hold.Part>();
    for (var part : text.split(",")) {
      var colon = part.indexOf(':');
      parts.add(
          new Hold.Part(
              Integer.parseInt(part.substring(0, colon)),
              Long.parseLong(part.substring(colon + 1))));
    }
    return parts;
  }
}
