package dev.kopilka.screen.format;

/**
 * A code that pictures call by its name. Everything else shows the code alone.
 *
 * @param name as people say it, "" where it has none
 */
public record Named(String code, String name) {
  /** What a picture calls it. */
  public String said() {
    return name.isEmpty() ? code : name;
  }
}
