package dev.kopilka.member;

import dev.kopilka.member.enrolment.Admission;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.enrolment.Known.Identity;
import dev.kopilka.store.Unit;
import dev.kopilka.store.keys.KeyFilter;
import dev.kopilka.store.keys.NumberSet;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.person.IdentityRows.Kind;
import dev.kopilka.store.rows.MemberRows;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What a member has alone, the code and the identities, as numbers: tells what is certainly
 * nobody's yet, and what was given in this transaction, so that its own connection must be asked.
 */
final class Claims {
  private static final int KINDS = Kind.values().length;

  private final Unit unit;
  private final Sealing sealing;
  private final NumberSet given = new NumberSet();
  private Optional<KeyFilter> filter = Optional.empty();

  Claims(Unit unit, Sealing sealing) {
    this.unit = unit;
    this.sealing = sealing;
  }

  /** A filter of all claims for a file of so many members. */
  static KeyFilter filter(long rows) {
    return new KeyFilter(
        rows * KINDS,
        new KeyFilter.Stock() {
          @Override
          public long count(Unit unit) {
            return new MemberRows(unit).last() * KINDS;
          }

          @Override
          public void each(Unit unit, LongConsumer reader) {
            new IdentityRows(unit).eachKey(key -> reader.accept(number(key)));
          }
        });
  }

  private static long number(String key) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < key.length(); i++) hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }

  private long number(Identity identity) {
    return number(sealing.key(identity));
  }

  private static long ofCode(String code) {
    return number(Kind.CODE.key(code));
  }

  /** Asks the filter first from now on. */
  void with(KeyFilter filter) {
    filter.begin(unit);
    this.filter = Optional.of(filter);
  }

  /** What may be somebody's of the things that were asked about, and who can tell whose. */
  final class Asking {
    private boolean isOfOurs;

    /** Whether somebody may have the code. */
    boolean mayBeTaken(String code) {
      return !code.isEmpty() && mayBeTaken(ofCode(code));
    }

    boolean mayBeTaken(Identity identity) {
      return mayBeTaken(number(identity));
    }

    private boolean mayBeTaken(long claim) {
      isOfOurs |= given.has(claim);
      return filter.isEmpty() || !filter.get().isCertainlyFree(claim);
    }

    /** Where to look: what this transaction has written is seen by itself alone. */
    Unit where() {
      if (!isOfOurs || !unit.isHelped()) return unit.reader();
      unit.settle();
      return unit;
    }
  }

  /** Notes what somebody who is taken in has from now on. */
  void add(Enrolment newcomer) {
    add(ofCode(newcomer.code()));
    for (var identity : Admission.identities(newcomer)) add(number(identity));
  }

  private void add(long claim) {
    given.add(claim);
    filter.ifPresent(all -> all.add(claim));
  }
}
