package dev.kopilka.bulk.kind;

import dev.kopilka.bulk.text.RowReader;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what a table is about, by {@code --kind} or by its columns. */
public final class Kinds {
  private Kinds() {}

  /** The kind of that name among those that a command takes. */
  public static Kind named(String word, List<Kind> taken) {
    for (var kind : taken) if (kind.word().equals(word)) return kind;
    throw new Trouble.Usage(
        Problem.of("KIND_UNKNOWN").with("found", word).with("known", words(taken)));
  }

  /** The one kind whose required columns the table has; where there are two, it must be named. */
  public static Kind told(List<Kind> taken, Mapping mapping, RowReader reader) {
    if (taken.size() == 1) return taken.getFirst();
    var ours = ours(mapping, reader.header());
    var complete = new ArrayList<Kind>();
    var exact = new ArrayList<Kind>();
    for (var kind : taken) {
      if (!ours.containsAll(kind.required())) continue;
      complete.add(kind);
      if (ours.stream().allMatch(name -> kind.column(name).isPresent())) exact.add(kind);
    }
    if (complete.size() == 1) return complete.getFirst();
    if (exact.size() == 1) return exact.getFirst();
    var meant = complete.isEmpty() ? closest(taken, ours) : List.<Kind>of();
    if (meant.size() == 1) return meant.getFirst();
    throw new Trouble.BadInput(
        reader.headerRow().place(0),
        Problem.of("KIND_UNCLEAR").with("known", words(complete.isEmpty() ? taken : complete)));
  }

  /**
   * The kinds that lack the fewest columns, at most half: where it is one, it was meant, and a
   * finding about its header helps more than a question about the kind.
   */
  private static List<Kind> closest(List<Kind> taken, Set<String> ours) {
    var closest = new ArrayList<Kind>();
    var fewest = Integer.MAX_VALUE;
    for (var kind : taken) {
      var required = kind.required();
      var missing = (int) required.stream().filter(name -> !ours.contains(name)).count();
      if (missing * 2 > required.size() || missing > fewest) continue;
      if (missing < fewest) closest.clear();
      fewest = missing;
      closest.add(kind);
    }
    return closest;
  }

  private static Set<String> ours(Mapping mapping, List<String> header) {
    var ours = new HashSet<>(mapping.constants().keySet());
    ours.addAll(mapping.renames().getOrDefault(Mapping.LINE, List.of()));
    for (var theirs : header) ours.addAll(mapping.targets(theirs));
    ours.remove("");
    ours.removeAll(Rejected.COLUMNS);
    return ours;
  }

  private static List<String> words(List<Kind> kinds) {
    return kinds.stream().map(Kind::word).toList();
  }
}
