package dev.kopilka.ledger.draft;

import dev.kopilka.model.Draw;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Terms;
import java.util.List;

/** An entry before it is numbered: what moves, by which rule, from which lots. */
public record Move(
    EntryKind kind,
    String rule,
    long points,
    int corrects,
    Terms terms,
    List<Draw> draws,
    List<Long> shares) {

  /** Points that open a lot with these dates, after a debt has had its part. */
  public static Move credit(EntryKind kind, String rule, long points, Terms terms) {
    return new Move(kind, rule, points, 0, terms, List.of(), List.of());
  }

  /** What the draws take from their lots, or put back where they are negative. */
  public static Move drawing(EntryKind kind, String rule, List<Draw> draws) {
    return new Move(kind, rule, -sum(draws), 0, Terms.NONE, draws, List.of());
  }

  /** No movement of the balance: a hold, a release, a standing, a later last good day. */
  public static Move still(EntryKind kind, String rule, Terms terms, List<Draw> draws) {
    return new Move(kind, rule, 0, 0, terms, draws, List.of());
  }

  public Move correcting(int entry) {
    return new Move(kind, rule, points, entry, terms, draws, shares);
  }

  public Move sharing(List<Long> shares) {
    return new Move(kind, rule, points, corrects, terms, draws, shares);
  }

  /** Takes so many points more than the draws give: they become debt. */
  public Move owing(long points) {
    return new Move(kind, rule, this.points - points, corrects, terms, draws, shares);
  }

  /** Gives so many points more than go back into lots: they settle a debt or open a new lot. */
  public Move settling(long points) {
    return new Move(kind, rule, this.points + points, corrects, terms, draws, shares);
  }

  public static long sum(List<Draw> draws) {
    var sum = 0L;
    for (var draw : draws) sum = Math.addExact(sum, draw.points());
    return sum;
  }
}
