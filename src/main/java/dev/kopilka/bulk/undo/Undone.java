package dev.kopilka.bulk.undo;

/**
 * What became of a run that was to be undone.
 *
 * @param events that the run recorded
 * @param reverted undone just now
 * @param duplicates undone before
 * @param refused not undone, each told in the file of what remains
 * @param points by which balances changed just now
 * @param shortfall points that were spent or have lapsed and are lost to the programme
 * @param remains the file that tells what remains, "" when nothing does
 */
public record Undone(
    long events,
    long reverted,
    long duplicates,
    long refused,
    long points,
    long shortfall,
    String remains) {
  static final Undone NOTHING = new Undone(0, 0, 0, 0, 0, 0, "");

  /** Whether all of it is undone, now or before. */
  public boolean isWhole() {
    return refused == 0;
  }

  Undone reverted(long more, long lacking) {
    return new Undone(
        events + 1, reverted + 1, duplicates, refused, points + more, shortfall + lacking, remains);
  }

  Undone repeated() {
    return new Undone(
        events + 1, reverted, duplicates + 1, refused, points, shortfall, remains);
  }

  Undone refusedOne() {
    return new Undone(
        events + 1, reverted, duplicates, refused + 1, points, shortfall, remains);
  }

  Undone toldIn(String file) {
    return new Undone(events, reverted, duplicates, refused, points, shortfall, file);
  }
}
