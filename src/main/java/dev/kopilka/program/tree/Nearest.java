package dev.kopilka.program.tree;

import java.util.Collection;

/** The known word that looks most like a wrong one, for "did you mean". */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The first of those with the fewest edits; "" when there are no candidates. */
  public static String to(String word, Collection<String> candidates) {
    var cut = word.substring(0, Math.min(word.length(), LONGEST));
    var best = "";
    var fewest = Integer.MAX_VALUE;
    for (var candidate : candidates) {
      var edits = edits(cut, candidate);
      if (edits < fewest) {
        fewest = edits;
        best = candidate;
      }
    }
    return best;
  }

  /** Insertions, deletions, replacements and swaps of neighbours (Damerau 1964, restricted). */
  static int edits(String a, String b) {
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) rows[i][0] = i;
    for (var j = 0; j <= b.length(); j++) rows[0][j] = j;
    for (var i = 1; i <= a.length(); i++) {
      for (var j = 1; j <= b.length(); j++) {
        var other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var edits = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1);
        edits = Math.min(edits, rows[i - 1][j - 1] + other);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) edits = Math.min(edits, rows[i - 2][j - 2] + 1);
        rows[i][j] = edits;
      }
    }
    return rows[a.length()][b.length()];
  }
}
