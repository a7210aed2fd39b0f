package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.value.Exit;

/** Undoes a redemption whole: points to their own lots, the unit of a reward to stock. */
public final class ReverseCommand implements Command {
  private static final Ending ENDING = new Ending("REDEMPTION", EventKind.REVERSAL);

  @Override
  public void declare(Syntax syntax) {
    ENDING.declare(syntax);
    syntax.example("kopilka redeem reverse S-1");
    syntax.example("kopilka redeem reverse captures:H-1 --note \"the order was cancelled\"");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return ENDING.run(desk, given);
  }
}
