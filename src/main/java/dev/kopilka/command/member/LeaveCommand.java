package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Till;
import dev.kopilka.ledger.Answer;
import dev.kopilka.ledger.draft.Request;
import dev.kopilka.member.Registry;
import dev.kopilka.member.Revision;
import dev.kopilka.member.person.Plain;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.Key;
import dev.kopilka.model.account.Account;
import dev.kopilka.model.account.Member;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Exit;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.program.stored.Basics;
import dev.kopilka.screen.Card;
import dev.kopilka.store.Unit;
import dev.kopilka.store.rows.AccountRows;

/** Lets a member go: holds are released, what points are left lapse, the phone becomes free. */
public final class LeaveCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.option("--reason", "CODE");
    syntax
        .writes()
        .exits(Exit.NOT_FOUND)
        .example("kopilka member leave 1001 --dry-run")
        .example("kopilka member leave 1001 --reason own-wish");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var card = desk.database().write(desk.dryRun(), unit -> desk.screen().checked(card(unit, desk, given)));
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(card);
  }

  private static Card card(Unit unit, Desk desk, Given given) {
    var member = new Registry(unit, desk.vault()).member(given.text("MEMBER"));
    var basics = Basics.load(unit);
    var account = new AccountRows(unit).load(member.number());
    if (member.status() == MemberStatus.LEFT) {
      return answer("duplicate", member, balance(basics, account, account));
    }
    var request = request(member, desk, Plain.code("reason", given.text("--reason")));
    return switch (Till.answer(unit, desk, request)) {
      case Answer.Refused(var refusal, var problem) -> throw new Trouble.Refused(refusal, problem);
      case Answer.Repeated _ -> answer("duplicate", member, balance(basics, account, account));
      case Answer.Recorded(var post) -> {
        var by = new Revision.By(desk.actor(), desk.now());
        new Revision(unit, desk.vault(), by).release(member);
        yield answer("recorded", member, balance(basics, post.before(), post.after()));
      }
    };
  }

  private static Request request(Member member, Desk desk, String reason) {
    return new Request(
        EventKind.LEAVING,
        new Key(EventKind.LEAVING.defaultSource(), member.code()),
        member.code(),
        desk.now().toEpochMilli(),
        Facts.NONE.withSubject(reason));
  }

  private static Card balance(Basics basics, Account before, Account after) {
    return Card.of()
        .decimal("before", before.balance(), basics.pointScale())
        .decimal("after", after.balance(), basics.pointScale());
  }

  private static Card answer(String status, Member member, Card balance) {
    return Card.of()
        .put("status", status)
        .put("member", member.code())
        .put(
            "member_status",
            Card.of().put("before", member.status().word()).put("after", MemberStatus.LEFT.word()))
        .put("balance", balance);
  }
}
