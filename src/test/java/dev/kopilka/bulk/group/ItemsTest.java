package dev.kopilka.bulk.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kopilka.bulk.source.Wish;
import dev.kopilka.bulk.text.Bytes;
import dev.kopilka.bulk.text.RowReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rows that share an id, next to each other or not. */
class ItemsTest {
  private static RowReader table(List<String> ids) {
    var text = new StringBuilder("id,n\n");
    for (var i = 0; i < ids.size(); i++) text.append(ids.get(i)).append(',').append(i).append('\n');
    return Bytes.open(Bytes.utf8(text.toString()), new Wish("csv", "utf-8", "comma"));
  }

  private static List<List<String>> items(Items items) {
    var all = new ArrayList<List<String>>();
    try (items) {
      for (var item = items.next(); item.isPresent(); item = items.next()) {
        all.add(item.get().rows().stream().map(row -> row.text(0) + row.text(1)).toList());
      }
    }
    return all;
  }

  @Test
  void neighboursAreOneItem() {
    assertEquals(
        List.of(List.of("a0", "a1"), List.of("b2"), List.of("a3"), List.of("4"), List.of("5")),
        items(Items.adjacent(table(List.of("a", "a", "b", "a", "", "")), () -> 0)));
  }

  @Test
  void scatteredOnesAreOneItemWhereTheyBegin() {
    assertEquals(
        List.of(List.of("a0", "a1", "a3"), List.of("b2", "b5"), List.of("4")),
        items(Items.scattered(table(List.of("a", "a", "b", "a", "", "b")), () -> 0)));
  }

  @Test
  void gatheringAgreesWithAMapWhateverFitsIntoMemory() {
    for (var seed = 1L; seed <= 200; seed++) {
      var random = new Random(seed);
      var ids = new ArrayList<String>();
      for (var i = random.nextInt(300); i >= 0; i--) {
        ids.add(random.nextInt(5) == 0 ? "" : "id" + random.nextInt(40));
      }
      var rows = Gathered.of(table(ids), () -> 0, 1 + random.nextInt(4_000));
      var expected = expected(ids);
      var found = new ArrayList<String>();
      try (rows) {
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
          found.add(row.get().text(0) + ":" + row.get().text(1) + "@" + row.get().place(1));
        }
      }
      assertEquals(expected, found, "seed " + seed);
    }
  }

  private static List<String> expected(List<String> ids) {
    var groups = new LinkedHashMap<String, List<String>>();
    for (var i = 0; i < ids.size(); i++) {
      var id = ids.get(i);
      groups
          .computeIfAbsent(id.isEmpty() ? "row " + i : id, _ -> new ArrayList<>())
          .add(id + ":" + i + "@<stdin>:" + (i + 2) + ":" + (id.length() + 2));
    }
    return groups.values().stream().flatMap(List::stream).toList();
  }

  @Test
  void aDamagedRowKeepsItsDamageOnTheWay() {
    var reader = Bytes.open(Bytes.utf8("id,n\na,1\nb,x\"y\na\na,2\n"), Wish.NONE);
    var told = new ArrayList<String>();
    try (var items = Items.scattered(reader, () -> 0)) {
      for (var item = items.next(); item.isPresent(); item = items.next()) {
        for (var row : item.get().rows()) {
          told.add(
              row.text(0)
                  + row.damage().map(d -> d.place() + d.problem().code() + d.problem().details())
                      .orElse(""));
        }
      }
    }
    assertEquals(
        List.of(
            "a",
            "a<stdin>:4:2ROW_TOO_SHORT{found=1, expected=2}",
            "a",
            "b<stdin>:3:4QUOTE_IN_CELL{}"),
        told);
  }

  @Test
  void tellsWhetherAnIdComesBack() {
    assertFalse(Scatter.isIn(table(List.of("a", "a", "b", "", "c", "")), () -> 0));
    assertTrue(Scatter.isIn(table(List.of("a", "b", "a")), () -> 0));
    assertFalse(Scatter.isIn(table(List.of("a", "b", "a")), () -> -1));
  }

  @Test
  void watchedOnesEndWhereAnIdComesBack() {
    var together = Items.watched(table(List.of("a", "a", "b", "", "", "c")), () -> 0);
    assertEquals(
        List.of(List.of("a0", "a1"), List.of("b2"), List.of("3"), List.of("4"), List.of("c5")),
        items(together));
    assertFalse(together.standApart());
    var apart = Items.watched(table(List.of("a", "b", "b", "a", "c")), () -> 0);
    assertEquals(List.of(List.of("a0"), List.of("b1", "b2")), items(apart));
    assertTrue(apart.standApart());
  }

  @Test
  void whatIsTooLongForAReceiptIsFlaggedToItsEnd() {
    var ids = new ArrayList<String>();
    for (var i = 0; i < Items.LONGEST * 2 + 5; i++) ids.add("a");
    ids.add("b");
    try (var items = Items.adjacent(table(ids), () -> 0)) {
      var flags = new ArrayList<Boolean>();
      for (Optional<Item> item = items.next(); item.isPresent(); item = items.next()) {
        flags.add(item.get().overlong());
      }
      assertEquals(List.of(true, true, true, false), flags);
    }
  }
}
