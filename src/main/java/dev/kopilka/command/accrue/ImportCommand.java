package dev.kopilka.command.accrue;

import dev.kopilka.bulk.kind.Kind;
import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.command.imports.Importing;
import dev.kopilka.model.value.Exit;

/** Books the purchases, returns, activities, surveys, contracts or balances of a file. */
public final class ImportCommand implements Command {
  private final Importing importing =
      new Importing(
          Kind.PURCHASES,
          Kind.RETURNS,
          Kind.ACTIVITIES,
          Kind.SURVEYS,
          Kind.CONTRACTS,
          Kind.BALANCES,
          Kind.ADJUSTMENTS);

  @Override
  public void declare(Syntax syntax) {
    importing
        .declare(syntax)
        .example("kopilka accrue import receipts.csv")
        .example(
            "kopilka accrue import till.csv --kind purchases --map CardNo=member"
                + " --map \"channel:=store\" --decimal comma");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return importing.run(desk, given);
  }
}
