package dev.kopilka.model;

import java.util.List;
import java.util.SortedMap;

/**
 * What an event says, apart from who, when and under which id. One shape for all kinds; what a
 * kind does not use is zero or empty, so that two contents can be compared field by field.
 *
 * @param amount money in minor units: what a receipt asks for, what a return pays back
 * @param discount money already taken off the amount, in minor units
 * @param points points asked for: part payment, redemption, adjustment (signed), balance
 * @param subject the activity, reward, reason, or the returned line numbers ({@code 1,3})
 * @param reference external id of the event that this one is about, empty when none
 * @param lines the receipt's lines in order; empty when the receipt is one undivided amount
 * @param terms dates that the caller fixes: of an opening balance, or a hold's deadline as the
 *     last good day; {@link Terms#NONE} otherwise
 * @param attributes further facts as canonical text {@code name=value} lines, sorted by name
 */
public record Facts(
    long amount,
    long discount,
    long points,
    String subject,
    String reference,
    Where where,
    List<Line> lines,
    Terms terms,
    String attributes) {

  public static final Facts NONE =
      new Facts(0, 0, 0, "", "", Where.UNKNOWN, List.of(), Terms.NONE, "");

  public Facts {
    lines = List.copyOf(lines);
  }

  /** What an answered survey says: its code and its score, a plain number or "". */
  public static Facts survey(String code, String score) {
    var facts = NONE.withSubject(code);
    return score.isEmpty() ? facts : facts.withAttributes("score=" + score);
  }

  /** Names with values as canonical text: {@code name=value} lines; what is empty is left out. */
  public static String lines(SortedMap<String, String> values) {
    var lines = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (value.isEmpty()) return;
          lines.append(lines.isEmpty() ? "" : "\n").append(name).append('=').append(value);
        });
    return lines.toString();
  }

  public Facts withAmount(long amount) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withDiscount(long discount) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withPoints(long points) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withSubject(String subject) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withReference(String reference) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withWhere(Where where) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withLines(List<Line> lines) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withTerms(Terms terms) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }

  public Facts withAttributes(String attributes) {
    return new Facts(
        amount, discount, points, subject, reference, where, lines, terms, attributes);
  }
}
