package dev.kopilka.pilot;

import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.store.Unit;
import dev.kopilka.store.pilot.DealtRows;
import dev.kopilka.store.pilot.PilotRows;
import dev.kopilka.store.report.Asked;
import dev.kopilka.store.report.Reports;
import dev.kopilka.store.report.Row;
import dev.kopilka.store.rows.LogRows;
import dev.kopilka.store.rows.SettingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Deals the members of a pilot to its arms, once. */
public final class Assignment {
  private static final String KEY = "pilot_key";
  private static final String ACTION = "pilot assign";
  private static final String ARM = "arm";
  private static final String SHARE = "share";

  private final Unit unit;
  private final String salt;

  /**
   * @param salt {@link #salt}'s answer
   */
  public Assignment(Unit unit, String salt) {
    this.unit = unit;
    this.salt = salt;
  }

  /** When it is done, and by whom. */
  public record Stamp(Instant at, LocalDate today, String actor) {}

  /**
   * What came of it.
   *
   * @param isNew false where the pilot was assigned before, and nothing was done
   * @param skipped members on the list or in the segment who are not active
   */
  public record Assigned(Pilot pilot, boolean isNew, long skipped) {}

  /**
   * The salt by which the pilot deals: what it was dealt by, or the wished one, or one that follows
   * from the ledger's own key, so that a rehearsal says what the run will do.
   *
   * @param wished empty where nobody wishes any
   */
  public static String salt(Unit unit, String pilot, String wished) {
    var known = new PilotRows(unit).salt(pilot);
    if (known.isPresent() && !wished.isEmpty() && !known.get().equals(wished)) {
      throw other(pilot, "salt");
    }
    if (known.isPresent()) return known.get();
    if (!wished.isEmpty()) return wished;
    return new KeyedHash(new SettingRows(unit).always(KEY)).hex(pilot);
  }

  /** Looks who of the list is a member; {@link Roll#misses} tells the others. */
  public static void find(Unit unit, Roll roll) {
    roll.begin();
    asked(unit, new Terms.Source.Base(), "", 0).each(row -> roll.has(row.text(2)));
  }

  /** Assigns it, or finds that it was assigned so; refuses one that was assigned otherwise. */
  public Assigned assign(Terms terms, Stamp stamp) {
    var begins = terms.begins().orElse(stamp.today());
    var row =
        new PilotRows.Row(
            terms.pilot(),
            salt,
            terms.arms().text(),
            terms.source().text(),
            terms.shareText(),
            terms.strataText(),
            begins.toEpochDay(),
            stamp.at().toEpochMilli(),
            stamp.actor());
    if (!new PilotRows(unit).add(row)) return before(terms);
    var skipped = deal(terms, stamp);
    var pilot = Pilot.of(unit, terms.pilot());
    if (pilot.members() == 0) throw empty(terms.pilot());
    new LogRows(unit)
        .add(
            new LogRows.Line(
                0, row.assignedAt(), stamp.actor(), ACTION, row.code(), "members=" + pilot.members()));
    return new Assigned(pilot, true, skipped);
  }

  private static Trouble empty(String pilot) {
    var problem = Problem.of(Refusal.PILOT_EMPTY.name()).with("pilot", pilot);
    return new Trouble.Refused(Refusal.PILOT_EMPTY, problem);
  }

  private static Trouble other(String pilot, String field) {
    var problem = Problem.of(Refusal.PILOT_ASSIGNED.name()).with("pilot", pilot).with("field", field);
    return new Trouble.Refused(Refusal.PILOT_ASSIGNED, problem);
  }

  /** The first term that differs is named; a day that was left open is any day. */
  private Assigned before(Terms terms) {
    var pilot = Pilot.of(unit, terms.pilot());
    var row = pilot.row();
    for (var pair :
        List.of(
            new String[] {"arms", row.arms(), terms.arms().text()},
            new String[] {"source", row.source(), terms.source().text()},
            new String[] {"share", row.share(), terms.shareText()},
            new String[] {"strata", row.strata(), terms.strataText()})) {
      if (!pair[1].equals(pair[2])) throw other(terms.pilot(), pair[0]);
    }
    if (!terms.begins().equals(Optional.of(pilot.begins())) && terms.begins().isPresent()) {
      throw other(terms.pilot(), "from");
    }
    return new Assigned(pilot, false, 0);
  }

  private static Asked asked(
      Unit unit, Terms.Source source, String attribute, long day) {
    var segment = source instanceof Terms.Source.Segment one ? one.code() : "";
    return new Reports(unit)
        .ask("pilot_candidates")
        .with("day", day)
        .with("attribute", attribute)
        .with("segment", segment);
  }

  private long deal(Terms terms, Stamp stamp) {
    var hash = new KeyedHash(salt);
    var candidates = new Candidates();
    var skipped = new long[1];
    asked(unit, terms.source(), terms.attribute(), stamp.today().toEpochDay())
        .each(
            row -> {
              if (!isAsked(terms, row.text(2))) return;
              if (!row.text(3).equals(MemberStatus.ACTIVE.word())) skipped[0]++;
              else take(candidates, terms, row, hash);
            });
    var dealt =
        terms.strata().isEmpty()
            ? Dealing.each(candidates, terms.arms())
            : Dealing.inTurn(candidates, terms.arms(), hash, terms.pilot());
    var rows = new DealtRows(unit);
    for (var i = 0; i < dealt.length; i++) rows.add(terms.pilot(), candidates.member(i), dealt[i]);
    rows.flush();
    return skipped[0];
  }

  private static boolean isAsked(Terms terms, String code) {
    return !(terms.source() instanceof Terms.Source.Listed listed) || listed.roll().has(code);
  }

  private static void take(Candidates candidates, Terms terms, Row row, KeyedHash hash) {
    var code = row.text(2);
    var part = KeyedHash.part(hash.number(SHARE, terms.pilot(), code));
    if (part >= terms.share().doubleValue()) return;
    candidates.add(row.number(1), hash.number(ARM, terms.pilot(), code), stratum(terms, row));
  }

  private static String stratum(Terms terms, Row row) {
    var stratum = new StringBuilder();
    for (var one : terms.strata()) {
      var text =
          switch (one) {
            case Terms.CHANNEL -> row.text(4);
            case Terms.TIER -> row.text(5);
            default -> row.text(6);
          };
      stratum.append(text).append('\u001f');
    }
    return stratum.toString();
  }
}
