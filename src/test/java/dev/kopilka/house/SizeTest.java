package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.house.Syntax.Method;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Small files, small methods, small rooms: what does not fit is two things. */
class SizeTest {
  private static final int FILE = 300;
  private static final int METHOD = 40;
  private static final int PARAMETERS = 4;
  private static final int ROOM = 15;
  private static final int MEDIAN = 60;
  private static final int NINE_OF_TEN = 150;

  @Test
  void filesStayUnderTheLimit() {
    Offence.none(
        House.everything().stream()
            .filter(source -> source.lines() > FILE)
            .map(source ->
                new Offence(
                    source.file(), FILE, source.lines() + " lines", "split it: at most " + FILE))
            .toList());
  }

  @Test
  void mostFilesAreShort() {
    var lines = House.main().stream().map(Source::lines).sorted().toList();
    var median = lines.get(lines.size() / 2);
    var ninth = lines.get(lines.size() * 9 / 10);
    assertTrue(
        median <= MEDIAN && ninth <= NINE_OF_TEN,
        () ->
            "median %d lines (at most %d), nine of ten within %d (at most %d); split from the longest: %s"
                .formatted(median, MEDIAN, ninth, NINE_OF_TEN, longest()));
  }

  @Test
  void methodsStayUnderTheLimit() {
    Offence.none(
        Syntax.methods(House.everything()).stream()
            .filter(method -> method.lines() > METHOD)
            .map(method ->
                offence(method, method.lines() + " lines", "name its parts: at most " + METHOD))
            .toList());
  }

  @Test
  void methodsTakeFewParameters() {
    Offence.none(
        Syntax.methods(House.main()).stream()
            .filter(method -> method.parameters() > PARAMETERS)
            .map(method ->
                offence(
                    method,
                    method.parameters() + " parameters",
                    "hand it a record: at most " + PARAMETERS))
            .toList());
  }

  @Test
  void roomsAreNotCrowded() {
    var rooms =
        House.main().stream()
            .collect(
                Collectors.groupingBy(source -> source.file().getParent(), Collectors.counting()));
    Offence.none(
        rooms.entrySet().stream()
            .filter(room -> room.getValue() > ROOM)
            .map(room -> crowded(room.getKey(), room.getValue()))
            .sorted(Comparator.comparing(Offence::file))
            .toList());
  }

  private static Offence crowded(Path room, long files) {
    return new Offence(room, 1, files + " files", "a room is missing: at most " + ROOM);
  }

  private static Offence offence(Method method, String what, String remedy) {
    return new Offence(method.file(), method.line(), method.name() + ": " + what, remedy);
  }

  private static List<String> longest() {
    return House.main().stream()
        .sorted(Comparator.comparing(Source::lines).reversed())
        .limit(10)
        .map(source -> source.file().getFileName() + " " + source.lines())
        .toList();
  }
}
