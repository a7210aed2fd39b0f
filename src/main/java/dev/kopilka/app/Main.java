package dev.kopilka.app;

import java.util.Arrays;

/** Starts Kopilka: one command line, one exit code. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    var exit = Session.run(ThisProcess.surroundings(), Arrays.asList(args));
    // Everything is written and closed by now, and no hook of ours waits for an ordinary end.
    // System.exit would first start the JDK's logging, which searches every jar for a logger.
    Runtime.getRuntime().halt(exit.code());
  }
}
