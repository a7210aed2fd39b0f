package dev.kopilka.program.tree;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble.BadInput;
import dev.kopilka.model.value.Trouble.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one file, so that its owner mends it in one go. */
public final class Findings {
  /** Nobody reads more, and a hostile file has no end of them. */
  private static final int KEPT = 1000;

  private static final Comparator<Finding> IN_FILE_ORDER =
      (one, other) -> {
        // Not Comparator.comparing: its lambdas are made anew at each start, whatever the cache.
        var byLine = Long.compare(one.place().line(), other.place().line());
        return byLine != 0 ? byLine : Long.compare(one.place().column(), other.place().column());
      };

  private final String file;
  private final List<Finding> found = new ArrayList<>();
  private long total;

  public Findings(String file) {
    this.file = file;
  }

  public void wrong(Place at, Problem problem) {
    total++;
    if (found.size() < KEPT) found.add(new Finding(at, problem));
  }

  public Place place(long line, long column) {
    return new Place(file, line, column);
  }

  /** Whether further ones are only counted, so that nobody need make much of them. */
  boolean isFull() {
    return found.size() == KEPT;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Everything that was found as one trouble, in the order of the file; at least one. */
  public BadInput trouble() {
    return new BadInput(found.stream().sorted(IN_FILE_ORDER).toList(), total);
  }
}
