package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place that breaks a house rule, and what to do about it. A test reports all of them at once.
 */
record Offence(Path file, int line, String what, String remedy) {
  static void none(List<Offence> offences) {
    if (!offences.isEmpty()) {
      fail(
          offences.stream()
              .map(Offence::toString)
              .collect(Collectors.joining("\n  ", offences.size() + " to mend:\n  ", "")));
    }
  }

  @Override
  public String toString() {
    return file + ":" + line + ": " + what + " -> " + remedy;
  }
}
