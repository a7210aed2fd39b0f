package dev.kopilka.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All versions of a ledger's programme, in order; a later one never starts before an earlier one.
 */
public record ProgrammeHistory(List<Version> versions) {
  public ProgrammeHistory {
    versions = List.copyOf(versions);
    for (var i = 1; i < versions.size(); i++) {
      var before = versions.get(i - 1);
      var after = versions.get(i);
      if (after.number() != before.number() + 1
          || after.effectiveFrom().isBefore(before.effectiveFrom()))
        throw new IllegalArgumentException("version " + after.number() + " is out of order");
    }
  }

  /** The version that judges what happened on the day: of several that started, the last. */
  public Optional<Version> inForceOn(LocalDate day) {
    for (var version : versions.reversed()) {
      if (!version.effectiveFrom().isAfter(day)) return Optional.of(version);
    }
    return Optional.empty();
  }

  public Optional<Version> latest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  public Optional<Version> numbered(int number) {
    return versions.stream().filter(version -> version.number() == number).findFirst();
  }
}
