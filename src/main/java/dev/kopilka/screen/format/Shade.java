package dev.kopilka.screen.format;

/**
 * A value that a terminal with colours sets on a background, the darker the more it is. Everything
 * else shows the value alone.
 *
 * @param part of what is the darkest: 0 to 1, what lies outside counts as the nearer end
 */
public record Shade(Object value, double part) {
  /** Backgrounds of the 256 colours from light to dark, told apart in grey and by the colour-blind too. */
  private static final int[] BACKGROUNDS = {230, 193, 151, 115, 73, 67, 61, 54};

  private static final int BLACK = 16;
  private static final int WHITE = 231;
  private static final int FIRST_DARK = 5;

  /** The text on its background. */
  String on(String text) {
    var level = (int) (Math.clamp(part, 0, 1) * BACKGROUNDS.length);
    var shade = Math.min(level, BACKGROUNDS.length - 1);
    var ink = shade < FIRST_DARK ? BLACK : WHITE;
    return "\u001b[38;5;" + ink + ";48;5;" + BACKGROUNDS[shade] + "m" + text + "\u001b[0m";
  }
}
