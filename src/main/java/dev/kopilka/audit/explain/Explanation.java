package dev.kopilka.audit.explain;

import dev.kopilka.model.Entry;
import dev.kopilka.model.Event;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.ProgrammeHistory;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.EntryRows;
import dev.kopilka.store.rows.EventRows;
import dev.kopilka.store.rows.KeyRows;
import dev.kopilka.store.rows.MemberRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains entries: all of a member, one, or those of one event. */
public final class Explanation {
  private final Unit unit;
  private final ProgrammeHistory programmes;

  private Explanation(Unit unit) {
    this.unit = unit;
    this.programmes = Versions.load(unit);
  }

  /**
   * One entry, explained.
   *
   * @param member the member code
   * @param event {@code source:id}, "" when the day's close made the entry
   * @param lots the lots it drew from or put back into, or the one it opened
   */
  public record Explained(
      String member, Entry entry, String event, List<Integer> lots, List<Phrase> phrases) {}

  /**
   * Explains what was asked for, in the order of the ledger.
   *
   * @param what a member code, {@code MEMBER/SEQ}, or the {@code source:id} of an event
   * @throws Trouble.Refused when there is no such thing
   */
  public static List<Explained> of(Unit unit, String what) {
    return new Explanation(unit).explain(what);
  }

  private List<Explained> explain(String what) {
    var rows = new MemberRows(unit);
    var member = rows.byCode(what);
    if (member.isPresent()) return of(member.get(), new EntryRows(unit).of(member.get().number()));
    var slash = what.lastIndexOf('/');
    var owner = slash > 0 ? rows.byCode(what.substring(0, slash)) : Optional.<Member>empty();
    if (owner.isPresent()) return one(owner.get(), what.substring(slash + 1), what);
    var colon = what.indexOf(':');
    if (colon < 1) throw missing(Refusal.MEMBER_NOT_FOUND, "member", what);
    var known = new KeyRows(unit).find(new Key(what.substring(0, colon), what.substring(colon + 1)));
    if (known.isEmpty()) throw missing(Refusal.ENTRY_NOT_FOUND, "entry", what);
    var found = known.get();
    return of(
        rows.byNumber(found.member()).orElseThrow(),
        new EntryRows(unit).ofEvent(found.member(), found.number()));
  }

  private List<Explained> one(Member member, String seq, String what) {
    var entries =
        new EntryRows(unit)
            .of(member.number()).stream()
                .filter(entry -> String.valueOf(entry.seq()).equals(seq))
                .toList();
    if (entries.isEmpty()) throw missing(Refusal.ENTRY_NOT_FOUND, "entry", what);
    return of(member, entries);
  }

  private static Trouble.Refused missing(Refusal refusal, String name, String what) {
    return new Trouble.Refused(refusal, Problem.of(refusal.name()).with(name, what));
  }

  private List<Explained> of(Member member, List<Entry> entries) {
    var explained = new ArrayList<Explained>(entries.size());
    for (var entry : entries) explained.add(of(member, entry));
    return explained;
  }

  private Explained of(Member member, Entry entry) {
    var version = programmes.numbered(entry.version()).orElseThrow();
    var figures = new Figures(version.programme());
    var event =
        entry.event() == 0
            ? Optional.<Event>empty()
            : new EventRows(unit).find(member.number(), entry.event());
    var phrases = new ArrayList<Phrase>();
    phrases.add(Cause.of(entry, event, figures));
    phrases.addAll(Effect.of(entry, event, version, figures));
    var id = event.map(one -> one.key().source() + ":" + one.key().id()).orElse("");
    return new Explained(member.code(), entry, id, lots(entry), phrases);
  }

  private static List<Integer> lots(Entry entry) {
    if (entry.opened() > 0) return List.of(entry.seq());
    return entry.draws().stream().map(draw -> draw.lot().entry()).toList();
  }
}
