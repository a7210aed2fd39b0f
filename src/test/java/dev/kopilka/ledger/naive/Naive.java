package dev.kopilka.ledger.naive;

import static dev.kopilka.ledger.naive.Person.Place.FREE;
import static dev.kopilka.ledger.naive.Person.Place.GONE;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.ledger.Ask;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.ledger.naive.Person.Deed;
import dev.kopilka.ledger.naive.Person.Gain;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Key;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.program.Programme;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.earn.Expiry;
import dev.kopilka.store.Database;
import dev.kopilka.store.rows.CountRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A second ledger, written from the rules in words and not from the first one: no lots, no
 * database, single points in a heap, everything counted again each time.
 */
final class Naive {
  static final String DONE = "";
  static final String AGAIN = "AGAIN";

  private final ProgrammeHistory book;
  private final Map<Key, Memory> memories = new HashMap<>();
  private final Map<String, Long> budgets = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();
  private final Corrections corrections = new Corrections();
  final Map<String, Person> people = new TreeMap<>();

  private final EnumSet<Refusal> reasons = EnumSet.noneOf(Refusal.class);
  private Programme programme;
  private Person person;
  private Person other;
  private LocalDate day;
  private Ladder ladder;
  private Op.Said said;

  Naive(ProgrammeHistory book) {
    this.book = book;
  }

  void enrol(String code, LocalDate day) {
    people.put(code, new Person(code, day));
  }

