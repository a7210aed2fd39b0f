package dev.kopilka.ledger.naive;

import dev.kopilka.ledger.Ask;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Line;
import dev.kopilka.model.Terms;
import dev.kopilka.model.Where;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random histories: few members, who collide often, in all that a ledger can be asked. */
final class Histories {
  static final List<String> MEMBERS = List.of("A", "B", "C", "D");
  static final LocalDate FIRST = LocalDate.of(2026, 1, 10);

  private final Random random;
  private final List<Op.Said> said = new ArrayList<>();
  private LocalDate today = FIRST;
  private LocalDate closed = FIRST;
  private int number;

  private Histories(Random random) {
    this.random = random;
  }

  static List<Op> random(Random random, int length) {
    var histories = new Histories(random);
    var ops = new ArrayList<Op>();
    while (ops.size() < length) ops.add(histories.next());
    return ops;
  }

  private Op next() {
    if (random.nextInt(3) == 0) today = today.plusDays(random.nextInt(9));
    if (random.nextInt(12) == 0) {
      var to = today.plusDays(1).toEpochDay();
      closed = LocalDate.ofEpochDay(to - random.nextInt((int) (to - closed.toEpochDay()) + 1));
      return new Op.Night(closed);
    }
    var actor = random.nextInt(3) == 0 ? "boris" : "anna";
    var op = new Op.Said(request(), today, actor);
    said.add(op);
    return op;
  }

  private Request request() {
    if (!said.isEmpty() && random.nextInt(40) == 0) return again();
    if (random.nextInt(11) == 0) return between();
    var dice = random.nextInt(100);
    if (dice < 34) return purchase();
    if (dice < 38) return ask(EventKind.ACTIVITY, subject(rarely("walk", "visit")));
    if (dice < 39) return ask(EventKind.SURVEY, subject(rarely("else", "nps")));
    if (dice < 40) return ask(EventKind.CONTRACT, subject("year"));
    if (dice < 53) return giveBack();
    if (dice < 63) return spend(EventKind.REDEMPTION);
    if (dice < 68) return ask(EventKind.REDEMPTION, subject(rewards()));
    if (dice < 75) return spend(EventKind.HOLD);
    if (dice < 80) return ask(EventKind.CAPTURE, about(EventKind.HOLD).withPoints(few(4)));
    if (dice < 82) return ask(EventKind.RELEASE, about(EventKind.HOLD));
    if (dice < 87) return ask(EventKind.REVERSAL, about(rarelyCapture()));
    if (dice < 92) return adjust();
    if (dice < 98) return credit(EventKind.OPENING, random.nextInt(40) - 1);
    if (dice < 99) return ask(EventKind.ENROLMENT, Facts.NONE);
    return ask(rarely(EventKind.LEAVING, EventKind.ACTIVITY), subject("visit"));
  }

  /** Two members, or a tier by hand. */
  private Request between() {
    var other = rarely("Z", MEMBERS.get(random.nextInt(MEMBERS.size())));
    return switch (random.nextInt(7)) {
      case 0, 1 ->
          ask(EventKind.TRANSFER, subject(other).withPoints(random.nextInt(40) - 1));
      case 2 -> ask(EventKind.MERGE, subject(other));
      case 3, 4 -> ask(EventKind.UNMERGE, about(EventKind.MERGE));
      default -> ask(EventKind.TIER, subject(List.of("", "silver", "gold", "top").get(random.nextInt(4))));
    };
  }

  private <T> T rarely(T rare, T often) {
    return random.nextInt(15) == 0 ? rare : often;
  }

  private EventKind rarelyCapture() {
    return random.nextInt(3) == 0 ? EventKind.CAPTURE : EventKind.REDEMPTION;
  }

  private String rewards() {
    return List.of("cup", "mug", "pin", "old", "none").get(random.nextInt(5));
  }

  private Facts subject(String subject) {
    return Facts.NONE.withSubject(subject);
  }

  /** Mostly zero, else a few. */
  private long few(int most) {
    return random.nextInt(2) == 0 ? 0 : 1 + random.nextInt(most);
  }

