package dev.kopilka.command.redeem;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;

/** Gives one unit of a reward for its price in points. */
public final class RewardCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("MEMBER");
    syntax.argument("REWARD");
    Asking.declareWhere(syntax);
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
    syntax.example("kopilka redeem reward 1001 mug --id S-3");
    syntax.example("kopilka redeem reward 1001 mug --id S-4 --dry-run -o json");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var facts =
        Facts.NONE
            .withSubject(given.text("REWARD"))
            .withWhere(Asking.where(given))
            .withAttributes(Asking.attributes(given));
    return new Till(desk)
        .post(basics -> new Asking(desk, given, basics).request(EventKind.REDEMPTION, facts));
  }
}
