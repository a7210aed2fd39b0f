package dev.kopilka.command.completion;

import dev.kopilka.command.Command;
import dev.kopilka.command.Desk;
import dev.kopilka.command.Given;
import dev.kopilka.command.Syntax;
import dev.kopilka.model.value.Exit;

/** {@code kopilka completion SHELL}: prints the script that makes Tab work in that shell. */
public final class Completion implements Command {
  @Override
  public void declare(Syntax syntax) {
    syntax.argument("SHELL").among("bash", "zsh", "fish");
    syntax
        .example("kopilka completion bash > /etc/bash_completion.d/kopilka")
        .example("kopilka completion fish > ~/.config/fish/completions/kopilka.fish");
  }

  @Override
  public Exit run(Desk desk, Given given) {
    return desk.screen().print(Stub.of(given.text("SHELL")));
  }
}
