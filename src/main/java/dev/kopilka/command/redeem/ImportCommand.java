package dev.kopilka.command.redeem;

import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.imports.Importing;
import dev.kopilka.model.value.Exit;

/** Books the redemptions of a file. */
public final class ImportCommand implements Command {
  private final Importing importing =
      new Importing(Kind.REDEMPTIONS);

  @Override
  public void declare(Syntax syntax) {
    importing
        .declare(syntax)
        .example("kopilka redeem import redemptions.csv")
        .example("kopilka redeem import - --format jsonl --strict < redemptions.jsonl");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return importing.run(desk, given);
  }
}
