package dev.kopilka.audit;

import dev.kopilka.audit.Fault.Kind;
import dev.kopilka.model.chain.Chain;
import dev.kopilka.store.Unit;
import dev.kopilka.store.proof.Walks;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Hashes the programme's versions again, each with the one before it; names the first wrong one. */
record VersionCheck(long versions, List<Fault> faults) {
  private static final String TABLE = "programme";

  static VersionCheck of(Unit unit) {
    var walk = Walks.versions(unit);
    var head = Chain.ROOT;
    var expected = 1L;
    for (; !walk.isOver(); walk.step(), expected++) {
      if (walk.number() < expected) return one(Fault.of(TABLE, walk.number(), Kind.ROW_UNKNOWN));
      if (walk.number() > expected) {
        return one(Fault.of(TABLE, expected, Kind.ROW_MISSING).found(walk.number()));
      }
      var seen = walk.value();
      if (seen.isEmpty()) return one(Fault.of(TABLE, expected, Kind.ROW_UNREADABLE));
      var chain = seen.get().version().chained(head);
      var stored = seen.get().chain();
      if (!Arrays.equals(chain, stored)) {
        var hex = HexFormat.of();
        return one(
            Fault.of(TABLE, expected, Kind.ROW_CHANGED)
                .expected(hex.formatHex(chain))
                .found(hex.formatHex(stored)));
      }
      head = chain;
    }
    return new VersionCheck(expected - 1, List.of());
  }

  private static VersionCheck one(Fault fault) {
    return new VersionCheck(0, List.of(fault));
  }

  /** Whether there are as many versions as the events and entries name. */
  List<Fault> count(int latest) {
    if (latest <= versions) return List.of();
    return List.of(Fault.of(TABLE, versions + 1, Kind.ROW_MISSING));
  }
}
