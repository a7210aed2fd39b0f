package dev.kopilka.command.program;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;
import dev.kopilka.program.Example;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code kopilka program example}: prints a commented programme to begin with. */
public final class ExampleCommand implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("KIND").among("retail", "fitness", "cafe");
    syntax
        .example("kopilka program example retail > program.yaml")
        .example("kopilka program example cafe --lang ru");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    var kind = given.text("KIND").toUpperCase(Locale.ROOT);
    var example = Example.valueOf(kind);
    var file = example.file(desk.words().language().code());
    return desk.screen().print(new String(file, StandardCharsets.UTF_8));
  }
}
