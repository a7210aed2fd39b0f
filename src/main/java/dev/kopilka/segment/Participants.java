package dev.kopilka.segment;

import dev.kopilka.store.Unit;
import dev.kopilka.store.report.Beside;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.rows.MemberRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Who takes part, by number: with their codes, or without where nobody asks for these. */
abstract class Participants {
  /** Room is made for so many beforehand, and for more as they come. */
  private static final long MOST = 10_000_000;

  /** So many members there will be, as far as anybody knows: they are numbered one by one. */
  static int expected(Unit unit) {
    return (int) Math.min(MOST, new MemberRows(unit).last());
  }

  /**
   * Asks for them, beside other questions where there are two readers.
   *
   * @param byCode whether their codes are wanted, or their order
   */
  static Beside<Participants> ask(List<Unit> readers, boolean byCode) {
    var unit = readers.getLast();
    return Beside.ask(readers.size() > 1, () -> byCode ? named(unit) : unnamed(unit));
  }

  /** Reads their codes too. For who may not read codes, others stand in. */
  static Participants named(Unit unit) {
    var named = new Named(expected(unit));
    var reports = new Reports(unit);
    reports
        .ask(reports.isNaming() ? "participants" : "participants_unnamed")
        .eachAtOnce(row -> named.add(row.number(1), row.utf8(2)));
    return named;
  }

  /** Reads who does not take part, which are few, as a rule: all others do. */
  static Participants unnamed(Unit unit) {
    var absent = new BitSet();
    new Reports(unit).ask("absent").eachAtOnce(row -> absent.set(Math.toIntExact(row.number(1))));
    return new Unnamed(absent);
  }

  /**
   * Some of them.
   *
   * @param codes in the order of which they stand; each is empty where codes were not asked for
   */
  record Some(List<String> codes, int[] members) {}

  /** Those who did buy. */
  abstract Some who(Bought bought);

  static final class Named extends Participants {
    private final Codes codes;
    private int[] members;

    /**
     * @param expected how many there will be
     */
    Named(int expected) {
      this.codes = new Codes(expected);
      this.members = new int[expected];
    }

    /** Adds a member, who has not been added before. */
    void add(long member, byte[] code) {
      var place = codes.size();
      if (place == members.length) members = Arrays.copyOf(members, place + place / 2 + 1);
      members[place] = Math.toIntExact(member);
      codes.append(code);
    }

    @Override
    Some who(Bought bought) {
      var places = inOrder(place -> bought.hasBought(members[place]));
      var numbers = new int[places.length];
      for (var i = 0; i < places.length; i++) numbers[i] = members[places[i]];
      return new Some(codes.at(places), numbers);
    }

    /** Sorted here and not by the database, whose collation of codes may differ from another's. */
    private int[] inOrder(IntPredicate isWanted) {
      var places = IntStream.range(0, codes.size()).filter(isWanted).toArray();
      if (codes.areAscending(places)) return places;
      // A server answers in an order of its own. Who was enrolled later has the later code, as a rule.
      var numbers = new long[places.length];
      for (var i = 0; i < places.length; i++) numbers[i] = members[places[i]];
      var byNumber = Classes.order(numbers);
      for (var i = 0; i < byNumber.length; i++) byNumber[i] = places[byNumber[i]];
      if (codes.areAscending(byNumber)) return byNumber;
      return Arrays.stream(places).boxed().sorted(codes::compare).mapToInt(i -> i).toArray();
    }
  }

  /** In the order of their numbers. */
  private static final class Unnamed extends Participants {
    private final BitSet absent;

    Unnamed(BitSet absent) {
      this.absent = absent;
    }

    @Override
    Some who(Bought bought) {
      var numbers =
          IntStream.range(0, bought.end())
              .filter(number -> bought.hasBought(number) && !absent.get(number))
              .toArray();
      return new Some(Collections.nCopies(numbers.length, ""), numbers);
    }
  }
}
