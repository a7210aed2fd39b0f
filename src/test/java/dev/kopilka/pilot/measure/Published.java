package dev.kopilka.pilot.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Figures that others printed, and the data that they printed them of. */
public final class Published {
  private static final Path DATA = Path.of("examples/data");

  private Published() {}

  /** What a data set's {@code expected.json} says under these names. */
  public static JsonNode of(String set, String... names) {
    try {
      var node = new ObjectMapper().readTree(DATA.resolve(set).resolve("expected.json").toFile());
      for (var name : names) node = node.required(name);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of numbers. */
  public static double[] numbers(JsonNode list) {
    var numbers = new double[list.size()];
    for (var i = 0; i < numbers.length; i++) numbers[i] = list.get(i).asDouble();
    return numbers;
  }

  /** The mean of a list. */
  public static Mean mean(double... values) {
    var moments = new Moments();
    for (var value : values) moments.add(value);
    return moments.mean();
  }
}
