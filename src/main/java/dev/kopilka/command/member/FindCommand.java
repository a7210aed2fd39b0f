package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.member.Clues;
import dev.kopilka.member.Profile;
import dev.kopilka.member.Registry;
import dev.kopilka.member.person.Person;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Sheet;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.MemberRows;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;

/** Finds members by code, card, phone, e-mail, or the beginning of a word of their name. */
public final class FindCommand implements Command {
  private static final int MOST_NAMES = 100;

  @Override
  public void declare(Syntax syntax) {
    syntax.argument("TEXT").optional();
    syntax.option("--card", "NUMBER");
    syntax.option("--phone", "PHONE");
    syntax.option("--email", "EMAIL");
    syntax.flag("--reveal");
    syntax
        .exits(Exit.REFUSED, Exit.BAD_INPUT, Exit.STORAGE)
        .example("kopilka member find Петр")
        .example("kopilka member find --phone \"8 (912) 345-67-89\"");
  }

  private record Found(List<Profile> profiles, ZoneId zone, Veil veil) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var asked = Veil.of(given);
    asked.announce(desk, "member find", "");
    var found = desk.database().read(unit -> found(unit, desk, given, asked.atLeastMasked(unit)));
    desk.screen().showTimesIn(found.zone);
    var sheet =
        Sheet.of(found.profiles)
            .column("member", profile -> profile.member().code())
            .column("status", profile -> profile.member().status())
            .column("enrolled_at", p -> Instant.ofEpochMilli(p.member().enrolledAt()));
    return desk.screen().show(found.veil.columns(sheet, Profile::person));
  }

  private static Found found(Unit unit, Desk desk, Given given, Veil veil) {
    var registry = new Registry(unit, desk.vault());
    var text = given.text("TEXT");
    var clues = clues(given);
    if (clues.isNone() && text.isBlank()) {
      throw new Trouble.Usage(Problem.of("CLUE_MISSING").with("option", "TEXT"));
    }
    var zone = Basics.load(unit).zone();
    if (veil == Veil.NOTHING) return new Found(byCode(unit, desk, text, clues), zone, veil);
    List<Member> members = registry.candidates(clues);
    if (!text.isBlank()) members = byText(registry, text, clues, members);
    return new Found(members.stream().map(registry::profile).toList(), zone, veil);
  }

  /**
   * For who may read nothing of persons. All but a code is refused, for to them the registry of
   * identities looks as if nobody had such a phone.
   */
  private static List<Profile> byCode(Unit unit, Desk desk, String text, Clues clues) {
    var member = new MemberRows(unit).byCode(Plain.code("member", text));
    if (member.isEmpty() || !clues.isNone()) {
      throw desk.database().location().trouble("DATABASE_FORBIDDEN");
    }
    return List.of(new Profile(member.get(), Person.UNKNOWN, Collections.emptySortedMap()));
  }

  /** With other clues beside it, a text narrows what they lead to. */
  private static List<Member> byText(
      Registry registry, String text, Clues clues, List<Member> others) {
    var exact = registry.candidates(Clues.anyOf(text));
    var hasLetters = text.codePoints().anyMatch(Character::isLetter);
    var members = exact.isEmpty() && hasLetters ? registry.named(text, MOST_NAMES) : exact;
    return clues.isNone() ? members : members.stream().filter(others::contains).toList();
  }

  private static Clues clues(Given given) {
    var clues = Clues.NONE;
    if (given.has("--card")) clues = clues.withCard(given.text("--card"));
    if (given.has("--phone")) clues = clues.withPhone(given.text("--phone"));
    if (given.has("--email")) clues = clues.withEmail(given.text("--email"));
    return clues;
  }
}
