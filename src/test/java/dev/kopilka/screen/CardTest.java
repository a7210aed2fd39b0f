package dev.kopilka.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kopilka.model.value.Trouble;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardTest {
  private static Card card() {
    return Card.of()
        .put("member", "1001")
        .put(
            "balance",
            Card.of()
                .put("available", 120L)
                .put(
                    "expiring_next",
                    Card.of().put("points", 20L).put("on", LocalDate.of(2026, 12, 31))))
        .decimal("spend", 150_00, 2);
  }

  private static Card withoutExpiry() {
    return Card.of()
        .put("member", "1001")
        .put("balance", Card.of().absent("expiring_next", "points", "on"));
  }

  @Test
  void isAnObjectWithObjectsInIt() {
    assertEquals(
        "{\"member\":\"1001\",\"balance\":{\"available\":120,\"expiring_next\":"
            + "{\"points\":20,\"on\":\"2026-12-31\"}},\"spend\":150.00}\n",
        Shown.in(Format.JSON, s -> s.show(card())));
  }

  @Test
  void isLabelsAndValuesForPeople() {
    assertEquals(
        """
        member                        1001
        balance.available             120
        balance.expiring_next.points  20
        balance.expiring_next.on      2026-12-31
        spend                         150.00
        """,
        Shown.in(Format.TABLE, s -> s.show(card())));
  }

  @Test
  void isOneRowInFlatFormats() {
    assertEquals(
        """
        member,balance.available,balance.expiring_next.points,balance.expiring_next.on,spend
        1001,120,20,2026-12-31,150.00
        """,
        Shown.in(Format.CSV, s -> s.show(card())));
  }

  @Test
  void anAbsentGroupIsNullAndKeepsItsColumns() {
    assertEquals(
        "{\"member\":\"1001\",\"balance\":{\"expiring_next\":null}}\n",
        Shown.in(Format.JSON, s -> s.show(withoutExpiry())));
    assertEquals(
        "member,balance.expiring_next.points,balance.expiring_next.on\n1001,,\n",
        Shown.in(Format.CSV, s -> s.show(withoutExpiry())));
  }

  @Test
  void listsOfCardsAreTablesBelow() {
    var problems =
        List.of(Card.of().put("member", "1").put("seq", 7L), Card.of().put("member", "22"));
    var audit = Card.of().put("ok", false).put("problems", problems);
    assertEquals(
        """
        ok  false

        problems
        member  seq
        1         7
        22
        """,
        Shown.in(Format.TABLE, s -> s.show(audit)));
    assertEquals("ok\nfalse\n", Shown.in(Format.CSV, s -> s.show(audit)));
    assertEquals(
        "{\"ok\":false,\"problems\":[{\"member\":\"1\",\"seq\":7},{\"member\":\"22\"}]}\n",
        Shown.in(Format.JSON, s -> s.show(audit)));
  }

  @Test
  void anEmptyListIsAnEmptyArray() {
    var audit = Card.of().put("ok", true).put("problems", List.of());
    assertEquals("{\"ok\":true,\"problems\":[]}\n", Shown.in(Format.JSON, s -> s.show(audit)));
  }

  @Test
  void onlyTheChosenColumnsAreShown() {
    var style = Shown.columns(Format.JSON, "balance.available", "member");
    assertEquals(
        "{\"balance\":{\"available\":120},\"member\":\"1001\"}\n",
        Shown.with(style, false, s -> s.show(card())).out());
    var flat = Shown.columns(Format.TSV, "balance.available", "member");
    assertEquals(
        "balance.available\tmember\n120\t1001\n",
        Shown.with(flat, false, s -> s.show(card())).out());
  }

  @Test
  void anUnknownColumnIsRefused() {
    var style = Shown.columns(Format.JSON, "balance.avail");
    var trouble =
        assertThrows(Trouble.Usage.class, () -> Shown.with(style, false, s -> s.show(card())));
    assertEquals("balance.available", trouble.problem().details().get("nearest"));
  }
}
