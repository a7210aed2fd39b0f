package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.member.Registry;
import dev.kopilka.member.person.Person;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Nearest;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Refusal;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Sheet;
import dev.kopilka.screen.format.Term;
import dev.kopilka.store.Unit;
import dev.kopilka.store.member.Roster.Line;
import dev.kopilka.store.member.Roster;
import dev.kopilka.store.rows.MemberRows;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeSet;

/** Lists members in the order of their codes, one at a time: a list may be longer than memory. */
public final class ListCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.option("--status", "STATUS").among("active", "blocked", "left", "merged", "erased");
    syntax.option("--tier", "TIER");
    Veil.declare(syntax);
    syntax
        .exits(Exit.REFUSED, Exit.NOT_FOUND, Exit.STORAGE)
        .example("kopilka member list --status active")
        .example("kopilka member list --tier gold --columns member,available -o csv");
  }

  /** A member of the list and, where it is asked for, who that is. */
  private record Row(Line line, Person person) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var veil = Veil.of(given);
    veil.announce(desk, "member list", "");
    return desk.database().walk(unit -> show(unit, desk, given, veil));
  }

  private static Exit show(Unit unit, Desk desk, Given given, Veil veil) {
    var basics = Basics.load(unit);
    if (given.has("--tier")) checkTier(unit, given.text("--tier"));
    var day = desk.now().atZone(basics.zone()).toLocalDate();
    var lines = new Roster(unit).on(day, given.text("--status"));
    var rows = new Rows(lines, given.text("--tier"), basics, new Persons(unit, desk, veil));
    desk.screen().showTimesIn(basics.zone());
    return desk.screen().show(veil.columns(sheet(rows, basics), Row::person));
  }

  /** A tier that no version ever had is a slip of the hand, not a list of nobody. */
  private static void checkTier(Unit unit, String tier) {
    var known = new TreeSet<String>();
    for (var version : Versions.load(unit).versions()) {
      var ladder = version.programme().tiers();
      ladder.ifPresent(tiers -> tiers.levels().forEach(level -> known.add(level.code())));
    }
    if (known.contains(tier)) return;
    throw new Trouble.Refused(
        Refusal.TIER_NOT_FOUND,
        Problem.of(Refusal.TIER_NOT_FOUND.name())
            .with("tier", tier)
            .with("nearest", Nearest.to(tier, known)));
  }

  private static Sheet<Row> sheet(Iterator<Row> rows, Basics basics) {
    var points = basics.pointScale();
    return Sheet.of(rows)
        .column("member", row -> row.line.code())
        .column("status", row -> new Term("memberstatus", row.line.status()))
        .column("enrolled_at", row -> Instant.ofEpochMilli(row.line.enrolledAt()))
        .column("tier", row -> tier(row.line, basics))
        .decimal("available", row -> row.line.sums().available(), points)
        .decimal("pending", row -> row.line.sums().pending(), points)
        .decimal("held", row -> row.line.sums().held(), points)
        .decimal("debt", row -> row.line.sums().debt(), points)
        .column("purchases", row -> row.line.sums().purchases())
        .decimal("spend", row -> row.line.sums().spend(), basics.currencyScale())
        .column("last_purchase_at", row -> lastPurchase(row.line));
  }

  private static String tier(Line line, Basics basics) {
    return line.tier().isEmpty() ? basics.lowestTier() : line.tier();
  }

  private static Optional<Instant> lastPurchase(Line line) {
    var millis = line.sums().lastPurchaseAt();
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** Who the members of the list are; asks the store only when something of it is shown. */
  private record Persons(Unit unit, Desk desk, Veil veil) {
    Person of(Line line) {
      if (veil == Veil.NOTHING) return Person.UNKNOWN;
      var member = new MemberRows(unit).byNumber(line.number()).orElseThrow();
      return new Registry(unit, desk.vault()).profile(member).person();
    }
  }

  /** The lines of the tier, or all of them. A member without a standing is on the lowest tier. */
  private static final class Rows implements Iterator<Row> {
    private final Iterator<Line> lines;
    private final String tier;
    private final Basics basics;
    private final Persons persons;
    private Optional<Line> next = Optional.empty();

    Rows(Iterator<Line> lines, String tier, Basics basics, Persons persons) {
      this.lines = lines;
      this.tier = tier;
      this.basics = basics;
      this.persons = persons;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && lines.hasNext()) {
        var line = lines.next();
        if (tier.isEmpty() || tier.equals(tier(line, basics))) next = Optional.of(line);
      }
      return next.isPresent();
    }

    @Override
    public Row next() {
      hasNext();
      var line = next.orElseThrow();
      next = Optional.empty();
      return new Row(line, persons.of(line));
    }
  }
}
