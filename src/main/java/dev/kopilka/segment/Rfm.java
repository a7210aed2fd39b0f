package dev.kopilka.segment;

import dev.kopilka.program.segment.RfmTerms;
import dev.kopilka.program.segment.RfmTerms.Method;
import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Beside;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Recency, frequency, monetary value (Hughes 1994): everybody who bought in the window gets three
 * scores from 1 to 5, 5 for the latest, the most frequent, the most valuable.
 */
public final class Rfm extends AbstractList<RfmRow> {
  private static final int SCORES = Classes.COUNT + 1;
  private static final int MANY = 50_000;

  /**
   * What is asked.
   *
   * @param moneyScale decimals of the currency: what counts as one whole unit of money
   */
  public record Asked(RfmTerms terms, AsOf asOf, int moneyScale) {}

  private final Asked asked;
  private final RfmTerms terms;
  private final Buyers buyers;
  private final byte[] r;
  private final byte[] f;
  private final byte[] m;

  /** The name of every score that was asked for: a million buyers have 125 of them. */
  private final String[] names = new String[SCORES * SCORES * SCORES];

  private Rfm(Asked asked, Buyers buyers) {
    this.asked = asked;
    this.terms = asked.terms;
    this.buyers = buyers;
    var wholeUnit = 1L;
    for (var i = 0; i < asked.moneyScale; i++) wholeUnit *= 10;
    var days = new Classes(terms.ties(), 1);
    var money = new Classes(terms.ties(), wholeUnit);
    var scores =
        eachOf(
            List.of(
                () -> recency(days),
                () -> classes(days, terms.frequencyEdges(), buyers.frequency()),
                () -> classes(money, terms.monetaryEdges(), buyers.monetary())));
    this.r = scores.get(0);
    this.f = scores.get(1);
    this.m = scores.get(2);
  }

  /** Of many buyers each measure is sorted on a processor of its own. */
  private List<byte[]> eachOf(List<Supplier<byte[]>> scores) {
    var all = size() < MANY ? scores.stream() : scores.parallelStream();
    return all.map(Supplier::get).toList();
  }

  /**
   * Scores the ledger's buyers, in the order of their codes.
   *
   * @param readers see one snapshot; two are quicker than one
   * @param asked is told while their codes are on their way, and may ask the first of the readers
   */
  public static Rfm named(List<Unit> readers, Supplier<Asked> asked) {
    try (var others = Participants.ask(readers, true)) {
      return of(readers.getFirst(), others, asked.get());
    }
  }

  /** The same for who asks for nobody's code: the rows have none, and stand in no order. */
  public static Rfm unnamed(List<Unit> readers, Asked asked) {
    // Groups of equal size tell equal values apart by code.
    try (var others = Participants.ask(readers, asked.terms.ties() == RfmTerms.Ties.APART)) {
      return of(readers.getFirst(), others, asked);
    }
  }

  private static Rfm of(Unit unit, Beside<Participants> others, Asked asked) {
    var question = new Buyers.Question(asked.asOf, asked.terms.window());
    return new Rfm(asked, Buyers.load(unit, others, question));
  }

  public Asked asked() {
    return asked;
  }

  private byte[] classes(Classes classes, List<Long> edges, long[] values) {
    return terms.method() == Method.EDGES
        ? classes.edges(edges, values)
        : classes.quintiles(values);
  }

  /** Few days are good, so the classes are turned around. */
  private byte[] recency(Classes classes) {
    var days = buyers.recency();
    // Groups of equal size are dealt out from the worst, so that equal days fall by the member's
    // code and not against it.
    if (terms.ties() == RfmTerms.Ties.APART) return classes.quintiles(negated(days));
    var turned = classes(classes, terms.recencyEdges(), days);
    for (var i = 0; i < turned.length; i++) turned[i] = (byte) (Classes.COUNT + 1 - turned[i]);
    return turned;
  }

  private static long[] negated(long[] values) {
    var negated = new long[values.length];
    for (var i = 0; i < values.length; i++) negated[i] = -values[i];
    return negated;
  }

  @Override
  public RfmRow get(int i) {
    return new RfmRow(
        buyers.codes().get(i),
        buyers.recency()[i],
        buyers.frequency()[i],
        buyers.monetary()[i],
        r[i],
        f[i],
        m[i],
        name(r[i], f[i], m[i]));
  }

  private String name(int recency, int frequent, int monetary) {
    var place = (recency * SCORES + frequent) * SCORES + monetary;
    if (names[place] == null) names[place] = terms.nameOf(recency, frequent, monetary);
    return names[place];
  }

  /** The number in this ledger of the buyer in that row. */
  public long member(int i) {
    return buyers.members()[i];
  }

  @Override
  public int size() {
    return buyers.members().length;
  }

  /** The scores by member number; nothing for who did not buy in the window. */
  public LongFunction<Optional<RfmRow>> byMember() {
    var places = new HashMap<Long, Integer>(2 * size());
    for (var i = 0; i < size(); i++) places.put(member(i), i);
    return number -> Optional.ofNullable(places.get(number)).map(this::get);
  }

  /** What those of each score add up to, for scores that anybody has. */
  public List<ScoreSum> sums() {
    return ScoreSum.of(new byte[][] {r, f, m}, buyers);
  }

  /** What each named group adds up to, in the order of the names. */
  public List<RfmSummary> summary() {
    return RfmSummary.of(sums(), terms);
  }
}
