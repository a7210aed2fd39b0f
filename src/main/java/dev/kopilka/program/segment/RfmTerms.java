package dev.kopilka.program.segment;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * How recency, frequency and monetary value become scores from 1 to 5, and scores become names.
 *
 * @param recencyEdges when {@link Method#EDGES}: four ascending days
 * @param frequencyEdges four ascending counts of purchases
 * @param monetaryEdges four ascending amounts in minor units
 * @param window only purchases this far back count; empty when all do
 * @param names the first that covers a score names it; a score that none covers has no name
 * @param matrix risk against profit, and what is done about each cell
 */
public record RfmTerms(
    Ties ties,
    Method method,
    List<Long> recencyEdges,
    List<Long> frequencyEdges,
    List<Long> monetaryEdges,
    Optional<Period> window,
    List<RfmName> names,
    RfmMatrix matrix) {
  /** Which side a value belongs to that lies on a border between two scores. */
  public enum Ties {
    /** With the smaller values; equal values share a score. */
    WITH_SMALLER,
    /** With the larger values; equal values share a score. */
    WITH_LARGER,
    /**
     * With the smaller values, and with it all that lies less than one day, purchase or whole unit
     * of money above the border. What the rfm package of R does (version 0.3.0).
     */
    PLUS_ONE,
    /** Groups are of equal size: equal values are told apart by member code. */
    APART
  }

  /** Where the borders between scores come from. */
  public enum Method {
    QUINTILES,
    EDGES
  }

  public RfmTerms {
    recencyEdges = List.copyOf(recencyEdges);
    frequencyEdges = List.copyOf(frequencyEdges);
    monetaryEdges = List.copyOf(monetaryEdges);
    names = List.copyOf(names);
  }

  /** Quintiles, equal values sharing a score, all purchases, the classical names and matrix. */
  public static final RfmTerms CLASSICAL =
      new RfmTerms(
          Ties.WITH_SMALLER,
          Method.QUINTILES,
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          RfmName.CLASSICAL,
          RfmMatrix.CLASSICAL);

  /** The code of the segment of such a score, or "" when no name covers it. */
  public String nameOf(int r, int f, int m) {
    for (var name : names) {
      if (name.covers(r, f, m)) return name.segment();
    }
    return "";
  }
}
