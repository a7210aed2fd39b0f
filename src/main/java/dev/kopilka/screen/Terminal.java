package dev.kopilka.screen;

import java.io.File;
import java.io.IOException;

/**
 * Tells whether a stream of this process ends at a terminal, each stream by itself. The JDK's own
 * console answers for all three at once and loads a line editor to do it.
 */
public final class Terminal {
  private static final int USUAL = 80;

  private Terminal() {}

  /**
   * The launcher, a shell that knows at no cost, says it in {@code kopilka.tty}; without a launcher
   * the system's own list of open files is asked, where there is one.
   *
   * @param stream 1 for stdout, 2 for stderr
   */
  public static boolean is(int stream) {
    var told = System.getProperty("kopilka.tty");
    if (told != null) return told.indexOf((char) ('0' + stream)) >= 0;
    var target = target(stream);
    return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
  }

  /** How many characters go on a line, as the launcher says it; some terminals do not know. */
  public static int columns() {
    var told = Integer.getInteger("kopilka.columns", 0);
    return told > 0 ? told : USUAL;
  }

  /** Whether the stream is a pipe, whose reader may go away at any time. */
  static boolean isPipe(int stream) {
    return target(stream).contains("pipe:[") || target(stream).contains("socket:[");
  }

  private static String target(int stream) {
    try {
      return new File("/proc/self/fd/" + stream).getCanonicalPath();
    } catch (IOException unknown) {
      return "";
    }
  }
}
