package dev.kopilka.command.redeem;

import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.till.Asking;
import dev.kopilka.command.till.Till;
import dev.kopilka.model.EventKind;
import dev.kopilka.model.Facts;
import dev.kopilka.model.value.Exit;

/**
 * What a release and a reversal share: each names one earlier event and happens to it once, so the
 * id of that event serves them too, and a retry finds the first one.
 *
 * @param argument what the earlier event is called on the command line
 */
record Ending(String argument, EventKind kind) {
  void declare(Syntax syntax) {
    syntax.argument(argument);
    Asking.declare(syntax);
    syntax.exits(Exit.NOT_FOUND);
  }

  Exit run(Desk desk, Given given) {
    var reference = given.text(argument);
    var named = new Asking.Named(kind, given.textOr("--id", reference), "");
    var facts = Facts.NONE.withReference(reference);
    return new Till(desk).post(basics -> new Asking(desk, given, basics).request(named, facts));
  }
}
