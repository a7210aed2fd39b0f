package dev.kopilka.app;

import java.util.List;

/** Runs the ordinary commands once, so that the ahead-of-time cache knows what a start loads. */
public final class Train {
  private Train() {}

  /** Takes a folder for the ledger that the run leaves behind. */
  public static void main(String[] args) {
    for (var line :
        new String[] {"--version", "--help", "help exit-codes", "help formats -o json"}) {
      Session.run(ThisProcess.surroundings(), List.of(line.split(" ")));
    }
  }
}
