package dev.kopilka.bulk.field;

import dev.kopilka.model.value.Problem;

/** What reading a cell gave: a value, or what is wrong with the text. */
public sealed interface Read<T> {
  /** The text is a value of its type. */
  record Good<T>(T value) implements Read<T> {}

  /** It is not; the problem names what was found and what was expected. */
  record Bad<T>(Problem problem) implements Read<T> {}

  static <T> Read<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Read<T> bad(String code, String found) {
    return new Bad<>(Problem.of(code).with("found", found));
  }
}
