package dev.kopilka.app;

import dev.kopilka.command.Surroundings;
import dev.kopilka.screen.Terminal;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.time.Clock;

/** What a run takes from the process that it is in. */
final class ThisProcess {
  private ThisProcess() {}

  /** The raw streams are taken: System.out would swallow what goes wrong. */
  static Surroundings surroundings() {
    return new Surroundings(
        System.getenv(),
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        Terminal.is(1),
        Terminal.is(2),
        Clock.systemUTC());
  }
}
