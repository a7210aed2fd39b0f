package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.value.Exit;

/** Sets the points of a hold free again. */
public final class ReleaseCommand implements Command {
  private static final Ending ENDING = new Ending("HOLD", EventKind.RELEASE);

  @Override
  public void declare(Syntax syntax) {
    ENDING.declare(syntax);
    syntax.example("kopilka redeem release H-1");
    syntax.example("kopilka redeem release H-2 --note \"the customer pays with money\"");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return ENDING.run(desk, given);
  }
}
