package dev.kopilka.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The programmes that ship with Kopilka, commented, to begin with. */
public enum Example {
  /** A shop chain. */
  RETAIL,
  /** A fitness club. */
  FITNESS,
  /** A café. */
  CAFE;

  /** The word that is typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The file, commented in the language.
   *
   * @param language {@code en} or {@code ru}
   */
  public byte[] file(String language) {
    var name = "/dev/kopilka/examples/" + word() + "_" + language + ".yaml";
    try (var stream = Example.class.getResourceAsStream(name)) {
      if (stream == null) throw new IllegalArgumentException("no example " + name);
      return stream.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
