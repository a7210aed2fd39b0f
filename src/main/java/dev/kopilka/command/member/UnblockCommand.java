package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Exit;

/** Lifts a block. */
public final class UnblockCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    Moving.declare(syntax);
    syntax
        .example("kopilka member unblock 1001 --reason suspected-fraud")
        .example("kopilka member unblock 1001 --dry-run");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return Moving.to(MemberStatus.ACTIVE, desk, given);
  }
}
