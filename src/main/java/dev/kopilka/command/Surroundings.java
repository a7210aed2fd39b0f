package dev.kopilka.command;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;

/**
 * Everything that a run takes from the process it is in, so that a test can run a command without
 * one.
 */
public record Surroundings(
    Map<String, String> environment,
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    Clock clock) {
  /** The variable's text, or "" when it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
