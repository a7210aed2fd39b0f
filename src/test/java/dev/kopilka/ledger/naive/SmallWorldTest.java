package dev.kopilka.ledger.naive;

import dev.kopilka.ledger.Ask;
import dev.kopilka.ledger.Rules;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All histories of up to four steps over a world of ten, each with a member of its own. */
class SmallWorldTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 30);
  private static final int LENGTH = 4;
  private static final String RULES =
      """
      earn:
        - { code: base, on: purchase, give: { points: 1, per: "1.00" }, hold: P2D,
            expire: { after: P4D } }
      tiers:
        by: spend
        validity: P3D
        levels: [{ code: base, name: B, from: "0.00" }, { code: top, name: T, from: "6.00" }]
      rewards: [{ code: cup, name: Cup, cost: 2, tier: [top] }]
      """;

  @Test
  void theLedgerDoesWhatTheNaiveModelDoes() {
    var count = 1;
    for (var i = 1; i < LENGTH; i++) count *= STEPS.size();
    var each = count;
    IntStream.range(0, STEPS.size()).parallel().forEach(last -> play(last * each, each));
  }

  /** Plays so many histories from the given number on, in a ledger of their own. */
  private static void play(int first, int count) {
    var head = Rules.HEADED.returns("to_debt", "restore_for P1D");
    var members = IntStream.range(0, count).mapToObj(number -> "M" + number).toList();
    var folder = Ramdisk.folder();
    try (var duel = new Duel(folder, Rules.history(head.with(RULES)))) {
      duel.enrol(members, FIRST);
      for (var number = 0; number < count; number++) {
        duel.lookAt(members.get(number), number + 1, FIRST);
        duel.run(ops(members.get(number), first + number), number % 5 == 0 ? 1 : LENGTH);
      }
      duel.prove();
    } finally {
      Ramdisk.delete(folder);
    }
  }

  /** The digits of the number tell the steps; each step is two days later than the one before. */
  private static List<Op> ops(String member, int number) {
    var ops = new ArrayList<Op>();
    var latest = new EnumMap<EventKind, String>(EventKind.class);
    var left = number;
    var today = FIRST;
    for (var i = 0; i < LENGTH; i++) {
      var step = STEPS.get(left % STEPS.size());
      var facts = step.facts();
      if (step.about() != null) {
        facts = facts.withReference(latest.getOrDefault(step.about(), "none"));
      }
      ops.add(step.kind() == null ? new Op.Night(today) : said(step, member, i, facts, today));
      if (step.kind() != null) latest.put(step.kind(), member + "-" + i);
      left /= STEPS.size();
      today = today.plusDays(2);
    }
    return ops;
  }

  private static Op said(Step step, String member, int i, Facts facts, LocalDate today) {
    var key = new Key(step.kind().defaultSource(), member + "-" + i);
    var request = new Request(step.kind(), key, member, Ask.noon(today), facts);
    return new Op.Said(request, FIRST.plusDays(20), "anna");
  }

  /** A step that is about the latest event of another kind, or about none; without a kind: close. */
  private record Step(EventKind kind, Facts facts, EventKind about) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(EventKind.PURCHASE, Facts.NONE.withAmount(500), null),
          new Step(EventKind.PURCHASE, Facts.NONE.withAmount(700).withPoints(3), null),
          new Step(EventKind.RETURN, Facts.NONE, EventKind.PURCHASE),
          new Step(EventKind.OPENING, credit(), null),
          new Step(EventKind.REDEMPTION, Facts.NONE.withPoints(4), null),
          new Step(EventKind.REDEMPTION, Facts.NONE.withSubject("cup"), null),
          new Step(EventKind.HOLD, hold(), null),
          new Step(EventKind.CAPTURE, Facts.NONE.withPoints(1), EventKind.HOLD),
          new Step(EventKind.REVERSAL, Facts.NONE, EventKind.REDEMPTION),
          new Step(null, Facts.NONE, null));

  private static Facts credit() {
    var terms = new Terms(FIRST, FIRST, FIRST.plusDays(5));
    return Facts.NONE.withPoints(5).withSubject("gift").withTerms(terms);
  }

  private static Facts hold() {
    return Facts.NONE.withPoints(2).withTerms(new Terms(FIRST, FIRST, FIRST.plusDays(3)));
  }
}
