package dev.kopilka.screen;

/** The reader of stdout has seen enough and went away ({@code | head}): a success, in silence. */
public final class BrokenPipe extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenPipe() {
    super("the reader of stdout went away", null, false, false);
  }
}
