package dev.kopilka.segment.portrait;

import dev.kopilka.program.outreach.Channel.Contact;
import dev.kopilka.program.privilege.TierLadder;
import dev.kopilka.segment.portrait.Face.Words;
import dev.kopilka.segment.portrait.count.Count.Group;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Holders;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.vault.Vault;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Hands over every member who takes part with what they did: two walks side by side, both by member,
 * of which only members with several cards are kept until the end.
 */
final class Sitters {
  private final Reports reports;
  private final Sitting sitting;
  private final Vault vault;
  private final String lowestTier;
  private final Holders holders;
  private final BiConsumer<Face, Doings> painter;
  private final Map<Long, Doings> ofCards = new HashMap<>();
  private final Map<Face, Doings> late = new HashMap<>();
  private final DoingsReader reader;
  private Iterator<Face> faces = Collections.emptyIterator();
  private Optional<Face> next = Optional.empty();
  private long current;
  private Doings doings = new Doings();

  Sitters(Unit unit, Sitting sitting, Vault vault, BiConsumer<Face, Doings> painter) {
    this.reports = new Reports(unit);
    this.sitting = sitting;
    this.vault = vault;
    this.painter = painter;
    this.holders = Holders.load(unit);
    this.reader = new DoingsReader(sitting.zone(), sitting.programme().lifecycle());
    this.lowestTier =
        sitting
            .programme()
            .tiers()
            .map(TierLadder::levels)
            .map(levels -> levels.getFirst().code())
            .orElse("");
  }

  void sit() {
    faces =
        reports
            .ask("portrait_members")
            .with("day", sitting.day().toEpochDay())
            .with("segment", sitting.segment())
            .walk(this::face);
    next = faces.hasNext() ? Optional.of(faces.next()) : Optional.empty();
    reports
        .ask("portrait_events")
        .with("from", sitting.from())
        .with("until", sitting.now().toEpochMilli())
        .each(this::event);
    finish();
    while (next.isPresent()) hand(step(), new Doings());
    late.forEach(this::handLate);
  }

  private void event(Row row) {
    if (row.number(1) != current) {
      finish();
      current = row.number(1);
      doings = new Doings();
    }
    reader.enter(row, doings);
  }

  /** All of the current member has been read: whoever comes before did nothing. */
  private void finish() {
    if (current == 0) return;
    if (holders.isMerged(current)) {
      ofCards.computeIfAbsent(holders.of(current), _ -> new Doings()).add(doings);
      return;
    }
    while (next.isPresent() && next.get().member() < current) hand(step(), new Doings());
    // Who has left has doings and no face.
    if (next.isPresent() && next.get().member() == current) hand(step(), doings);
  }

  /** The next face; the one behind it is looked at ahead. */
  private Face step() {
    var face = next.orElseThrow();
    next = faces.hasNext() ? Optional.of(faces.next()) : Optional.empty();
    return face;
  }

  private void hand(Face face, Doings theirs) {
    if (holders.isOneOfSeveral(face.member())) late.put(face, theirs);
    else painter.accept(face, theirs);
  }

  private void handLate(Face face, Doings theirs) {
    var more = ofCards.get(face.member());
    if (more != null) theirs.add(more);
    painter.accept(face, theirs);
  }

  private Face face(Row row) {
    var consents = row.text(3).isEmpty() ? Set.<String>of() : Set.of(row.text(3).split(","));
    var contacts = EnumSet.of(Contact.NONE);
    if (row.number(9) == 1) contacts.add(Contact.EMAIL);
    if (row.number(10) == 1) contacts.add(Contact.PHONE);
    var tier = row.text(4).isEmpty() ? lowestTier : row.text(4);
    var birthDate =
        row.text(8).isEmpty() ? "" : vault.under(row.text(7)).opened("birth_date", row.text(8));
    var day = sitting.day();
    return new Face(
        row.number(1),
        row.number(12) == 1 ? Group.SEGMENT : Group.REST,
        new Words(tier, row.text(5), row.text(6), consents, contacts),
        Face.age(birthDate, day),
        day.toEpochDay() - sitting.day(row.number(2)).toEpochDay(),
        row.number(11));
  }
}
