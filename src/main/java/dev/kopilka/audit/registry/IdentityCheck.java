package dev.kopilka.audit.registry;

import static java.util.Comparator.comparingLong;

import dev.kopilka.audit.Fault;
import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.store.Unit;
import dev.kopilka.store.person.IdentityRows;
import dev.kopilka.store.proof.Identities;
import dev.kopilka.store.proof.KeySpan;
import dev.kopilka.store.proof.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares the registry of identities with what members, persons and cards say of themselves: as
 * sums first, and only where these differ row by row. A row is named by its kind and its member:
 * what stands in it may be somebody's phone.
 */
public final class IdentityCheck {
  private static final String TABLE = "identity";

  private final boolean isWhole;
  private final KeySum said;
  private final KeySum stored;
  private final Set<String> bad = new HashSet<>();
  private final List<Found> found = new ArrayList<>();

  /**
   * @param isWhole whether persons and cards may be read; else codes alone are compared
   */
  public IdentityCheck(KeySum.Secrets secrets, boolean isWhole) {
    this.isWhole = isWhole;
    this.said = new KeySum(secrets);
    this.stored = new KeySum(secrets);
  }

  /** Whether all is compared, and not codes alone. */
  public boolean isWhole() {
    return isWhole;
  }

  /** Takes in whose the code is. */
  public void take(long member, String code) {
    said.take(bytes(IdentityRows.Kind.CODE.key(code)), member);
  }

  /** Takes in what persons and cards of these members say. */
  public void take(Unit unit, Span members) {
    if (isWhole) new Identities(unit).eachSaid(members, said::take);
  }

  /** Takes in the registry's own rows with such keys. */
  public void take(Unit unit, KeySpan keys) {
    new Identities(unit).each(keys, stored::take);
  }

  /** Takes in what another check of the same ledger took in. */
  public void add(IdentityCheck other) {
    said.add(other.said);
    stored.add(other.stored);
  }

  /** What is wrong, once all members and all of the registry are taken in. */
  public List<Found> found(Unit unit) {
    if (stored.isSame(said)) return List.of();
    var identities = new Identities(unit);
    identities.eachCode((key, member) -> check(identities, text(key), member));
    if (isWhole) {
      identities.eachSaid(Span.ALL, (key, member) -> check(identities, text(key), member));
    }
    var all = isWhole ? KeySpan.ALL : KeySpan.CODES;
    identities.each(all, (key, member) -> checkStray(identities, text(key), member));
    // The tables have their rows in different orders on different servers.
    found.sort(comparingLong(Found::member).thenComparing(one -> one.fault().row()));
    return found;
  }

  private void check(Identities identities, String key, long member) {
    var holder = identities.holder(key);
    if (holder.isPresent() && holder.getAsLong() == member) return;
    var fault = Fault.of(TABLE, kind(key), Kind.ROW_MISSING);
    if (holder.isPresent()) {
      bad.add(key);
      fault =
          Fault.of(TABLE, kind(key), Kind.VALUE_DIFFERS)
              .expected("member=" + member)
              .found("member=" + holder.getAsLong());
    }
    found.add(new Found(member, false, fault));
  }

  private void checkStray(Identities identities, String key, long member) {
    if (bad.contains(key) || identities.isSaid(key, member)) return;
    var fault = Fault.of(TABLE, kind(key), Kind.ROW_UNKNOWN).found("member=" + member);
    found.add(new Found(member, false, fault));
  }

  /** What stands before the colon; whoever writes rows of their own need not have written one. */
  private static String kind(String key) {
    return key.substring(0, Math.max(0, key.indexOf(':')));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
