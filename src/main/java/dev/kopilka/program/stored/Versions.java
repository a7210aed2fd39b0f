package dev.kopilka.program.stored;

import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.Version;
import dev.kopilka.program.yaml.ProgrammeReader;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.ProgrammeRows;
import java.time.Instant;

/** Reads the programme's versions out of a ledger. */
public final class Versions {
  private Versions() {}

  /** All versions in order; none before the first apply. */
  public static ProgrammeHistory load(Unit unit) {
    return new ProgrammeHistory(
        new ProgrammeRows(unit).all().stream().map(Versions::version).toList());
  }

  private static Version version(ProgrammeRows.Stored stored) {
    var name = "version " + stored.version();
    return new Version(
        stored.version(),
        stored.effectiveFrom(),
        stored.author(),
        stored.hash(),
        stored.order(),
        Instant.ofEpochMilli(stored.recordedAt()),
        ProgrammeReader.read(name, stored.source()),
        stored.source());
  }

  static ProgrammeRows.Stored stored(Version version) {
    return new ProgrammeRows.Stored(
        version.number(),
        version.effectiveFrom(),
        version.author(),
        version.order(),
        version.hash(),
        version.recordedAt().toEpochMilli(),
        version.source());
  }
}
