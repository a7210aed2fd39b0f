package dev.kopilka.ledger.naive;

import static dev.kopilka.ledger.naive.Person.Place.FREE;
import static dev.kopilka.ledger.naive.Person.Place.GONE;

import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.Proof;
import dev.kopilka.ledger.World;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Standing;
import dev.kopilka.model.account.Account;
import dev.kopilka.program.ProgrammeHistory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ledger and the naive model side by side, step by step. */
final class Duel implements AutoCloseable {
  private final World world;
  private final Naive naive;
  private final ProgrammeHistory programmes;
  private final Map<String, Long> numbers = new HashMap<>();
  final Map<EventKind, Integer> kinds = new EnumMap<>(EventKind.class);
  int recorded;
  int refused;

  Duel(Path folder, ProgrammeHistory programmes) {
    this.world = new World(folder, programmes);
    this.naive = new Naive(programmes);
    this.programmes = programmes;
  }

  void enrol(String member, LocalDate day) {
    numbers.put(member, world.enrol(member, day.toString()));
    naive.enrol(member, day);
  }

  /** They all come, at once; {@link #lookAt} tells who is compared. */
  void enrol(List<String> members, LocalDate day) {
    world.enrol(members, day.toString());
  }

  /** From now on this one alone is compared: the member of the number, enrolled on the day. */
  void lookAt(String member, long number, LocalDate day) {
    numbers.clear();
    naive.people.clear();
    numbers.put(member, number);
    naive.enrol(member, day);
  }

  /** Runs them all; several that one person asks on one day share a transaction. */
  void run(List<Op> ops, int together) {
    var batch = new ArrayList<Op.Said>();
    for (var op : ops) {
      if (!batch.isEmpty() && (batch.size() == together || !goesWith(batch.getFirst(), op))) {
        said(batch);
        batch.clear();
      }
      switch (op) {
        case Op.Said one -> batch.add(one);
        case Op.Night night -> night(night.day());
      }
    }
    said(batch);
  }

  private static boolean goesWith(Op.Said first, Op op) {
    return op instanceof Op.Said other
        && other.today().equals(first.today())
        && other.actor().equals(first.actor());
  }

  private void said(List<Op.Said> batch) {
    if (batch.isEmpty()) return;
    var first = batch.getFirst();
    world.today(first.today().toString()).actor(first.actor());
    var answers = world.post(batch.stream().map(Op.Said::request).toList());
    for (var i = 0; i < batch.size(); i++) {
      var expected = naive.post(batch.get(i));
      same(expected, word(answers.get(i)), batch.get(i));
      if (answers.get(i) instanceof Answer.Recorded one) {
        recorded++;
        kinds.merge(one.post().event().kind(), 1, Integer::sum);
        same(view(person(one.post().after())), view(one.post().after()), batch.get(i));
        var other = one.post().counterpart();
        if (other.isPresent()) {
          same(view(person(other.get().after())), view(other.get().after()), batch.get(i));
        }
      } else {
        refused++;
      }
    }
    var last = batch.getLast();
    stored(last);
  }

  private void stored(Op op) {
    for (var account : world.accounts(List.copyOf(numbers.values()))) {
      same(view(person(account)), view(account), op);
    }
  }

  private Person person(Account account) {
    for (var member : numbers.entrySet()) {
      if (member.getValue() == account.member()) return naive.people.get(member.getKey());
    }
    throw new AssertionError("nobody is number " + account.member());
  }

  private void night(LocalDate day) {
    world.close(day.toString());
    naive.close(day);
    stored(new Op.Night(day));
  }

  /** What is stored can be computed again from the events and entries, and their hashes hold. */
  void prove() {
    for (var number : numbers.values()) Proof.of(world, programmes, number);
    naive.sums(world.database());
  }

  private static String word(Answer answer) {
    return switch (answer) {
      case Answer.Recorded _ -> Naive.DONE;
      case Answer.Repeated _ -> Naive.AGAIN;
      case Answer.Refused refused -> refused.refusal().name();
    };
  }

  private void same(Object expected, Object found, Op op) {
    if (expected.equals(found)) return;
    throw new AssertionError(
        "%s%n  naive  %s%n  ledger %s".formatted(shown(op), expected, found));
  }

  static String shown(Op op) {
    return switch (op) {
      case Op.Night night -> "close " + night.day();
      case Op.Said said -> {
        Request asked = said.request();
        var facts = asked.facts();
        yield "%s %s of %s on %tF (today %s, %s) amount %d points %d %s%s lines %s until %s"
            .formatted(
                asked.kind().word(),
                asked.key().id(),
                asked.member(),
                java.time.Instant.ofEpochMilli(asked.occurredAt()).atZone(dev.kopilka.ledger.Ask.ZONE),
                said.today(),
                said.actor(),
                facts.amount(),
                facts.points(),
                facts.subject(),
                facts.reference().isEmpty() ? "" : "about " + facts.reference(),
                facts.lines().stream().map(line -> line.category() + " " + line.amount()).toList(),
                facts.terms().expiresOn());
      }
    };
  }

  private static List<Object> view(Account account) {
    var totals = account.totals();
    return List.of(
        List.of("balance", account.balance(), "held", account.held(), "debt", account.debt()),
        List.of(totals.earned(), totals.redeemed(), totals.expired(), totals.purchases()),
        totals.spend(),
        account.lots().stream()
            .map(
                lot ->
                    List.of(lot.rule(), lot.terms().earnedOn(), lot.terms().activeFrom(),
                        lot.terms().expiresOn(), lot.remaining(), lot.held()))
            .toList(),
        account.holds().stream().map(hold -> List.of(hold.until(), hold.points())).toList(),
        account.standings().stream()
            .map(standing -> List.of(standing.tier(), standing.from(), standing.until()))
            .toList(),
        account.granted().map(Standing::tier).orElse("none"));
  }

  private static List<Object> view(Person person) {
    var held = person.count(Person.Place.HELD);
    return List.of(
        List.of("balance", person.balance(), "held", held, "debt", person.debt),
        List.of(person.earned, person.redeemed, person.expired, person.purchases),
        person.spend,
        parcels(person),
        person.reserves.stream()
            .filter(reserve -> !reserve.ended)
            .map(reserve -> List.of(reserve.until, (long) reserve.points.size()))
            .toList(),
        person.tenures.stream()
            .map(tenure -> List.of(tenure.tier(), tenure.from(), tenure.until()))
            .toList(),
        person.floor == null ? "none" : person.floor.tier());
  }

  private static List<List<Object>> parcels(Person person) {
    var open = new HashMap<Person.Parcel, long[]>();
    for (var point : person.points) {
      if (point.place == GONE) continue;
      open.computeIfAbsent(point.parcel, _ -> new long[2])[point.place == FREE ? 0 : 1]++;
    }
    return open.keySet().stream()
        .sorted(
            Comparator.comparing((Person.Parcel parcel) -> parcel.expires)
                .thenComparing(parcel -> parcel.earned)
                .thenComparing(parcel -> parcel.order))
        .map(
            parcel ->
                List.<Object>of(parcel.rule, parcel.earned, parcel.active, parcel.expires,
                    open.get(parcel)[0], open.get(parcel)[1]))
        .toList();
  }

  @Override
  public void close() {
    world.close();
  }
}
