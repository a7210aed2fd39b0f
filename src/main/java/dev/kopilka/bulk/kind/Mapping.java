package dev.kopilka.bulk.kind;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How their columns become ours: {@code theirs=ours}; {@code theirs=} leaves a column out; {@code
 * ours:=value} is the same value for every row; {@code #=id} is the number of the row's line.
 *
 * @param renames ours (several, where one column feeds several) by theirs; "" leaves it out
 * @param constants values by our columns
 */
public record Mapping(Map<String, List<String>> renames, Map<String, String> constants) {
  /** Stands for the line's number on the left side. */
  public static final String LINE = "#";

  public static final Mapping NONE = new Mapping(Map.of(), Map.of());

  /** The mapping that these texts spell, as {@code --map} takes them. */
  public static Mapping of(List<String> specs) {
    var renames = new LinkedHashMap<String, List<String>>();
    var constants = new LinkedHashMap<String, String>();
    for (var spec : specs) {
      if (!add(spec, renames, constants)) {
        throw new Trouble.Usage(Problem.of("MAP_MALFORMED").with("found", spec));
      }
    }
    return new Mapping(renames, constants);
  }

  private static boolean add(
      String spec, Map<String, List<String>> renames, Map<String, String> constants) {
    var constant = spec.indexOf(":=");
    if (constant == 0) return false;
    if (constant > 0) {
      constants.put(spec.substring(0, constant).strip(), spec.substring(constant + 2).strip());
      return true;
    }
    // Their names may hold an equals sign, ours do not: the last one parts them.
    var rename = spec.lastIndexOf('=');
    if (rename < 1) return false;
    var theirs = spec.substring(0, rename).strip();
    if (theirs.isEmpty()) return false;
    var ours = spec.substring(rename + 1).strip();
    renames.computeIfAbsent(theirs, name -> new ArrayList<>()).add(ours);
    return true;
  }

  /** The specs of a mapping file: one a line; blank lines and lines after {@code "# "} say nothing. */
  public static List<String> specs(Path file) {
    var specs = new ArrayList<String>();
    var number = 0;
    for (var line : lines(file)) {
      number++;
      var spec = line.strip();
      if (spec.startsWith("\uFEFF")) spec = spec.substring(1).strip();
      if (spec.isEmpty() || spec.startsWith("#") && !spec.startsWith("#=")) continue;
      if (!add(spec, new LinkedHashMap<>(), new LinkedHashMap<>())) {
        throw new Trouble.BadInput(
            new Place(file.toString(), number, 1),
            Problem.of("MAP_MALFORMED").with("found", spec));
      }
      specs.add(spec);
    }
    return specs;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException notUtf8) {
      throw unreadable(file, "ENCODING_UNCLEAR");
    } catch (IOException unreadable) {
      throw unreadable(file, Files.exists(file) ? "FILE_NOT_READABLE" : "FILE_NOT_FOUND");
    }
  }

  private static Trouble.BadInput unreadable(Path file, String code) {
    return new Trouble.BadInput(
        new Place(file.toString(), 0, 0), Problem.of(code).with("file", file.toString()));
  }

  public boolean isEmpty() {
    return renames.isEmpty() && constants.isEmpty();
  }

  /** What a column of theirs feeds: itself where nothing was said about it. */
  List<String> targets(String theirs) {
    return renames.getOrDefault(theirs, List.of(theirs));
  }
}