  private static LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(Ask.ZONE).toLocalDate();
  }

  /** What has ended by the beginning of the day. */
  void close(LocalDate day) {
    for (var one : people.values()) {
      for (var reserve : one.reserves) {
        if (!reserve.ended && reserve.until.isBefore(day)) one.release(reserve);
      }
      one.lapse(day);
      one.sweep();
      new Ladder(book.latest().orElseThrow().programme(), one).fall(day);
    }
  }

  /** Compares the sums over all members with those that are stored. */
  void sums(Database database) {
    var rules = book.versions().stream().flatMap(one -> one.programme().earn().stream()).toList();
    database.read(
        unit -> {
          var rows = new CountRows(unit);
          for (var rule : rules) {
            var given = budgets.getOrDefault(rule.code(), 0L);
            if (rule.budget().isPresent()) {
              assertEquals(given, rows.given(rule.code()).orElse(0), "budget of " + rule.code());
            }
          }
          for (var reward : List.of("cup", "mug", "pin", "old")) {
            assertEquals(taken.getOrDefault(reward, 0L), rows.stock(reward).taken(), reward);
          }
          return true;
        });
  }

  /** Done, done again, or the first of all reasons against it. */
  String post(Op.Said said) {
    this.said = said;
    var request = said.request();
    day = day(request.occurredAt());
    reasons.clear();
    var known = memories.get(request.key());
    if (known != null) {
      return known.request.equals(request) ? AGAIN : Refusal.ID_REUSED.name();
    }
    var about = about(request);
    if (!reasons.isEmpty()) return reasons.iterator().next().name();
    var named = people.get(request.member());
    var isUndoing = request.kind() == EventKind.UNMERGE;
    person = named == null ? about.person : named;
    if (about != null && !isUndoing) person = person.living();
    if (about != null && (isUndoing ? about.person : about.person.living()) != person) reasons.add(Refusal.OTHER_MEMBER);
    other = other(request, about);
    if (other == null && request.kind().counterpart().isPresent()) {
      return Refusal.MEMBER_NOT_FOUND.name();
    }
    if (other == person) reasons.add(Refusal.SAME_MEMBER);
    common(request);
    var version = book.inForceOn(day);
    if (version.isEmpty()) return reasons.iterator().next().name();
    programme = version.get().programme();
    ladder = new Ladder(programme, person);
    var memory = new Memory(request, person);
    var act = reasons.isEmpty() ? act(request, memory, about) : null;
    if (!reasons.isEmpty()) return reasons.iterator().next().name();
    act.run();
    person.sweep();
    memories.put(request.key(), memory);
    return DONE;
  }

  /** The second one whom the request concerns. */
  private Person other(Request request, Memory about) {
    return switch (request.kind()) {
      case TRANSFER, MERGE -> people.get(request.facts().subject());
      case UNMERGE -> about.merged.target;
      default -> null;
    };
  }

  private Memory about(Request request) {
    if (!request.member().isEmpty() && !people.containsKey(request.member())) {
      reasons.add(Refusal.MEMBER_NOT_FOUND);
    }
    var id = request.facts().reference();
    var found =
        switch (request.kind()) {
          case RETURN -> memories.get(new Key("purchases", id));
          case CAPTURE, RELEASE -> memories.get(new Key("holds", id));
          case REVERSAL ->
              memories.getOrDefault(
                  new Key("redemptions", id), memories.get(new Key("captures", id)));
          case UNMERGE -> memories.get(new Key("merges", id));
          default -> null;
        };
    if (found != null) return found;
    switch (request.kind()) {
      case RETURN -> reasons.add(Refusal.PURCHASE_NOT_FOUND);
      case CAPTURE, RELEASE -> reasons.add(Refusal.HOLD_NOT_FOUND);
      case REVERSAL -> reasons.add(Refusal.REDEMPTION_NOT_FOUND);
      case UNMERGE -> reasons.add(Refusal.MERGE_NOT_FOUND);
      default -> {}
    }
    return null;
  }

  private void common(Request request) {
    if (book.inForceOn(day).isEmpty()) reasons.add(Refusal.NO_PROGRAMME);
    if (day.isAfter(said.today())) reasons.add(Refusal.EVENT_IN_FUTURE);
    if (day.isBefore(person.enrolled)) reasons.add(Refusal.EVENT_BEFORE_ENROLMENT);
    if (person.left) reasons.add(Refusal.MEMBER_LEFT);
    if (person.mergedInto != null && request.kind() != EventKind.UNMERGE) {
      reasons.add(Refusal.MEMBER_MERGED);
    }
    if (other != null) {
      if (day.isBefore(other.enrolled)) reasons.add(Refusal.EVENT_BEFORE_ENROLMENT);
      if (other.left) reasons.add(Refusal.MEMBER_LEFT);
      if (other.mergedInto != null) reasons.add(Refusal.MEMBER_MERGED);
    }
    if (!person.blocked) return;
    switch (request.kind()) {
      case PURCHASE, ACTIVITY, SURVEY, CONTRACT, REDEMPTION, HOLD, CAPTURE, ENROLMENT ->
          reasons.add(Refusal.MEMBER_BLOCKED);
      default -> {}
    }
  }

  /** What is to be done, once nothing speaks against it. */
  private Runnable act(Request request, Memory memory, Memory about) {
    return switch (request.kind()) {
      case PURCHASE, ACTIVITY, ENROLMENT, SURVEY, CONTRACT -> earn(request, memory);
      case REDEMPTION -> spending().redeem(request, memory);
      case HOLD -> spending().reserve(request, memory);
      case CAPTURE -> spending().capture(request, memory, about);
      case RELEASE -> spending().release(about);
      case REVERSAL -> undo(about, spending().reverse(about));
      case RETURN -> undo(about, new GivenBack(programme, day, about).act(request, reasons));
      case ADJUSTMENT -> corrections.adjust(programme, person, said, reasons);
      case OPENING -> Corrections.open(person, request, reasons);
      case LEAVING -> this::leave;
      case TRANSFER -> union().transfer(request.facts().points());
      case MERGE -> union().merge(memory);
      case UNMERGE -> union().unmerge(about);
      case TIER -> tier(request.facts().subject());
      case TRANSFER_IN, MERGE_IN, UNMERGE_IN -> throw new AssertionError("nobody asks for that");
    };
  }

  /** Who undoes something of another card keeps in mind whose it was. */
  private Runnable undo(Memory about, Runnable act) {
    return () -> {
      act.run();
      if (about.person != person) person.undoneFor.add(about.person);
    };
  }

  private Union union() {
    return new Union(programme, day, reasons, person, other);
  }

  private Runnable tier(String tier) {
    if (!tier.isEmpty() && ladder.index(tier) < 0) reasons.add(Refusal.TIER_NOT_FOUND);
    else if (!tier.isEmpty() && ladder.index(tier) < ladder.now()) {
      reasons.add(Refusal.TIER_NOT_HIGHER);
    }
    if (tier.isEmpty() && person.floor == null) reasons.add(Refusal.TIER_NOT_GIVEN);
    return () -> {
      if (tier.isEmpty()) ladder.release(day);
      else ladder.give(tier, day);
    };
  }

  private Spending spending() {
    return new Spending(programme, person, day, reasons, taken);
  }

  private Runnable earn(Request request, Memory memory) {
    var facts = request.facts();
    if (request.kind() == EventKind.ACTIVITY
        && !programme.activities().containsKey(facts.subject())) {
      reasons.add(Refusal.ACTIVITY_NOT_FOUND);
    }
    if (request.kind() == EventKind.SURVEY
        && !programme.surveys().isEmpty()
        && !programme.surveys().contains(facts.subject())) {
      reasons.add(Refusal.SURVEY_NOT_FOUND);
    }
    var paysWithPoints = request.kind() == EventKind.PURCHASE && facts.points() > 0;
    if (paysWithPoints) spending().check(facts.points(), facts.amount(), true);
    var gifts =
        new Gifts(programme, person, request.kind(), facts, day, ladder.on(day), budgets);
    var all = gifts.all();
    if (gifts.rejected) reasons.add(Refusal.CAP_REACHED);
    return () -> {
      if (paysWithPoints) memory.spent = person.spend(day, facts.points());
      for (var gift : all) give(gift, memory);
      var isPurchase = request.kind() == EventKind.PURCHASE;
      if (isPurchase) person.purchases++;
      person.spend += isPurchase ? facts.amount() : 0;
      var visits = isPurchase || request.kind() == EventKind.ACTIVITY ? 1 : 0;
      if (visits > 0) person.deeds.add(new Deed(day, isPurchase ? facts.amount() : 0, visits));
      if (request.kind() != EventKind.ENROLMENT) prolong();
      ladder.rise(day, false);
    };
  }

  private void give(Gifts.Gift gift, Memory memory) {
    var rule = gift.rule().code();
    var parcel = person.credit(rule, gift.points(), gift.dates());
    memory.given.add(new Memory.Given(rule, gift.points(), gift.shares(), parcel));
    person.gains.add(new Gain(day, rule, gift.points()));
    person.earned += gift.points();
    if (gift.rule().budget().isPresent()) budgets.merge(rule, gift.points(), Long::sum);
  }

  /** Who does something keeps the points of the rules that lapse by inactivity. */
  private void prolong() {
    for (var rule : programme.earn()) {
      if (rule.expire().policy() != Expiry.Policy.INACTIVITY) continue;
      var until = Gifts.lastDay(rule.expire(), day);
      for (var point : person.points) {
        var parcel = point.parcel;
        if (point.place == GONE || !parcel.rule.equals(rule.code())) continue;
        if (!day.isAfter(parcel.expires) && parcel.expires.isBefore(until)) parcel.expires = until;
      }
    }
  }

  private void leave() {
    for (var reserve : person.reserves) if (!reserve.ended) person.release(reserve);
    for (var point : person.points) {
      if (point.place != FREE) continue;
      point.place = GONE;
      person.expired++;
    }
    person.left = true;
  }
}
