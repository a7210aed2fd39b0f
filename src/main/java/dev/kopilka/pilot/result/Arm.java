package dev.kopilka.pilot.result;

import dev.kopilka.pilot.measure.Moments;
import java.util.Arrays;

/** Where the outcomes of one arm are gathered, member by member. */
public final class Arm {
  private static final int FIRST = 1024;

  private final String name;
  private final long weight;
  private final boolean isKeeping;
  private final Moments outcomes = new Moments();
  private final Moments margins = new Moments();
  private double[] values = new double[0];
  private int size;
  private double pointsCost;

  /**
   * @param weight so large the arm was meant to be beside the others
   * @param isKeeping whether each outcome is kept, for draws and permutations
   */
  public Arm(String name, long weight, boolean isKeeping) {
    this.name = name;
    this.weight = weight;
    this.isKeeping = isKeeping;
  }

  /** One member's outcome, and the same measure of the time before (zero where it is not asked for). */
  public void add(double outcome, double before) {
    outcomes.add(outcome, before);
    if (!isKeeping) return;
    if (size == values.length) values = Arrays.copyOf(values, Math.max(FIRST, 2 * size));
    values[size++] = outcome;
  }

  /** The margin that one member brought, beside the outcome. */
  public void addMargin(double margin) {
    margins.add(margin);
  }

  /** What the points of the whole arm cost. */
  public void costs(double money) {
    pointsCost = money;
  }

  public String name() {
    return name;
  }

  public long weight() {
    return weight;
  }

  public Moments outcomes() {
    return outcomes;
  }

  public Moments margins() {
    return margins;
  }

  /** The outcomes that were kept. */
  double[] values() {
    return Arrays.copyOf(values, size);
  }

  /** What the points of a member of this arm cost on average. */
  double costOfOne() {
    return pointsCost / outcomes.count();
  }
}
