package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.member.Clues;
import dev.kopilka.member.Past;
import dev.kopilka.member.Registry;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Card;
import dev.kopilka.screen.Format;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;
import dev.kopilka.store.rows.MemberRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * Shows one member's points, tier and totals. The yardstick of start-up: as JSON it reads three
 * tables and loads nothing that it does not show.
 */
public final class ShowCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    Veil.declare(syntax);
    syntax
        .reads()
        .exits(Exit.NOT_FOUND, Exit.REFUSED)
        .example("kopilka member show 1001")
        .example("kopilka member show 1001 --as-of 2026-12-31 -o json");
  }

  /** The card, and the code of who the member is now, "" for the member itself. */
  private record Shown(Card card, ZoneId zone, String into) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var veil = Veil.of(given);
    var code = desk.database().read(unit -> member(unit, desk, given.text("MEMBER")).code());
    veil.announce(desk, "member show", code);
    var shown = desk.database().read(unit -> shown(unit, desk, given, veil));
    desk.screen().showTimesIn(shown.zone);
    if (!shown.into.isEmpty()) {
      desk.screen().say("merged", Map.of("member", code, "into", shown.into));
    }
    return desk.screen().show(shown.card);
  }

  /** People see a masked person beside the points; formats for programs keep their frozen shape. */
  private static Veil veil(Unit unit, Desk desk, Veil asked) {
    return switch (desk.screen().style().format()) {
      case Format.TABLE, Format.MD -> asked.atLeastMasked(unit);
      default -> asked;
    };
  }

  private static Shown shown(Unit unit, Desk desk, Given given, Veil asked) {
    var veil = veil(unit, desk, asked);
    var basics = Basics.load(unit);
    var member = member(unit, desk, given.text("MEMBER"));
    var at = given.asOf(basics.zone(), desk.now());
    var account = account(unit, member, at, desk.now());
    var day = at.atZone(basics.zone()).toLocalDate();
    var card = new MemberCard(member, account, basics, day).card();
    if (veil != Veil.NOTHING) {
      var profile = new Registry(unit, desk.vault()).profile(member);
      card.put("person", veil.card(profile));
      var attributes = Card.of();
      profile.attributes().forEach(attributes::put);
      if (!profile.attributes().isEmpty()) card.put("attributes", attributes);
    }
    return new Shown(card, basics.zone(), into(unit, member));
  }

  private static String into(Unit unit, Member member) {
    if (member.status() != MemberStatus.MERGED) return "";
    var rows = new MemberRows(unit);
    var merged = rows.merged();
    var now = member.number();
    while (merged.containsKey(now)) now = merged.get(now);
    return rows.byNumber(now).map(Member::code).orElse("");
  }

  /** By code at first, which is what scripts give; then by whatever else the text may be. */
  private static Member member(Unit unit, Desk desk, String typed) {
    var byCode = new MemberRows(unit).byCode(Plain.code("member", typed));
    if (byCode.isPresent()) return byCode.get();
    return new Registry(unit, desk.vault()).match(Clues.anyOf(typed));
  }

  /** What is to come is told from the state of today; what is past is counted again. */
  private static Account account(Unit unit, Member member, Instant at, Instant now) {
    if (!at.isBefore(now)) return new AccountRows(unit).load(member.number());
    return Past.account(unit, member.number(), at.toEpochMilli());
  }
}
