package dev.kopilka.audit.explain;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.EntryKind;
import dev.kopilka.model.Event;
import dev.kopilka.model.EventKind;
import dev.kopilka.program.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an entry did to the member's points, lot by lot. */
final class Effect {
  private final Entry entry;
  private final Version version;
  private final Figures figures;
  private final boolean isOut;
  private final List<Phrase> phrases = new ArrayList<>();

  private Effect(Entry entry, Optional<Event> event, Version version, Figures figures) {
    this.entry = entry;
    this.isOut = event.map(Event::kind).map(Effect::isOut).orElse(false);
    this.version = version;
    this.figures = figures;
  }

  static List<Phrase> of(Entry entry, Optional<Event> event, Version version, Figures figures) {
    var effect = new Effect(entry, event, version, figures);
    effect.tell(event);
    return effect.phrases;
  }

  /** Whether what moves between two members goes away from this one. */
  private static boolean isOut(EventKind kind) {
    return kind == EventKind.TRANSFER || kind == EventKind.MERGE || kind == EventKind.UNMERGE_IN;
  }

  private void tell(Optional<Event> event) {
    phrases.add(headline());
    if (entry.kind() == EntryKind.EARN && event.isPresent()) {
      for (var rule : version.programme().earn()) {
        if (rule.code().equals(entry.rule())) {
          phrases.addAll(Reckoning.of(rule, entry, event.get(), figures));
        }
      }
    }
    if (tellsDraws()) for (var draw : entry.draws()) phrases.add(draw(draw));
    if (spends() && !entry.draws().isEmpty()) phrases.add(Phrase.of("order"));
    debt();
    if (entry.opened() > 0) phrases.add(lot());
  }

  /** The headline of the others names their lots. */
  private boolean tellsDraws() {
    return entry.kind() != EntryKind.EXTEND && entry.kind() != EntryKind.EXPIRE;
  }

  private boolean spends() {
    return entry.kind() == EntryKind.REDEEM || entry.kind() == EntryKind.HOLD;
  }

  /** Points that go lessen the balance and a debt that goes adds to it; coming is the other way. */
  private String moved() {
    var isDebt = isOut == entry.points() > 0;
    return (isDebt ? "debt" : "points") + (isOut ? "-out" : "-in");
  }

  private Phrase headline() {
    var name =
        switch (entry.kind()) {
          case REDEEM -> entry.rule().equals("points") ? "redeem" : "redeem-reward";
          case ADJUST -> entry.points() < 0 ? "adjust-down" : "adjust-up";
          case TRANSFER, MERGE, UNMERGE -> moved();
          case EARN, RETURN, CAPTURE, RESTORE, EXPIRE, OPENING, HOLD, RELEASE, TIER, EXTEND, GRANT,
              REVOKE ->
              entry.kind().word();
        };
    var lots = entry.draws().stream().map(draw -> draw.lot().entry()).toList();
    return Phrase.of("did." + name)
        .with("points", figures.points(entry.points() == 0 ? drawn() : entry.points()))
        .with("rule", entry.rule())
        .with("version", version.number())
        .with("corrects", entry.corrects())
        .with("from", entry.terms().activeFrom())
        .with("until", entry.terms().expiresOn())
        .with("lapsed", lapsed())
        .with("lots", lots);
  }

  /** The last good day of the lot that lapsed, "" when none did. */
  private Object lapsed() {
    if (entry.kind() != EntryKind.EXPIRE || entry.draws().isEmpty()) return "";
    return entry.draws().getFirst().lot().terms().expiresOn();
  }

  private long drawn() {
    return entry.draws().stream().mapToLong(Draw::points).sum();
  }

  private Phrase draw(Draw draw) {
    return Phrase.of(draw.points() < 0 ? "back" : "draw")
        .with("points", figures.points(draw.points()))
        .with("lot", draw.lot().entry())
        .with("until", draw.lot().terms().expiresOn());
  }

  /** What neither a lot gave or took is a debt that was made or settled. */
  private void debt() {
    if (entry.points() == 0) return;
    var settled = entry.points() + drawn() - entry.opened();
    if (settled == 0) return;
    phrases.add(
        Phrase.of(settled > 0 ? "settled" : "owed").with("points", figures.points(settled)));
  }

  private Phrase lot() {
    return Phrase.of("lot")
        .with("lot", entry.seq())
        .with("points", figures.points(entry.opened()))
        .with("from", entry.terms().activeFrom())
        .with("until", entry.terms().expiresOn());
  }
}
