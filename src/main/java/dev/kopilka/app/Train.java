package dev.kopilka.app;

/** Runs the ordinary commands once, so that the ahead-of-time cache knows what a start loads. */
public final class Train {
  private Train() {}

  /** Takes a folder for the ledger that the run leaves behind. */
  public static void main(String[] args) {
    Main.main(new String[] {"--version"});
  }
}
