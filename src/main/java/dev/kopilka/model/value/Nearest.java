package dev.kopilka.model.value;

/**
 * The known word that a mistyped one most likely meant: the fewest insertions, deletions,
 * replacements and swaps of neighbours (Damerau 1964, in the optimal-alignment form).
 */
public final class Nearest {
  private Nearest() {}

  /** The nearest known word, the earlier of two equally near, or "" when none is near enough. */
  public static String to(String word, Iterable<String> known) {
    // A third of the letters may differ: more than that is another word, not a slip.
    var best = Math.max(1, word.length() / 3) + 1;
    var nearest = "";
    for (var candidate : known) {
      if (Math.abs(candidate.length() - word.length()) >= best) continue;
      var distance = distance(word, candidate);
      if (distance < best) {
        best = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  private static int distance(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) rows[i][0] = i;
    for (var j = 0; j <= b.length(); j++) rows[0][j] = j;
    for (var i = 1; i <= a.length(); i++) {
      for (var j = 1; j <= b.length(); j++) {
        var replaced = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[a.length()][b.length()];
  }
}
