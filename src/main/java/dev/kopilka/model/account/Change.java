package dev.kopilka.model.account;

import dev.kopilka.model.Draw;
import dev.kopilka.model.Entry;
import dev.kopilka.model.Hold;
import dev.kopilka.model.Lot;
import dev.kopilka.model.Standing;
import dev.kopilka.model.Standing.Basis;
import dev.kopilka.model.value.Invariant;
import java.util.ArrayList;
import java.util.List;

/** Applies one entry to one account: the single place that says what each kind of entry does. */
final class Change {
  private final Entry entry;
  private Lots lots;
  private List<Hold> holds;
  private List<Standing> standings;
  private long debt;

  Change(Account before, Entry entry) {
    this.entry = entry;
    this.lots = Lots.of(before.lots());
    this.holds = before.holds();
    this.standings = before.standings();
    this.debt = before.debt();
  }

  Change apply() {
    for (var draw : entry.draws()) draw(draw);
    switch (entry.kind()) {
      case EARN, RETURN, REDEEM, CAPTURE, RESTORE, EXPIRE, ADJUST, OPENING, TRANSFER, MERGE, UNMERGE ->
          move();
      case HOLD ->
          holds = and(holds, new Hold(entry.seq(), entry.terms().expiresOn(), parts()));
      case RELEASE, EXTEND -> {}
      case TIER -> standings = and(standings, standing(Basis.RULE));
      case GRANT -> standings = and(standings, standing(Basis.GIVEN));
      case REVOKE -> standings = and(standings, standing(Basis.RELEASED));
    }
    switch (entry.kind()) {
      case CAPTURE, RELEASE -> shrinkHold();
      default -> {}
    }
    return this;
  }

  private static <T> List<T> and(List<T> some, T more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  /** The lot is taken as it is now: earlier draws of the same entry may have changed it. */
  private void draw(Draw draw) {
    var named = draw.lot();
    var now = lots.now(named);
    if (now.isPresent()) lots = lots.without(now.get());
    var closed = new Lot(named.entry(), named.rule(), named.terms(), named.opened(), 0, 0);
    var drawn = drawn(now.orElse(closed), draw.points());
    if (drawn.isOpen()) lots = lots.with(drawn);
  }

  private Lot drawn(Lot lot, long points) {
    return switch (entry.kind()) {
      case HOLD, RELEASE -> lot.holding(points);
      case CAPTURE -> lot.capturing(points);
      case EXTEND -> lot.expiring(entry.terms().expiresOn());
      default -> lot.taking(points);
    };
  }

  /** A credit settles the debt first; what neither opens a lot nor goes back to one must be that. */
  private void move() {
    var drawn = 0L;
    for (var draw : entry.draws()) drawn = Math.addExact(drawn, draw.points());
    var owed = Math.subtractExact(Math.addExact(entry.points(), drawn), entry.opened());
    debt = Math.subtractExact(debt, owed);
    Invariant.holds(debt >= 0, "an entry settles more than the debt");
    if (entry.opened() > 0) {
      lots =
          lots.with(
              new Lot(
                  entry.seq(), entry.rule(), entry.terms(), entry.opened(), entry.opened(), 0));
    }
  }

  private List<Hold.Part> parts() {
    var parts = new ArrayList<Hold.Part>(entry.draws().size());
    for (var draw : entry.draws()) parts.add(new Hold.Part(draw.lot().entry(), draw.points()));
    return parts;
  }

  /** Takes what this entry captured or released out of the hold that it names. */
  private void shrinkHold() {
    for (var i = 0; i < holds.size(); i++) {
      var hold = holds.get(i);
      if (hold.entry() != entry.corrects()) continue;
      var rest = rest(hold);
      holds = new ArrayList<>(holds);
      if (rest.isEmpty()) holds.remove(i);
      else holds.set(i, new Hold(hold.entry(), hold.until(), rest));
      return;
    }
    throw new IllegalStateException("invariant broken: an entry ends a hold that is not open");
  }

  private List<Hold.Part> rest(Hold hold) {
    var rest = new ArrayList<Hold.Part>();
    for (var part : hold.parts()) {
      var left = part.points();
      for (var draw : entry.draws()) {
        if (draw.lot().entry() == part.lot()) left -= Math.abs(draw.points());
      }
      Invariant.holds(left >= 0, "an entry takes more than was held");
      if (left > 0) rest.add(new Hold.Part(part.lot(), left));
    }
    return rest;
  }

  private Standing standing(Basis basis) {
    var terms = entry.terms();
    return new Standing(entry.seq(), entry.rule(), terms.activeFrom(), terms.expiresOn(), basis);
  }

  long debt() {
    return debt;
  }

  List<Lot> lots() {
    return lots;
  }

  List<Hold> holds() {
    return holds;
  }

  List<Standing> standings() {
    return standings;
  }
}
