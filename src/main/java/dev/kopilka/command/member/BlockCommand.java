package dev.kopilka.command.member;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.account.MemberStatus;
import dev.kopilka.model.value.Exit;

/**
 * Keeps a member from earning and spending until the block is lifted; points stay and lapse as
 * usual.
 */
public final class BlockCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    Moving.declare(syntax);
    syntax
        .example("kopilka member block 1001 --reason suspected-fraud")
        .example("kopilka member block 1001 --dry-run");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return Moving.to(MemberStatus.BLOCKED, desk, given);
  }
}
