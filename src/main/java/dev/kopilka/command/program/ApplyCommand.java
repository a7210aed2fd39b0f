package dev.kopilka.command.program;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.stored.Application;
import dev.kopilka.screen.Card;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** {@code kopilka program apply}: stores a file as the programme's next version. */
public final class ApplyCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("FILE");
    syntax.option("--effective", "DATE");
    syntax.option("--order", "NUMBER");
    syntax
        .writes()
        .example("kopilka program apply program.yaml")
        .example("kopilka program apply program.yaml --effective 2027-01-01 --order 17-p");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var file = NamedFile.file(desk, given);
    Optional<LocalDate> effective =
        given.has("--effective") ? Optional.of(given.date("--effective")) : Optional.empty();
    var application =
        new Application(file, effective, given.text("--order"), desk.actor(), desk.now());
    var applied =
        desk.database()
            .write(
                desk.dryRun(),
                unit -> {
                  var one = application.apply(unit);
                  desk.screen().checked(card(one));
                  return one;
                });
    desk.screen().show(card(applied));
    if (desk.dryRun()) desk.screen().say("dry-run");
    if (!applied.isNew()) {
      desk.screen().say("program.already", Map.of("version", applied.version().number()));
    }
    return Exit.DONE;
  }

  private static Card card(Application.Applied applied) {
    var version = applied.version();
    return Card.of()
        .put("programme", version.programme().code())
        .put("version", version.number())
        .put("status", applied.isNew() ? "applied" : "already")
        .put("effective_from", version.effectiveFrom())
        .put("order", version.order())
        .put("author", version.author())
        .put("changes", applied.changes().size())
        .put("hash", version.hash());
  }
}
