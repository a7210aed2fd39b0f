package dev.kopilka.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The floor plan of the design, section 7: a room knows the rooms on lower floors and those of its
 * own wing, nothing sideways and nothing above; some libraries have one door.
 */
class FloorPlanTest {
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("app", 6),
          Map.entry("command", 5),
          Map.entry("report", 4),
          Map.entry("document", 4),
          Map.entry("bulk", 4),
          Map.entry("screen", 4),
          Map.entry("ledger", 3),
          Map.entry("segment", 3),
          Map.entry("pilot", 3),
          Map.entry("audit", 3),
          Map.entry("program", 2),
          Map.entry("member", 2),
          Map.entry("store", 1),
          Map.entry("vault", 1),
          Map.entry("model", 0));

  /** A library's packages and the only rooms that may name them, apart by a space. */
  private static final Map<String, String> DOORS =
      Map.of(
          "picocli", "command",
          "org.jline", "command.shell",
          "org.hipparchus", "pilot.measure pilot.plan segment.clv",
          "java.sql", "store",
          "javax.sql", "store",
          "org.jdbi", "store",
          "org.sqlite", "store",
          "org.flywaydb", "store");

  /** Any qualified name, so that one written out in the code counts like an import. */
  private static final Pattern NAME = Pattern.compile("\\b[a-z]\\w*(?:\\.[a-z]\\w*)*\\.[A-Z*]\\w*");

  @Test
  void everyWingIsOnTheFloorPlan() {
    Offence.none(
        House.main().stream()
            .filter(source -> !FLOORS.containsKey(source.wing()))
            .map(source ->
                offence(
                    source, 0, "no such room: " + source.room(), "use a room of DESIGN section 7"))
            .toList());
  }

  @Test
  void importsGoDownOnly() {
    Offence.none(House.main().stream().flatMap(source -> outOfPlan(source).stream()).toList());
  }

  @Test
  void librariesStayBehindTheirDoors() {
    Offence.none(House.main().stream().flatMap(source -> pastTheDoor(source).stream()).toList());
  }

  @Test
  void theModelKnowsOnlyJava() {
    var offences = new ArrayList<Offence>();
    for (Source source : House.main()) {
      if (!source.wing().equals("model")) continue;
      var imports =
          Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE)
              .matcher(source.code());
      while (imports.find()) {
        var name = imports.group(1);
        if (!name.startsWith("java.") && !name.startsWith("dev.kopilka.model")) {
          offences.add(
              offence(
                  source, imports.start(), "model imports " + name, "move what needs it upstairs"));
        }
      }
    }
    Offence.none(offences);
  }

  @Test
  void aBreachIsSeenWhereItIs() {
    var source =
        Source.of(
            Path.of("Breach.java"),
            """
            package dev.kopilka.ledger;
            import dev.kopilka.model.Points;
            import dev.kopilka.segment.Rfm;
            class Breach { dev.kopilka.screen.Sheet sheet; java.sql.Connection connection; }
            """);
    assertEquals(List.of(3, 4), outOfPlan(source).stream().map(Offence::line).toList());
    assertEquals(List.of(4), pastTheDoor(source).stream().map(Offence::line).toList());
  }

  private static List<Offence> outOfPlan(Source source) {
    var offences = new ArrayList<Offence>();
    var here = FLOORS.getOrDefault(source.wing(), -1);
    var names = NAME.matcher(source.code());
    while (names.find()) {
      if (!names.group().startsWith("dev.kopilka.")) continue;
      var wing = names.group().split("\\.")[2];
      if (wing.equals(source.wing()) || FLOORS.getOrDefault(wing, 99) < here) continue;
      offences.add(
          offence(
              source,
              names.start(),
              source.wing() + " knows " + names.group(),
              "let a higher room hand it in, or move what both need to a lower floor"));
    }
    return offences;
  }

  private static List<Offence> pastTheDoor(Source source) {
    var offences = new ArrayList<Offence>();
    var names = NAME.matcher(source.code());
    while (names.find()) {
      var name = names.group();
      DOORS.forEach((library, room) -> {
        if (name.startsWith(library + ".") && !isIn(source, room)) {
          offences.add(
              offence(
                  source,
                  names.start(),
                  name + " outside " + room,
                  "ask " + room + " for what you need"));
        }
      });
    }
    return offences;
  }

  private static boolean isIn(Source source, String rooms) {
    for (var room : rooms.split(" ")) {
      if ((source.room() + ".").startsWith(room + ".")) return true;
    }
    return false;
  }

  private static Offence offence(Source source, int position, String what, String remedy) {
    return new Offence(source.file(), source.lineOf(position), what, remedy);
  }
}
