package dev.kopilka.command.member;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.member.Registry;
import dev.kopilka.member.Revision;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;

/** Moves a member to another status: what blocking and unblocking share. */
final class Moving {
  private Moving() {}

  static void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.option("--reason", "CODE");
    syntax.writes().exits(Exit.NOT_FOUND);
  }

  static Exit to(MemberStatus status, Desk desk, Given given) {
    var by = new Revision.By(desk.actor(), desk.now());
    var card =
        desk.database()
            .write(
                desk.dryRun(),
                unit -> {
                  var member = new Registry(unit, desk.vault()).member(given.text("MEMBER"));
                  var revision = new Revision(unit, desk.vault(), by);
                  var moved = revision.move(member, status, given.text("--reason"));
                  return desk.screen()
                      .checked(answer(member.code(), moved, member.status(), status));
                });
    if (desk.dryRun()) desk.screen().say("dry-run");
    return desk.screen().show(card);
  }

  private static Card answer(String code, boolean moved, MemberStatus from, MemberStatus to) {
    return Card.of()
        .put("status", moved ? "recorded" : "duplicate")
        .put("member", code)
        .put("member_status", Card.of().put("before", from.word()).put("after", to.word()));
  }
}
