package dev.kopilka.segment.outreach;

import dev.kopilka.program.Programme;
import dev.kopilka.program.segment.Segment;
import dev.kopilka.segment.facts.ByMember;
import dev.kopilka.segment.facts.FactsReader;
import dev.kopilka.segment.facts.Matching;
import dev.kopilka.segment.facts.MemberFacts;
import dev.kopilka.segment.facts.Spelling;
import dev.kopilka.segment.outreach.Audience.Hearer;
import dev.kopilka.segment.outreach.Choice.Chosen;
import dev.kopilka.segment.outreach.Choice.Said;
import dev.kopilka.segment.outreach.Choice.Silence;
import dev.kopilka.segment.outreach.Contacts.Contact;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Holders;
import dev.kopilka.store.report.Asked;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.CountRows;
import dev.kopilka.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * The actions for the members of segments, one for each member, in the order of enrolment, reckoned
 * while somebody walks over them: nothing is kept but the member in hand.
 */
public final class Actions implements Iterator<Action> {
  private final Wish wish;
  private final LocalDate today;
  private final Choice choice;
  private final Audience audience;
  private final ByMember<MemberFacts> facts;
  private final ByMember<Contact> contacts;
  private final Map<Long, List<Contact>> inherited = new HashMap<>();
  private final long[] silences = new long[Silence.values().length];
  private long members;
  private Optional<Action> next = Optional.empty();

  /**
   * Which actions are wanted.
   *
   * @param segments of several of a member the first counts that a message is for
   * @param now messages that were handed out at this very moment are no reason to be silent
   * @param isOfRecord only those that were recorded at that moment
   */
  public record Wish(
      Programme programme,
      List<Segment> segments,
      Instant now,
      Vault vault,
      boolean isOfRecord) {}

  public Actions(Unit unit, Wish wish) {
    this.wish = wish;
    this.today = day(wish.now.toEpochMilli());
    var segments = wish.segments.stream().map(Spelling::normal).toList();
    this.choice = new Choice(wish.programme, soldOut(unit), today);
    this.audience = new Audience(unit, segments, wish.vault);
    var scope = new FactsReader.Scope(wish.programme, segments, today, wish.vault);
    this.facts = new ByMember<>(new FactsReader(unit, scope).walk(), MemberFacts::number);
    inherit(unit);
    this.contacts =
        new ByMember<>(
            contacts(unit, segments)
                .with("until", wish.now.toEpochMilli())
                .walk(this::contact),
            Contact::member);
  }

  private static Asked contacts(Unit unit, List<Segment> segments) {
    var reports = new Reports(unit);
    if (segments.size() != 1) return reports.ask("contacts");
    return reports.ask("segment_contacts").with("segment", segments.getFirst().code());
  }

  /** What was told to the holder of a card that was merged since, they have heard. */
  private void inherit(Unit unit) {
    var holders = Holders.load(unit);
    if (holders.isEmpty()) return;
    new Reports(unit)
        .ask("contacts_merged")
        .with("until", wish.now.toEpochMilli())
        .each(
            row -> {
              var told = inherited.computeIfAbsent(holders.of(row.number(1)), _ -> new ArrayList<>());
              told.add(contact(row));
            });
  }

  /** What the member was told, with any card of theirs. */
  private List<Contact> told(long member) {
    var own = contacts.of(member);
    if (!inherited.containsKey(member)) return own;
    var all = new ArrayList<>(inherited.get(member));
    all.addAll(own);
    return all;
  }

  private Set<String> soldOut(Unit unit) {
    var soldOut = new HashSet<String>();
    for (var reward : wish.programme.rewards().values()) {
      if (reward.stock().isEmpty()) continue;
      var stock = new CountRows(unit).stock(reward.code());
      var left = reward.stock().getAsLong() + stock.added() - stock.taken();
      if (left <= 0) soldOut.add(reward.code());
    }
    return soldOut;
  }

  private Contact contact(Row row) {
    return new Contact(
        row.number(1), day(row.number(2)), row.number(2), row.text(3), row.text(4));
  }

  private LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(wish.programme.zone()).toLocalDate();
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && audience.hasNext()) next = action(audience.next());
    return next.isPresent();
  }

  @Override
  public Action next() {
    if (!hasNext()) throw new NoSuchElementException();
    var action = next.orElseThrow();
    next = Optional.empty();
    return action;
  }

  private Optional<Action> action(Hearer hearer) {
    members++;
    var address = hearer.address();
    var own = facts.of(address.member());
    var told = told(address.member());
    // What this run has just recorded does not count against itself.
    var before = told.stream().filter(one -> one.at() < wish.now.toEpochMilli()).toList();
    var chosen = chosen(hearer, own, new Contacts(before, today));
    if (chosen.said().isEmpty()) {
      silences[chosen.silence().ordinal()]++;
      return Optional.empty();
    }
    var action = action(address, own.getFirst(), chosen.said().get());
    return wish.isOfRecord && !isAmong(told, action) ? Optional.empty() : Optional.of(action);
  }

  private Chosen chosen(Hearer hearer, List<MemberFacts> own, Contacts contacts) {
    if (own.isEmpty()) return Chosen.none(Silence.LEFT_SEGMENT);
    var facts = own.getFirst();
    var still = hearer.segments().stream().filter(one -> Matching.belongs(facts, one)).toList();
    return still.isEmpty()
        ? Chosen.none(Silence.LEFT_SEGMENT)
        : choice.choose(still, facts, hearer.address(), contacts);
  }

  private Action action(Address address, MemberFacts own, Said said) {
    return new Action(
        address.member(),
        address.code(),
        said.segment(),
        said.message(),
        said.channel(),
        address.text(said.channel().contact()),
        Reason.of(said.segment(), own, wish.programme));
  }

  private boolean isAmong(List<Contact> told, Action action) {
    for (var one : told) {
      if (one.at() == wish.now.toEpochMilli()
          && one.message().equals(action.message().code())
          && one.channel().equals(action.channel().code())) return true;
    }
    return false;
  }

  /** Active members of the segments who have been walked over so far. */
  public long members() {
    return members;
  }

  /** How many are not spoken to because they are in none of the segments any more. */
  public long left() {
    return silences[Silence.LEFT_SEGMENT.ordinal()];
  }

  /** How many have been spoken to often enough, or heard the same lately. */
  public long tooSoon() {
    return silences[Silence.TOO_SOON.ordinal()];
  }

  /** How many gave no consent, or have no address on record. */
  public long outOfReach() {
    return silences[Silence.OUT_OF_REACH.ordinal()];
  }

  /** For how many no message is meant. */
  public long unmeant() {
    return silences[Silence.NOTHING_TO_SAY.ordinal()];
  }
}
