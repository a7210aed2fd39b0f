package dev.kopilka.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void hasEveryCommandOfTheShop() {
    var all =
        """
        init
        program check apply show history example
        enroll add import
        member show list find statement update block unblock leave tier transfer merge unmerge
        accrue purchase return activity survey adjust import settle
        redeem quote points reward hold capture release reverse import catalog stock
        segment rfm clv lifecycle list run members compare portrait actions
        pilot plan assign show result finish
        audit verify explain log
        report kpi goals expiry liability members channels partners staff surveys cohorts
        db info backup copy migrate check
        completion
        help
        """;
    var shown = new StringBuilder();
    for (var head : Catalogue.heads()) {
      shown.append(head);
      for (var verb : Catalogue.verbsOf(head)) shown.append(' ').append(verb);
      shown.append('\n');
    }
    assertEquals(all, shown.toString());
  }

  @Test
  void hiddenCommandsAreNotListed() {
    assertTrue(Catalogue.command("__complete").isPresent());
    assertEquals(
        List.of(), Catalogue.paths().stream().filter(path -> path.startsWith("_")).toList());
  }

  @Test
  void aNounNeedsAnotherWord() {
    assertTrue(Catalogue.isNoun("member"));
    assertTrue(!Catalogue.isNoun("init") && !Catalogue.isNoun("member show"));
  }
}
