package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.model.value.Place;
import dev.kopilka.model.value.Problem;
import dev.kopilka.model.value.Trouble;
import dev.kopilka.screen.progress.Showing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {
  private static Trouble.BadInput findings(int count) {
    var findings = new ArrayList<Trouble.Finding>();
    for (var i = 1; i <= count; i++) {
      var problem = Problem.of("ARGUMENT_NOT_DATE").with("option", "from").with("found", "x");
      findings.add(new Trouble.Finding(new Place("p.yaml", i, 3), problem));
    }
    return new Trouble.BadInput(findings, count + 5L);
  }

  @Test
  void aFindingStandsWhereItIsInTheFile() {
    var err = Shown.with(Style.PLAIN, false, s -> s.tell(findings(1))).err();
    assertEquals(
        """
        p.yaml:1:3: error[ARGUMENT_NOT_DATE]: from: "x" is not a day.
          Write the year, the month and the day, for example 2026-11-22.
        1 problem of 6 shown.
        """,
        err);
  }

  @Test
  void twentyFindingsAreShownAndTheTotal() {
    var err = Shown.with(Style.PLAIN, false, s -> s.tell(findings(25))).err();
    assertEquals(20, err.lines().filter(line -> line.startsWith("p.yaml:")).count());
    assertTrue(err.endsWith("20 problems of 30 shown.\n"));
  }

  @Test
  void findingsAreAnArrayForScripts() {
    var style = Style.PLAIN.in(Format.JSON);
    var err = Shown.with(style, false, s -> s.tell(findings(2))).err();
    assertTrue(err.startsWith("{\"error\":{\"code\":\"ARGUMENT_NOT_DATE\",\"message\":"), err);
    assertTrue(err.contains("\"findings\":[{\"file\":\"p.yaml\",\"line\":1,\"column\":3,"), err);
    assertTrue(err.endsWith("],\"total\":7}}\n"), err);
  }

  @Test
  void quietLeavesOutTalkButNotErrors() {
    var quiet =
        new Style(Format.TABLE, List.of(), true, false, new Style.Paint(false, false), Showing.NONE);
    var err =
        Shown.with(
                quiet,
                false,
                screen -> {
                  screen.say("findings.total");
                  screen.tell(Problem.of("BUG").with("file", "/tmp/x"));
                })
            .err();
    assertTrue(err.startsWith("kopilka: Kopilka broke"), err);
  }

  @Test
  void colourIsForTheStreamThatWantsIt() {
    var style =
        new Style(Format.TABLE, List.of(), false, false, new Style.Paint(true, false), Showing.NONE);
    var shown =
        Shown.with(
            style,
            true,
            screen -> {
              screen.show(Card.of().put("a", 1L));
              screen.tell(Problem.of("BUG").with("file", "/tmp/x"));
            });
    assertTrue(shown.out().contains("\u001b[1m"));
    assertTrue(!shown.err().contains("\u001b["));
  }
}
