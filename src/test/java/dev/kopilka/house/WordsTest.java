package dev.kopilka.house;

import static dev.kopilka.house.Ban.everywhere;
import static dev.kopilka.house.Ban.inComments;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words that we do not use, each with what to use instead. Comments and literals are not code. */
class WordsTest {
  /** For the product and its tests alike. */
  private static final List<Ban> BANS =
      List.of(
          inComments("\\b(TODO|FIXME|XXX)\\b", "do it now, or file an issue and name its number"),
          everywhere("@Disabled\\b", "mend the test or delete it"),
          everywhere("\\bMockito\\b|\\bmock\\(", "use the real thing or a small fake of your own"),
          everywhere("\\bThread\\.sleep\\b", "wait for the event itself, or set the clock"),
          everywhere("\\.printStackTrace\\(", "throw on, or say it in words"),
          everywhere("\\.to(Lower|Upper)Case\\(\\)", "name the locale: Locale.ROOT"),
          everywhere(
              "\\bString\\.format\\((?!\\s*Locale\\b)",
              "String.format(Locale.ROOT, …) or formatted(…)"),
          everywhere("\\bgetBytes\\(\\)", "getBytes(UTF_8)"),
          everywhere("(?m)^import (?!static)[\\w.]+\\.\\*;", "import each name"),
          everywhere(
              "\\b(class|interface|record|enum) \\w*(Utils?|Manager|Impl|Service|Helper)\\b",
              "name the thing it is"),
          everywhere("\\bassert\\s", "Invariant.holds in the product, Assertions in tests"));

  /** For the product alone. */
  private static final List<Ban> PRODUCT_BANS =
      List.of(
          everywhere("\\bSystem\\.(out|err)\\b", "hand it to the screen: a Sheet, or its talk")
              .exceptIn("screen", "app"),
          everywhere("\\bSystem\\.exit\\b", "return the Exit").exceptIn("app"),
          everywhere(
              "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|YearMonth)\\.now\\(\\)",
              "take it from the Clock"),
          everywhere(
                  "\\bClock\\.system\\w*|\\bSystem\\.currentTimeMillis\\b",
                  "take the Clock as a parameter")
              .exceptIn("app"),
          everywhere("\\bnew Date\\(|\\bSimpleDateFormat\\b|\\bCalendar\\b", "java.time"),
          everywhere("\\bZoneId\\.systemDefault\\b", "the programme names its time zone")
              .exceptIn("app"),
          everywhere("\\bLocale\\.getDefault\\b", "Locale.ROOT, or the language that was asked for")
              .exceptIn("app"),
          everywhere(
              "\\bUUID\\.randomUUID\\b|\\bMath\\.random\\b|\\bnew"
                  + " Random\\(\\)|\\bThreadLocalRandom\\b",
              "a seeded generator, or Ids"),
          everywhere("\\b(double|float|Double|Float)\\b", "long, or an exact decimal")
              .onlyIn("model", "program", "ledger"),
          everywhere(
              "\\bClass\\.forName\\b|\\bsetAccessible\\b|\\.getDeclared\\w+\\(",
              "no reflection of ours: the native executable knows none"));

  @Test
  void areNotUsed() {
    Offence.none(
        House.everything().stream()
            .flatMap(source -> BANS.stream().flatMap(ban -> ban.find(source).stream()))
            .toList());
  }

  @Test
  void areNotUsedInTheProduct() {
    Offence.none(
        House.main().stream()
            .flatMap(source -> PRODUCT_BANS.stream().flatMap(ban -> ban.find(source).stream()))
            .toList());
  }

  /** Distributed engines have no such locks, or lose them with a node; rows are held instead. */
  @Test
  void noLockIsAnAdvisoryOne() {
    var files = new ArrayList<>(House.files(Path.of("src/main"), ".java"));
    files.addAll(House.files(Path.of("src/main"), ".sql"));
    assertTrue(files.size() > 500);
    Offence.none(
        files.stream()
            .filter(file -> House.text(file).contains("advisory"))
            .map(file -> new Offence(file, 1, "an advisory lock", "hold a row"))
            .toList());
  }

  @Test
  void areFoundInCodeAndNotInLiteralsOrComments() {
    var source =
        Source.of(
            Path.of("Breach.java"),
            """
            package dev.kopilka.ledger;
            // System.out is banned, and so is a TODO
            class Breach { String s = "System.out"; double d; void f() { System.out.println("// x"); } }
            """);
    var lines =
        PRODUCT_BANS.stream().flatMap(ban -> ban.find(source).stream()).map(Offence::line).toList();
    assertEquals(List.of(3, 3), lines);
    assertEquals(
        List.of(2),
        BANS.stream().flatMap(ban -> ban.find(source).stream()).map(Offence::line).toList());
  }
}
