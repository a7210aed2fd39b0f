package dev.kopilka.audit;

import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.model.account.Account;
import dev.kopilka.program.Due;
import dev.kopilka.store.proof.Cache;
import dev.kopilka.store.proof.Walks;
import dev.kopilka.store.rows.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what is stored about one member with the account that the history adds up to. */
final class CacheCheck {
  private final Walks walks;
  private final List<Fault> faults = new ArrayList<>();

  CacheCheck(Walks walks) {
    this.walks = walks;
  }

  List<Fault> compare(Account account) {
    var member = account.member();
    var isEmpty = account.events() == 0 && account.entries() == 0;
    Map<Long, Object[]> expected = isEmpty ? Map.of() : Map.of(member, values(account));
    // The account's number within the member is the member itself.
    compare(Cache.ACCOUNT, member, new TreeMap<>(expected));
    compare(Cache.LOT, member, lots(account));
    compare(Cache.HOLD, member, holds(account));
    compare(Cache.STANDING, member, standings(account));
    return faults;
  }

  private void compare(Cache cache, long member, TreeMap<Long, Object[]> expected) {
    for (var walk = walks.of(cache); walk.isAt(member); walk.step()) {
      var key = walk.number();
      var found = walk.value().orElseThrow();
      var values = expected.remove(key);
      if (values == null) {
        faults.add(Fault.of(cache.table(), key, Kind.ROW_UNKNOWN));
      } else if (!Arrays.deepEquals(values, found)) {
        faults.add(difference(cache, key, values, found));
      }
    }
    for (var key : expected.keySet()) faults.add(Fault.of(cache.table(), key, Kind.ROW_MISSING));
  }

  private static Fault difference(Cache cache, long key, Object[] expected, Object[] found) {
    var should = new StringBuilder();
    var does = new StringBuilder();
    for (var i = 0; i < expected.length; i++) {
      if (Arrays.deepEquals(new Object[] {expected[i]}, new Object[] {found[i]})) continue;
      var comma = should.isEmpty() ? "" : ",";
      should.append(comma).append(cache.columns().get(i)).append('=').append(text(expected[i]));
      does.append(comma).append(cache.columns().get(i)).append('=').append(text(found[i]));
    }
    return Fault.of(cache.table(), key, Kind.VALUE_DIFFERS).expected(should).found(does);
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
  }

  private static Object[] values(Account account) {
    var totals = account.totals();
    return new Object[] {
      (long) account.events(),
      (long) account.entries(),
      account.debt(),
      totals.earned(),
      totals.redeemed(),
      totals.expired(),
      totals.purchases(),
      totals.spend(),
      totals.lastPurchaseAt(),
      Due.earliest(account).toEpochDay(),
      account.eventHead(),
      account.head()
    };
  }

  private static TreeMap<Long, Object[]> lots(Account account) {
    var rows = new TreeMap<Long, Object[]>();
    for (var lot : account.lots()) {
      rows.put(
          (long) lot.entry(),
          new Object[] {
            lot.rule(),
            lot.terms().earnedOn().toEpochDay(),
            lot.terms().activeFrom().toEpochDay(),
            lot.terms().expiresOn().toEpochDay(),
            lot.opened(),
            lot.remaining(),
            lot.held()
          });
    }
    return rows;
  }

  private static TreeMap<Long, Object[]> holds(Account account) {
    var rows = new TreeMap<Long, Object[]>();
    for (var hold : account.holds()) {
      var values = new Object[] {hold.until().toEpochDay(), NumberText.parts(hold.parts())};
      rows.put((long) hold.entry(), values);
    }
    return rows;
  }

  private static TreeMap<Long, Object[]> standings(Account account) {
    var rows = new TreeMap<Long, Object[]>();
    for (var standing : account.standings()) {
      rows.put(
          (long) standing.entry(),
          new Object[] {
            standing.tier(),
            standing.from().toEpochDay(),
            standing.until().toEpochDay(),
            standing.basis().word()
          });
    }
    return rows;
  }
}
