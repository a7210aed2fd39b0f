package dev.kopilka.command.enroll;

import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.imports.Importing;
import dev.kopilka.model.value.Exit;

/** Takes in the members of a file. */
public final class ImportCommand implements Command {
  private final Importing importing =
      new Importing(Kind.MEMBERS);

  @Override
  public void declare(Syntax syntax) {
    importing
        .declare(syntax)
        .example("kopilka enroll import members.csv")
        .example("kopilka enroll import crm.csv --map \"Card No=member\" --map \"Mobile=phone\" --dry-run");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return importing.run(desk, given);
  }
}
