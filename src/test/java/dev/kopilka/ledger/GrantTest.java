package dev.kopilka.ledger;

import static dev.kopilka.ledger.Ask.purchase;
import static dev.kopilka.ledger.Ask.tier;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kopilka.model.value.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tier given by hand: it may rise, and falls only when it is released. */
class GrantTest {
  private static final String RULES =
      """
      earn: [{ code: base, on: purchase, give: { points: 1, per: "1.00" } }]
      tiers:
        by: spend
        window: rolling P1M
        validity: P1M
        levels:
          - { code: base, name: B, from: "0.00" }
          - { code: silver, name: S, from: "100.00" }
          - { code: gold, name: G, from: "200.00" }
          - { code: black, name: K, from: "900.00" }
      """;

  @TempDir Path folder;
  private World world;

  @BeforeEach
  void open() {
    world = new World(folder, Rules.of(RULES));
  }

  @AfterEach
  void close() {
    Proof.of(world, Rules.history(Rules.of(RULES)), 1);
    world.close();
  }

  private List<String> standings() {
    return world.account().standings().stream()
        .map(s -> s.tier() + " " + s.from() + " " + s.until() + " " + s.basis().word())
        .toList();
  }

  @Test
  void holdsForEver() {
    world.all(tier("G-1", "2026-03-01", "gold")).close("2028-01-01");
    assertEquals(List.of("gold 2026-03-01 9999-12-31 given"), standings());
  }

  @Test
  void mayRiseAndFallsBackToWhatWasGiven() {
    world.all(tier("G-1", "2026-03-01", "gold"), purchase("P-1", "2026-03-10", 900));
    world.close("2026-06-01");
    assertEquals(
        List.of(
            "gold 2026-03-01 9999-12-31 given",
            "black 2026-03-10 2026-04-10 rule",
            "gold 2026-04-11 9999-12-31 rule"),
        standings());
  }

  @Test
  void isNotReachedOnceMoreByLess() {
    world.all(tier("G-1", "2026-03-01", "gold"), purchase("P-1", "2026-03-10", 100));
    assertEquals(1, standings().size());
  }

  @Test
  void fallsWhenReleasedToWhatIsReachedNow() {
    world.all(
        tier("G-1", "2026-03-01", "gold"),
        purchase("P-1", "2026-03-10", 100),
        tier("G-2", "2026-03-20", ""));
    assertEquals("silver 2026-03-20 2026-04-20 released", standings().getLast());
    world.close("2026-06-01");
    assertEquals("base 2026-04-21 9999-12-31 rule", standings().getLast());
  }

  @Test
  void whatWasEarnedAboveItOutlivesTheRelease() {
    world.all(
        tier("G-1", "2026-03-01", "silver"),
        purchase("P-1", "2026-03-10", 200),
        tier("G-2", "2026-03-20", ""));
    assertEquals("gold 2026-03-20 2026-04-10 released", standings().getLast());
  }

  @Test
  void aHigherOneReplacesItAndALowerOneIsRefused() {
    world.all(tier("G-1", "2026-03-01", "silver"), tier("G-2", "2026-03-02", "gold"));
    var answer = (Answer.Refused) world.answer(tier("G-3", "2026-03-03", "silver"));
    assertEquals(Refusal.TIER_NOT_HIGHER, answer.refusal());
    // One release ends them all: it is the tier given last that held.
    world.all(tier("G-4", "2026-03-04", ""));
    assertEquals("base 2026-03-04 9999-12-31 released", standings().getLast());
  }
}
