package dev.kopilka.screen.picture;

import java.util.HexFormat;
import java.util.List;

/**
 * How the cells of a picture are coloured.
 *
 * @param beyond the column of cells that are out of proportion to all others, which are compared
 *     without it; "" for none
 * @param grounds of the rows of the table in their order, numbers of the 256 colours of a terminal
 *     on which black can be read; empty where it is the numbers that make the colours
 */
public record Tint(String beyond, List<Integer> grounds) {
  /** The darker the more. */
  public static final Tint BY_NUMBER = new Tint("", List.of());

  /** Where the cube of colours begins, and how many steps each of its sides has. */
  private static final int CUBE = 16;

  private static final int SIDE = 6;
  private static final int DIGITS = 6;
  private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

  public Tint {
    grounds = List.copyOf(grounds);
    for (var ground : grounds) {
      if (ground >= CUBE && ground < CUBE + SIDE * SIDE * SIDE) continue;
      throw new IllegalArgumentException("not a colour of the cube: " + ground);
    }
  }

  /** By number, but for the cells of that column. */
  public static Tint without(String beyond) {
    return new Tint(beyond, List.of());
  }

  /** The grounds as a page writes colours. */
  public List<String> colours() {
    return grounds.stream().map(Tint::colour).toList();
  }

  private static String colour(int ground) {
    var place = ground - CUBE;
    var red = STEPS[place / (SIDE * SIDE)];
    var green = STEPS[place / SIDE % SIDE];
    var blue = STEPS[place % SIDE];
    return "#" + HexFormat.of().toHexDigits((red << 16) | (green << 8) | blue, DIGITS);
  }
}
