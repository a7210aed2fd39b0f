package dev.kopilka.command;

import dev.kopilka.screen.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
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
    boolean errIsTerminal) {

  /** Those of this process. The raw streams are taken: System.out swallows what goes wrong. */
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.is(1),
        Terminal.is(2));
  }

  /** The variable's text, or "" when it is not set. */
  String variable(String name) {
    return environment.getOrDefault(name, "");
  }
}