  private LocalDate day() {
    var dice = random.nextInt(40);
    if (dice == 0) return today.plusDays(1);
    return dice < 10 ? today.minusDays(random.nextInt(70)) : today;
  }

  private Request ask(EventKind kind, Facts facts) {
    var needsNoMember = !facts.reference().isEmpty() && random.nextInt(4) > 0;
    var member = rarely("Z", MEMBERS.get(random.nextInt(MEMBERS.size())));
    var key = new Key(kind.defaultSource(), String.valueOf(++number));
    return new Request(kind, key, needsNoMember ? "" : member, Ask.noon(day()), facts);
  }

  private Request again() {
    var old = said.get(random.nextInt(said.size())).request();
    return switch (random.nextInt(4)) {
      case 0 -> old.with(old.facts().withDiscount(old.facts().discount() + 1));
      case 1 -> old.with(old.facts().withAttributes("again=yes"));
      case 2 -> new Request(old.kind(), old.key(), "Z", old.occurredAt(), old.facts());
      default -> old;
    };
  }

  private Request purchase() {
    var lines = new ArrayList<Line>();
    var categories = List.of("tea", "bread", "card", "");
    for (var i = random.nextInt(4); i > 0; i--) {
      lines.add(new Line(categories.get(random.nextInt(4)), "", "", random.nextInt(9000)));
    }
    var amount =
        lines.isEmpty() ? random.nextInt(12000) : lines.stream().mapToLong(Line::amount).sum();
    var where = new Where(random.nextBoolean() ? "web" : "", "", "", "", "");
    var facts =
        Facts.NONE
            .withAmount(amount)
            .withLines(lines)
            .withWhere(where)
            .withPoints(random.nextInt(4) == 0 ? random.nextInt(30) : 0)
            .withDiscount(random.nextInt(4) == 0 ? random.nextInt(500) : 0);
    return ask(EventKind.PURCHASE, facts);
  }

  private Facts about(EventKind kind) {
    var ids = said.stream().filter(op -> op.request().kind() == kind).toList();
    if (ids.isEmpty() || random.nextInt(30) == 0) return Facts.NONE.withReference("none");
    // The latest ones are the likeliest to be open still.
    var back = Math.min(ids.size() - 1, random.nextInt(kind == EventKind.MERGE ? 2 : 8));
    return Facts.NONE.withReference(ids.get(ids.size() - 1 - back).request().key().id());
  }

  private Request giveBack() {
    var facts = about(EventKind.PURCHASE);
    return switch (random.nextInt(4)) {
      case 0 -> ask(EventKind.RETURN, facts.withSubject(String.valueOf(1 + random.nextInt(3))));
      case 1 -> ask(EventKind.RETURN, facts.withSubject("1,2"));
      case 2 -> ask(EventKind.RETURN, facts.withAmount(1 + random.nextInt(4000)));
      default -> ask(EventKind.RETURN, facts);
    };
  }

  private Request spend(EventKind kind) {
    var until = today.plusDays(random.nextInt(40));
    var terms = kind == EventKind.HOLD ? new Terms(today, today, until) : Terms.NONE;
    var amount = random.nextInt(3) == 0 ? random.nextInt(9000) : 0;
    var facts = Facts.NONE.withPoints(random.nextInt(40)).withAmount(amount).withTerms(terms);
    return ask(kind, facts);
  }

  private Request adjust() {
    var request = credit(EventKind.ADJUSTMENT, random.nextInt(120) - 60);
    return random.nextInt(4) == 0 ? request.proposedBy("anna") : request;
  }

  private Request credit(EventKind kind, long points) {
    var from = today.plusDays(rarely(20, 0));
    var until = random.nextInt(3) == 0 ? Terms.NONE.expiresOn().withYear(9999) : from;
    var last = until.getYear() == 9999 ? LocalDate.of(9999, 12, 31) : from.plusDays(few(60));
    var terms = new Terms(today, from, last);
    return ask(kind, subject("gift").withPoints(points).withTerms(terms));
  }
}
