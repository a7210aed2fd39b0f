package dev.kopilka.command;

import dev.kopilka.model.value.Exit;

/** One command: what it takes and what it does with it. */
public interface Command {
  /** Says what may be typed. Called for running, for help and for completion, never twice. */
  void declare(Syntax syntax);

  /** Does it. What goes wrong as expected is thrown as a {@code Trouble}. */
  Exit run(Desk desk, Given given);
}
