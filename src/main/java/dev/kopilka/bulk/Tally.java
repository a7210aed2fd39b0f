package dev.kopilka.bulk;

import dev.kopilka.model.value.Invariant;

/**
 * What became of the rows of a file. The lines of a receipt are rows each.
 *
 * @param points by which balances changed, in smallest units; spent ones count down
 */
public record Tally(long read, long accepted, long duplicates, long rejected, long points) {
  public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  public Tally {
    var told = accepted + duplicates + rejected;
    // A tally a row: the words are put together only where they are needed.
    if (read != told) Invariant.holds(false, "rows were lost: " + read + " read, " + told + " told");
  }

  Tally and(Verdict verdict, int rows) {
    return switch (verdict) {
      case Verdict.Accepted(var more) ->
          new Tally(read + rows, accepted + rows, duplicates, rejected, points + more);
      case Verdict.Duplicate _ ->
          new Tally(read + rows, accepted, duplicates + rows, rejected, points);
      case Verdict.Rejected _ ->
          new Tally(read + rows, accepted, duplicates, rejected + rows, points);
    };
  }
}
