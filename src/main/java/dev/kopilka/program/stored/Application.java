package dev.kopilka.program.stored;

import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble.Refused;
import dev.kopilka.program.Version;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.ProgrammeRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A request to put a checked file in force as the next version.
 *
 * @param effective first day on which it is in force; empty for the day of the request
 * @param order number of the order; "" for the one that the file names, if any
 */
public record Application(
    ProgrammeFile file,
    Optional<LocalDate> effective,
    String order,
    String author,
    Instant recordedAt) {
  /**
   * What became of it.
   *
   * @param isNew false when the last version is this file already, and nothing was written
   * @param changes against the version before; empty for the first
   */
  public record Applied(Version version, boolean isNew, List<Change> changes) {}

  /**
   * Stores the version, unless the last one has the same bytes.
   *
   * @throws Refused when it would take effect before the last one, or when it counts in other units
   *     than those in which the ledger has posted
   */
  public Applied apply(Unit unit) {
    var history = Versions.load(unit);
    var last = history.latest();
    if (last.isPresent() && last.get().hash().equals(file.hash()))
      return new Applied(last.get(), false, List.of());
    var version = version(last.map(Version::number).orElse(0) + 1);
    if (last.isPresent()) refuse(version, last.get(), unit);
    new ProgrammeRows(unit).add(Versions.stored(version));
    Basics.of(version.programme()).save(unit);
    log(unit, version);
    var changes = last.map(before -> Change.between(before.source(), version.source()));
    return new Applied(version, true, changes.orElse(List.of()));
  }

  /** Who put which version in force, where the audit can see that one has gone. */
  private void log(Unit unit, Version version) {
    var details = version.effectiveFrom() + " " + version.hash();
    new LogRows(unit)
        .add(
            new LogRows.Line(
                0,
                recordedAt.toEpochMilli(),
                author,
                "program apply",
                String.valueOf(version.number()),
                details));
  }

  private Version version(int number) {
    var programme = file.programme();
    return new Version(
        number,
        effective.orElse(LocalDate.ofInstant(recordedAt, programme.zone())),
        author,
        file.hash(),
        order.isEmpty() ? programme.order().number() : order,
        recordedAt,
        programme,
        file.source());
  }

  private static void refuse(Version version, Version last, Unit unit) {
    if (version.effectiveFrom().isBefore(last.effectiveFrom()))
      throw new Refused(
          Refusal.VERSION_BACKWARDS,
          Problem.of(Refusal.VERSION_BACKWARDS.name())
              .with("day", version.effectiveFrom())
              .with("last", last.effectiveFrom()));
    if (!new ProgrammeRows(unit).hasJudgedAnything()) return;
    var was = last.programme();
    var is = version.programme();
    refuseOther("code", was.code(), is.code());
    refuseOther("currency", was.currency(), is.currency());
    refuseOther("timezone", was.zone().getId(), is.zone().getId());
    refuseOther("points.scale", "" + was.points().scale(), "" + is.points().scale());
  }

  // Every number and day in the ledger was counted in these; a change would change their meaning.
  private static void refuseOther(String key, String was, String is) {
    if (was.equals(is)) return;
    throw new Refused(
        Refusal.UNITS_FIXED,
        Problem.of(Refusal.UNITS_FIXED.name())
            .with("key", key)
            .with("before", was)
            .with("after", is));
  }
}
