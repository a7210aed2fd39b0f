package dev.kopilka.app;

import java.util.Arrays;

/** Starts Kopilka: one command line, one exit code. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Session.run(ThisProcess.surroundings(), Arrays.asList(args)).code());
  }
}
