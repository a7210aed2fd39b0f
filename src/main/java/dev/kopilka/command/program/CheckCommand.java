package dev.kopilka.command.program;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.screen.Card;

/** {@code kopilka program check}: says everything that is wrong with a programme file. */
public final class CheckCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("FILE");
    syntax
        .exits(Exit.BAD_INPUT)
        .example("kopilka program check program.yaml")
        .example("kopilka program example cafe | kopilka program check -");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var file = NamedFile.file(desk, given);
    var programme = file.programme();
    return desk.screen()
        .show(
            Card.of()
                .put("file", file.name())
                .put("programme", programme.code())
                .put("name", programme.name())
                .put("rules", programme.earn().size())
                .put("tiers", programme.tiers().map(ladder -> ladder.levels().size()).orElse(0))
                .put("rewards", programme.rewards().size())
                .put("discounts", programme.discounts().size())
                .put("segments", programme.segments().size())
                .put("hash", file.hash()));
  }
}
