package dev.kopilka.app;

/** Starts Kopilka. A placeholder until the command framework lands. */
public final class Main {
  private Main() {}

  /** Prints the version and ends. */
  public static void main(String[] args) {
    System.out.println("kopilka 0.1.0");
  }
}
