package dev.kopilka.command.enroll;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.member.PersonOptions;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.Joining;
import dev.kopilka.ledger.Joining.Joined;
import dev.kopilka.member.enrolment.Enrolment;
import dev.kopilka.member.enrolment.Form;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.program.stored.Versions;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Takes one person in as a member. */
public final class AddCommand implements Command {
  /** Options that are columns of the import by another spelling. */
  private static final List<String> CODES =
      List.of("channel", "staff", "referrer", "consents", "pilot");

  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    PersonOptions.declare(syntax);
    syntax.option("--enrolled-at", "DATE|INSTANT");
    syntax.option("--channel", "NAME");
    syntax.option("--staff", "CODE");
    syntax.option("--referrer", "MEMBER");
    syntax.option("--consents", "LIST");
    syntax.option("--pilot", "CODE");
    syntax
        .writes()
        .exits(Exit.NOT_FOUND)
        .example("kopilka enroll add 1001 --name \"Anna Petrova\" --phone 89123456789")
        .example("kopilka enroll add 1002 --enrolled-at 2026-11-01 --consents email,sms");
  }

  private record Shown(Card card, ZoneId zone) {}

  @Override
  public Exit run(Desk desk, Given given) {
    var shown = desk.database().write(desk.dryRun(), unit -> shown(unit, desk, given));
    desk.screen().showTimesIn(shown.zone);
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(shown.card);
  }

  private static Shown shown(Unit unit, Desk desk, Given given) {
    var basics = Basics.load(unit);
    var enrolment = enrolment(desk, given, basics.zone());
    var joining = new Joining(unit, desk.vault(), Versions.load(unit), Till.pen(desk));
    var card =
        switch (joining.join(List.of(enrolment)).getFirst()) {
          case Joined.Refused(var refusal, var problem) ->
              throw new Trouble.Refused(refusal, problem);
          case Joined.Recorded(var member, var points) -> card("recorded", member, points, basics);
          case Joined.Repeated(var member) ->
              card("duplicate", member, joining.given(member), basics);
        };
    return new Shown(desk.screen().checked(card), basics.zone());
  }

  private static Enrolment enrolment(Desk desk, Given given, ZoneId zone) {
    var form = new Form(desk.now().atZone(zone).toLocalDate()).put("member", given.text("MEMBER"));
    PersonOptions.columns(given).forEach(form::put);
    for (var column : CODES) form.put(column, given.text("--" + column));
    if (given.has("--enrolled-at")) form.enrolledAt(given.moment("--enrolled-at", zone));
    var problems = form.problems();
    if (problems.isEmpty()) return form.enrolment();
    var findings = problems.stream().map(p -> new Trouble.Finding(Place.NOWHERE, p)).toList();
    throw new Trouble.BadInput(findings, findings.size());
  }

  private static Card card(String status, Member member, long points, Basics basics) {
    return Card.of()
        .put("status", status)
        .put("member", member.code())
        .put("enrolled_at", Instant.ofEpochMilli(member.enrolledAt()))
        .decimal("points", points, basics.pointScale())
        .put(
            "balance",
            Card.of()
                .decimal("before", 0, basics.pointScale())
                .decimal("after", points, basics.pointScale()));
  }
}
