package dev.kopilka.audit;

import dev.kopilka.audit.registry.Found;
import dev.kopilka.audit.registry.KeySum;
import dev.kopilka.model.account.Member;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import dev.kopilka.store.proof.Identities;
import dev.kopilka.store.proof.KeySpan;
import dev.kopilka.store.proof.Span;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Checks the ledger against itself, one member after the other: every event and entry is hashed
 * again, the account is rebuilt from them, and everything that was stored about it is compared. Of
 * a broken history it names the first wrong row: what follows is broken by definition.
 */
public final class Verification {
  /** Members are dealt out in so many spans a reader, so that all readers end about together. */
  private static final int SPANS = 8;

  private final List<Unit> readers;
  private final LongConsumer progress;
  private final List<Verdict.Named> faults = new ArrayList<>();

  private Verification(List<Unit> readers, LongConsumer progress) {
    this.readers = readers;
    this.progress = progress;
  }

  /**
   * Verifies the whole ledger, one thread a reader.
   *
   * @param readers see one snapshot; the verdict does not depend on how many they are
   * @param progress hears now and then how many entries are done, in the caller's thread
   */
  public static Verdict of(List<Unit> readers, LongConsumer progress) {
    return new Verification(readers, progress).verdict();
  }

  private Verdict verdict() {
    var unit = readers.getFirst();
    var versions = VersionCheck.of(unit);
    versions.faults().forEach(fault -> name("", fault));
    var programmes =
        versions.faults().isEmpty() ? Versions.load(unit) : new ProgrammeHistory(List.of());
    var whole = all(programmes);
    var sums = whole.sums();
    if (versions.faults().isEmpty()) versions.count(sums.latestVersion()).forEach(f -> name("", f));
    whole.keys().found(unit).forEach(this::name);
    whole.identities().found(unit).forEach(this::name);
    // Of a history that is broken nobody knows what it adds up to.
    if (whole.isHistoryWhole() && versions.faults().isEmpty()) {
      SumCheck.of(unit, sums).forEach(fault -> name("", fault));
    }
    return whole.verdict(faults);
  }

  private Part all(ProgrammeHistory programmes) {
    var identities = new Identities(readers.getFirst());
    var registries = new Part.Registries(new KeySum.Secrets(), identities.areReadable());
    var parts = readers.stream().map(reader -> new Part(reader, programmes, registries)).toList();
    var spans = readers.size() == 1 ? 1 : readers.size() * SPANS;
    var members = Span.ofMembers(readers.getFirst(), spans);
    var crew = new Crew<>(parts, progress);
    for (var some : crew.deal(members, Part::verify)) faults.addAll(some);
    crew.deal(
        Span.ofPlaces(spans),
        (part, places, _) -> {
          part.readKeys(places);
          return true;
        });
    crew.deal(
        registries.areReadable() ? identities.spans(members) : List.of(KeySpan.CODES),
        (part, keys, _) -> {
          part.readIdentities(keys);
          return true;
        });
    var whole = parts.getFirst();
    for (var part : parts.subList(1, parts.size())) whole.add(part);
    return whole;
  }

  private void name(Found found) {
    var code = found.isStray() ? Optional.<String>empty() : code(found.member());
    name(code.orElse("#" + found.member()), found.fault());
  }

  private Optional<String> code(long member) {
    return new MemberRows(readers.getFirst()).byNumber(member).map(Member::code);
  }

  private void name(String member, Fault fault) {
    faults.add(new Verdict.Named(member, fault));
  }
}
