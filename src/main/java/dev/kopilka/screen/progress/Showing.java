package dev.kopilka.screen.progress;

/** How a long command shows how far it is. */
public enum Showing {
  NONE,
  /** One line that is drawn again and again, for a terminal. */
  BAR,
  /** A sentence now and then, for a log. */
  LINES,
  /** An object a line, for a program that looks on. */
  JSON
}
